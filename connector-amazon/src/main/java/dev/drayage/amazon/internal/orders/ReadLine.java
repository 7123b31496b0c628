package dev.drayage.amazon.internal.orders;

import dev.drayage.internal.json.JsonValue;
import java.math.BigDecimal;

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
        return item.requiredDecimal("quantityOrdered");
    }

    /** Units that are neither shipped nor to be shipped; none unless Amazon tells both. */
    static BigDecimal cancelled(JsonValue item) {
        JsonValue fulfillment = item.at("fulfillment");
        return fulfillment
                .decimal("quantityFulfilled")
                .flatMap(done -> fulfillment.decimal("quantityUnfulfilled").map(done::add))
                .map(live -> ordered(item).subtract(live).max(BigDecimal.ZERO))
                .orElse(BigDecimal.ZERO);
    }
}
