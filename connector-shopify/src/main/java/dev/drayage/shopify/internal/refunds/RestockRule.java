package dev.drayage.shopify.internal.refunds;

import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.RefundLine.Restock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of refunded goods. {@code RETURN} came back, {@code CANCEL} never left. {@code NO_RESTOCK}, and the old
 * {@code LEGACY_RESTOCK}, say nothing of it; then the order does. Of a line, units that were shipped or still wait are either still the
 * buyer's ({@code currentQuantity}) or were refunded after they left: so many units, less those that came back, left and are
 * {@code NONE}, and all other units without a word never left and are {@code CANCELLED}. Of several refunds the later ones are of units
 * that left, because goods are taken out before they ship. What is not shipped at all (downloads, services) is {@code NONE}. Neither a later
 * shipment nor a later refund changes what an earlier refund was told to be. Immutable.
 */
final class RestockRule {
    private final Map<String, Map<Restock, BigDecimal>> fates = new HashMap<>();

    /** What became of the goods of every refund of an order. */
    RestockRule(RefundedOrder order) throws UnreadableRefund {
        Map<String, BigDecimal> left = new HashMap<>();
        List<JsonValue> silent = new ArrayList<>();
        for (ReadRefund refund : order.refunds().stream()
                .sorted(Comparator.comparing(ReadRefund::made).thenComparing(ReadRefund::number))
                .toList()) {
            for (JsonValue line : refund.lines()) {
                JsonValue item = line.required("lineItem");
                String id = item.requiredText("id");
                left.computeIfAbsent(id, key -> left(item, order.shipped().getOrDefault(key, BigDecimal.ZERO)));
                switch (line.requiredText("restockType")) {
                    case "RETURN" -> {
                        settle(line, Restock.RETURNED, ReadRefund.units(line));
                        left.merge(id, ReadRefund.units(line).negate(), BigDecimal::add);
                    }
                    case "CANCEL" -> settle(line, Restock.CANCELLED, ReadRefund.units(line));
                    case "NO_RESTOCK", "LEGACY_RESTOCK" -> silent.add(line);
                    default ->
                        throw new UnreadableRefund(
                                ErrorCode.VALUE_UNKNOWN,
                                "the word at " + line.path() + ".restockType is not known to this version");
                }
            }
        }
        Collections.reverse(silent);
        silent.forEach(line -> settle(line, left));
    }

    /** Whether the order's shipments are needed to tell. */
    static boolean needsShipments(List<ReadRefund> refunds) {
        return refunds.stream()
                .flatMap(refund -> refund.lines().stream())
                .anyMatch(line -> line.requiredText("restockType").endsWith("_RESTOCK"));
    }

    /** Units of a refund's line by what became of them. */
    Map<Restock, BigDecimal> of(JsonValue line) {
        return fates.getOrDefault(key(line), Map.of());
    }

    private static BigDecimal left(JsonValue item, BigDecimal shipped) {
        return shipped.add(item.requiredDecimal("unfulfilledQuantity"))
                .subtract(item.requiredDecimal("currentQuantity"));
    }

    private void settle(JsonValue line, Map<String, BigDecimal> left) {
        JsonValue item = line.required("lineItem");
        BigDecimal units = ReadRefund.units(line);
        if (!item.at("requiresShipping").flag().orElse(true)) {
            settle(line, Restock.NONE, units);
            return;
        }
        BigDecimal gone = left.getOrDefault(item.requiredText("id"), BigDecimal.ZERO)
                .max(BigDecimal.ZERO)
                .min(units);
        settle(line, Restock.NONE, gone);
        settle(line, Restock.CANCELLED, units.subtract(gone));
        left.merge(item.requiredText("id"), gone.negate(), BigDecimal::add);
    }

    private void settle(JsonValue line, Restock fate, BigDecimal units) {
        if (units.signum() > 0) {
            fates.computeIfAbsent(key(line), key -> new EnumMap<>(Restock.class))
                    .put(fate, units);
        }
    }

    private static String key(JsonValue line) {
        return line.requiredText("id");
    }
}
