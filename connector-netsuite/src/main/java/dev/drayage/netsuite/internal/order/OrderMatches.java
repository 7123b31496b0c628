package dev.drayage.netsuite.internal.order;

import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Violations;
import java.util.List;

/** What is said about an order that cannot be told apart. Stateless. */
public final class OrderMatches {
    private OrderMatches() {}

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
