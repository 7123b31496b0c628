package dev.drayage.threepl.internal.shipstation;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.ShippedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose goods a shipment holds, by the marks on its items: mostly one order's, several where people combined orders, none of
 * ours where the shipment came from elsewhere. Immutable.
 *
 * @param lines what left, by the ERP's id of the order
 * @param number the number that people see; empty if several orders were combined
 */
record ShippedOrders(Map<OrderReference, List<ShippedLine>> lines, Optional<String> number) {
    /**
     * Reads the items of a shipment.
     *
     * @throws IllegalArgumentException if items of ours stand beside items without a mark, or an item tells no quantity
     */
    static ShippedOrders of(JsonValue shipment, String erp) {
        Map<OrderReference, List<ShippedLine>> lines = new LinkedHashMap<>();
        List<String> foreign = new ArrayList<>();
        for (JsonValue item : shipment.elements("items")) {
            String sku = item.text("sku").orElse("");
            Optional<ItemMark> mark = item.text("external_order_item_id")
                    .flatMap(ItemMark::parse)
                    .filter(found -> found.account().equals(erp));
            if (mark.isEmpty()) {
                foreign.add(sku);
                continue;
            }
            BigDecimal quantity = item.decimal("quantity")
                    .orElseThrow(() -> new IllegalArgumentException("item " + sku + " tells no quantity"));
            if (quantity.signum() > 0) {
                lines.computeIfAbsent(mark.get().order(), order -> new ArrayList<>())
                        .add(new ShippedLine(LineReference.erp(mark.get().line()), sku, quantity));
            }
        }
        if (!lines.isEmpty() && !foreign.isEmpty()) {
            throw new IllegalArgumentException(
                    "it holds goods that no order of ours names: " + String.join(", ", foreign));
        }
        return new ShippedOrders(lines, lines.size() == 1 ? shipment.text("shipment_number") : Optional.empty());
    }

    /** The names of one order, or of the packed fulfillment that was told in its stead. */
    List<OrderReference> references(OrderReference order) {
        List<OrderReference> references = new ArrayList<>(List.of(order));
        OrderReference.Kind people = order.kind() == OrderReference.Kind.ERP_FULFILLMENT_ID
                ? OrderReference.Kind.ERP_FULFILLMENT_NUMBER
                : OrderReference.Kind.ERP_NUMBER;
        number.filter(text -> !text.isBlank()).ifPresent(text -> references.add(new OrderReference(people, text)));
        return references;
    }
}
