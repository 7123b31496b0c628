package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.InventoryNumber;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.netsuite.internal.order.OrderLines;
import dev.drayage.spi.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which lines of an order or of a packed fulfillment a shipment takes, matched by line id, never by SKU or position. Immutable.
 *
 * @param name what messages call the order
 * @param units units by order line
 * @param numbers lots and serial numbers by order line
 * @param contents units by order line of each parcel
 * @param violations what does not fit
 */
record FulfillmentPlan(
        String name,
        Map<OrderLines.Line, BigDecimal> units,
        Map<OrderLines.Line, List<InventoryNumber>> numbers,
        List<Map<String, BigDecimal>> contents,
        List<Violation> violations) {

    /** The plan of a shipment; {@code name} is what messages call the order, such as {@code order SO1}. */
    static FulfillmentPlan of(ItemFulfillment shipment, OrderLines order, String name) {
        List<Violation> violations = new ArrayList<>();
        Map<OrderLines.Line, BigDecimal> units = new LinkedHashMap<>();
        Map<OrderLines.Line, List<InventoryNumber>> numbers = new LinkedHashMap<>();
        for (ShippedLine line : shipment.lines()) {
            match(line.line(), order, name, violations).ifPresent(found -> {
                units.merge(found, line.quantity(), BigDecimal::add);
                numbers.computeIfAbsent(found, l -> new ArrayList<>()).addAll(line.inventoryNumbers());
            });
        }
        List<Map<String, BigDecimal>> contents = new ArrayList<>();
        for (ShippedPackage parcel : shipment.packages()) {
            Map<String, BigDecimal> inside = new LinkedHashMap<>();
            for (ShippedLine line : parcel.contents()) {
                List<OrderLines.Line> found = order.named(line.line());
                if (found.size() == 1) {
                    inside.merge(found.get(0).number(), line.quantity(), BigDecimal::add);
                }
            }
            contents.add(inside);
        }
        return new FulfillmentPlan(name, units, numbers, contents, violations);
    }

    /** Units by number of the order line. */
    Map<String, BigDecimal> unitsByNumber() {
        Map<String, BigDecimal> all = new TreeMap<>();
        units.forEach((line, taken) -> all.put(line.number(), taken.stripTrailingZeros()));
        return all;
    }

    /** Whether the order has as much open as the shipment takes; {@code word} is what messages call that. */
    List<Violation> overdrawn(String word) {
        List<Violation> found = new ArrayList<>();
        units.forEach((line, taken) -> {
            if (taken.compareTo(line.open()) > 0) {
                found.add(new Violation(
                        ErrorCode.QUANTITY_EXCEEDED,
                        "orderLine " + line.number(),
                        taken.toPlainString() + " units left of line " + line.number() + " of " + name
                                + ", but "
                                + line.open().toPlainString() + " are " + word
                                + (line.closed() ? " because the line is closed" : "")));
            }
        });
        return found;
    }

    private static Optional<OrderLines.Line> match(
            LineReference reference, OrderLines order, String owner, List<Violation> violations) {
        List<OrderLines.Line> found = order.named(reference);
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        String name = "line " + reference.value() + " of " + owner;
        violations.add(
                found.isEmpty()
                        ? new Violation(ErrorCode.LINE_UNKNOWN, "orderLine", name + " does not exist in NetSuite")
                        : new Violation(
                                ErrorCode.MATCH_AMBIGUOUS,
                                "orderLine",
                                name + " stands in several lines: "
                                        + String.join(
                                                " and ",
                                                found.stream()
                                                        .map(OrderLines.Line::number)
                                                        .toList())));
        return Optional.empty();
    }
}
