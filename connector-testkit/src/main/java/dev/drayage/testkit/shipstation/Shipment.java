package dev.drayage.testkit.shipstation;

import java.time.Instant;
import java.util.List;

/**
 * What a V1 user calls an order: the truth about one shipment of the account. Immutable.
 *
 * @param shipmentId ShipStation's id
 * @param externalShipmentId the depositor's id, empty for none
 * @param shipmentNumber the number people read
 * @param status where it stands
 * @param splitFrom {@code shipmentId} of the shipment it was split off, empty if it was created through the API
 * @param salesOrder whether it shows among the orders at ShipStation
 * @param createdAt when it came
 * @param modifiedAt when it last changed
 * @param items what is to be shipped, or was
 */
public record Shipment(
        String shipmentId,
        String externalShipmentId,
        String shipmentNumber,
        ShipmentStatus status,
        String splitFrom,
        boolean salesOrder,
        Instant createdAt,
        Instant modifiedAt,
        List<ShipmentItem> items) {

    /** Copies the items. */
    public Shipment {
        items = List.copyOf(items);
    }

    /** Pieces of one order line, known by {@code external_order_item_id}. */
    public int quantity(String externalOrderItemId) {
        return items.stream()
                .filter(item -> item.externalOrderItemId().equals(externalOrderItemId))
                .mapToInt(ShipmentItem::quantity)
                .sum();
    }

    Shipment with(ShipmentStatus next, Instant at) {
        return new Shipment(
                shipmentId, externalShipmentId, shipmentNumber, next, splitFrom, salesOrder, createdAt, at, items);
    }

    Shipment with(List<ShipmentItem> next, Instant at) {
        return new Shipment(
                shipmentId, externalShipmentId, shipmentNumber, status, splitFrom, salesOrder, createdAt, at, next);
    }
}
