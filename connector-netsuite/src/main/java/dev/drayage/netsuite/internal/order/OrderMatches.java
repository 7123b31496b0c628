package dev.drayage.netsuite.internal.order;

import dev.drayage.error.ErrorCode;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.List;

/** What is said about an order that is not there or cannot be told apart. Stateless. */
public final class OrderMatches {
    private OrderMatches() {}

    /** No order goes by the name yet: what is written to it waits. */
    public static EffectOutcome.Deferred missing(String names) {
        return new EffectOutcome.Deferred(
                "netsuite order " + names,
                new Violation(
                        ErrorCode.WAITING_FOR_RECORD,
                        "createdFrom",
                        "no sales order in NetSuite is known as " + names));
    }

    /** Several orders go by one name. */
    public static Violations ambiguous(String names, List<StandingOrder> matches) {
        String ids = String.join(
                " and ",
                matches.stream()
                        .map(order -> order.number() + " (id " + order.id() + ")")
                        .toList());
        return Violations.of(
                ErrorCode.MATCH_AMBIGUOUS, "createdFrom", "several sales orders are known as " + names + ": " + ids);
    }
}
