package dev.drayage.shopify.internal.orders;

import dev.drayage.internal.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An order with everything that hangs on it.
 *
 * @param order the order itself
 * @param lines every line item, those that were taken out by an edit too
 * @param shippingLines every shipping charge, removed ones too
 * @param shipped units of each line item, by its gid, that were shipped; read only where something was refunded
 * @param beforeReturns whether all units count, as before anything was given back
 */
record ReadOrder(
        JsonValue order,
        List<JsonValue> lines,
        List<JsonValue> shippingLines,
        Map<String, BigDecimal> shipped,
        boolean beforeReturns) {
    ReadOrder(JsonValue order, List<JsonValue> lines, List<JsonValue> shippingLines, Map<String, BigDecimal> shipped) {
        this(order, lines, shippingLines, shipped, false);
    }

    ReadOrder {
        lines = List.copyOf(lines);
        shippingLines = List.copyOf(shippingLines);
        shipped = Map.copyOf(shipped);
    }

    /** The same order as it was before anything was given back. */
    ReadOrder asBeforeReturns() {
        return new ReadOrder(order, lines, shippingLines, shipped, true);
    }

    /** Whether people changed it after it was placed. */
    boolean isEdited() {
        return order.required("edited").flag().orElse(false);
    }

    /** Whether something was given back for it. */
    boolean isRefunded() {
        return !order.requiredElements("refunds").isEmpty();
    }

    /** Whether a line has fewer units than it once had. */
    boolean isReduced() {
        return lines.stream()
                .anyMatch(line ->
                        line.requiredDecimal("currentQuantity").compareTo(line.requiredDecimal("quantity")) != 0);
    }

    /**
     * Units of a line that were sold to be shipped: those that left and those that still wait. Units that an edit took out, or
     * that were refunded before they left, are no part of it; units that were refunded after they left are, because their
     * refund is booked by itself.
     */
    BigDecimal units(JsonValue line) {
        BigDecimal current = line.requiredDecimal("currentQuantity");
        BigDecimal all = line.requiredDecimal("quantity");
        if (beforeReturns) {
            return all;
        }
        if (current.compareTo(all) == 0 || !isRefunded()) {
            return current;
        }
        if (!line.at("requiresShipping").flag().orElse(true)) {
            return all;
        }
        BigDecimal left = shipped.getOrDefault(line.requiredText("id"), BigDecimal.ZERO);
        return line.requiredDecimal("unfulfilledQuantity")
                .add(left)
                .max(current)
                .min(all);
    }
}
