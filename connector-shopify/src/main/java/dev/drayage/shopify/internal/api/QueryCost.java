package dev.drayage.shopify.internal.api;

import dev.drayage.error.ConnectorException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.quota.QuotaObservation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an answer says about points: {@code extensions.cost}. The price that is asked must fit before a document runs; what
 * it did not take is given back, and {@code available} is counted after that. Immutable.
 *
 * @param requested points asked for the document
 * @param actual points it took; empty if it did not run
 * @param maximum size of the shop's bucket
 * @param available points left
 * @param restoreRate points that come back each second
 */
public record QueryCost(double requested, OptionalDouble actual, double maximum, double available, double restoreRate) {

    /** The cost block of an answer; empty where there is none or it cannot be read, which hurts nobody. */
    static Optional<QueryCost> of(JsonValue answer) {
        try {
            JsonValue cost = answer.at("extensions").at("cost");
            JsonValue status = cost.at("throttleStatus");
            if (!cost.isPresent() || !status.isPresent()) {
                return Optional.empty();
            }
            return Optional.of(new QueryCost(
                    cost.requiredDecimal("requestedQueryCost").doubleValue(),
                    cost.decimal("actualQueryCost")
                            .map(BigDecimal::doubleValue)
                            .map(OptionalDouble::of)
                            .orElse(OptionalDouble.empty()),
                    status.requiredDecimal("maximumAvailable").doubleValue(),
                    status.requiredDecimal("currentlyAvailable").doubleValue(),
                    status.requiredDecimal("restoreRate").doubleValue()));
        } catch (ConnectorException e) {
            return Optional.empty();
        }
    }

    /** How long until the price fits, in whole seconds; at least one. */
    Duration pause() {
        double missing = Math.max(0, Math.min(requested, maximum) - available);
        double seconds = restoreRate > 0 ? Math.ceil(missing / restoreRate) : 1;
        return Duration.ofSeconds((long) Math.max(1, Math.min(seconds, 3_600)));
    }

    /** The observation with what the answer tells. */
    QuotaObservation addTo(QuotaObservation seen) {
        QuotaObservation more = seen.withCapacity(maximum).withRate(restoreRate).withRemaining(available);
        return actual.isPresent() ? more.withCost(actual.getAsDouble()) : more;
    }
}
