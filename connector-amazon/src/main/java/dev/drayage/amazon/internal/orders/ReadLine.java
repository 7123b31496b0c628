package dev.drayage.amazon.internal.orders;

import dev.drayage.internal.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line with its money and its units. Immutable.
 *
 * @param json the line as Amazon sent it
 * @param money what it is worth
 * @param ordered units as ordered
 * @param cancelled units that were called off since
 */
record ReadLine(JsonValue json, LineMoney money, BigDecimal ordered, BigDecimal cancelled) {

    /** Whether nothing of it is left. */
    boolean isCancelled() {
        return cancelled.compareTo(ordered) >= 0;
    }

    /** Units as ordered. */
    static BigDecimal ordered(JsonValue item) {
        return units(item.required("quantityOrdered"))
                .orElseThrow(() -> new IllegalArgumentException("no units at " + item));
    }

    /** Units that are neither shipped nor to be shipped; none unless Amazon tells both. */
    static BigDecimal cancelled(JsonValue item) {
        JsonValue fulfillment = item.at("fulfillment");
        return units(fulfillment.at("quantityFulfilled"))
                .flatMap(done -> units(fulfillment.at("quantityUnfulfilled")).map(done::add))
                .map(live -> ordered(item).subtract(live).max(BigDecimal.ZERO))
                .orElse(BigDecimal.ZERO);
    }

    /** Units are whole and at least none. */
    private static Optional<BigDecimal> units(JsonValue told) {
        return told.whole().map(units -> {
            if (units < 0) {
                throw new IllegalArgumentException("units below zero at " + told);
            }
            return BigDecimal.valueOf(units);
        });
    }
}
