package dev.drayage.testkit.amazon;

import dev.drayage.testkit.wire.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of {@code searchOrders}, checked. Both bounds of the window are inclusive, as the model's "at or
 * after" and "at or before" say. An explicit upper bound, and the default one, lies two minutes back.
 *
 * @param byCreation whether the window is about the creation instead of the last change
 * @param after lower bound
 * @param before upper bound
 * @param statuses allowed statuses, empty for all
 * @param marketplaceIds allowed stores, empty for all
 * @param fulfilledBy allowed shippers, empty for all
 * @param includedData data sets to answer
 * @param pageSize orders on a page
 * @param fingerprint all parameters but the page token
 * @param token the page asked for; empty for the first
 */
record OrderQuery(
        boolean byCreation,
        Instant after,
        Instant before,
        Set<FulfillmentStatus> statuses,
        Set<String> marketplaceIds,
        Set<FulfilledBy> fulfilledBy,
        Set<IncludedData> includedData,
        int pageSize,
        String fingerprint,
        Optional<PageToken> token) {
    private static final Duration LAG = Duration.ofMinutes(2);
    private static final Set<String> NAMES = Set.of(
            "createdAfter",
            "createdBefore",
            "lastUpdatedAfter",
            "lastUpdatedBefore",
            "fulfillmentStatuses",
            "marketplaceIds",
            "fulfilledBy",
            "maxResultsPerPage",
            "paginationToken",
            "includedData");

    static OrderQuery read(WireRequest request, Instant now) {
        QueryParameters parameters = new QueryParameters(request, NAMES);
        Optional<Instant> createdAfter = parameters.instant("createdAfter");
        Optional<Instant> updatedAfter = parameters.instant("lastUpdatedAfter");
        if (createdAfter.isPresent() == updatedAfter.isPresent()) {
            throw VendorError.invalidInput("Exactly one of createdAfter and lastUpdatedAfter must be given.")
                    .thrown();
        }
        boolean byCreation = createdAfter.isPresent();
        Optional<Instant> createdBefore = parameters.instant("createdBefore");
        Optional<Instant> updatedBefore = parameters.instant("lastUpdatedBefore");
        if ((byCreation ? updatedBefore : createdBefore).isPresent()) {
            throw VendorError.invalidInput("Parameters about creation and last update cannot be mixed.")
                    .thrown();
        }
        String fingerprint = parameters.fingerprint("paginationToken");
        Optional<PageToken> token =
                parameters.text("paginationToken").map(text -> PageToken.read(text, fingerprint, now));
        Instant after = createdAfter.or(() -> updatedAfter).orElseThrow();
        return new OrderQuery(
                byCreation,
                after,
                token.map(PageToken::until)
                        .orElseGet(() -> until(byCreation ? createdBefore : updatedBefore, after, now)),
                parameters.words("fulfillmentStatuses", FulfillmentStatus.class),
                parameters.texts("marketplaceIds", 50),
                parameters.words("fulfilledBy", FulfilledBy.class),
                parameters.words("includedData", IncludedData.class),
                parameters.number("maxResultsPerPage", 100, 100),
                fingerprint,
                token);
    }

    private static Instant until(Optional<Instant> asked, Instant after, Instant now) {
        Instant latest = now.minus(LAG).truncatedTo(ChronoUnit.MILLIS);
        Instant until = asked.orElse(latest);
        if (until.isAfter(latest)) {
            throw VendorError.invalidInput("The Before time must be at least two minutes in the past.")
                    .thrown();
        }
        if (until.isBefore(after)) {
            throw VendorError.invalidInput("The Before time must not be earlier than the After time.")
                    .thrown();
        }
        return until;
    }

    Instant timeOf(ListedOrder order) {
        return byCreation ? order.createdTime() : order.lastUpdatedTime();
    }

    PagePosition positionOf(ListedOrder order) {
        return new PagePosition(timeOf(order), order.orderId());
    }

    boolean selects(ListedOrder order) {
        Instant time = timeOf(order);
        if (time.isBefore(after) || time.isAfter(before)) {
            return false;
        }
        if (order instanceof StoredOrder stored) {
            return (statuses.isEmpty() || statuses.contains(stored.status()))
                    && (marketplaceIds.isEmpty()
                            || marketplaceIds.contains(
                                    stored.order().marketplace().id()))
                    && (fulfilledBy.isEmpty()
                            || fulfilledBy.contains(stored.order().fulfilledBy()));
        }
        return true;
    }
}
