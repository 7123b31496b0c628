package dev.drayage.testkit.shipstation;

/**
 * Pieces of one order line in a shipment or a carton. Immutable.
 *
 * @param itemId ShipStation's id of the line within its shipment; another one after a split
 * @param externalOrderItemId the depositor's id of the order line, the same after a split; empty for none
 * @param sku article, empty for none
 * @param name description, empty for none
 * @param quantity pieces
 */
public record ShipmentItem(String itemId, String externalOrderItemId, String sku, String name, int quantity) {

    ShipmentItem withQuantity(int pieces) {
        return new ShipmentItem(itemId, externalOrderItemId, sku, name, pieces);
    }

    ShipmentItem withItemId(String id) {
        return new ShipmentItem(id, externalOrderItemId, sku, name, quantity);
    }

    /** Whether somebody who says {@code key} means this line. */
    boolean answersTo(String key) {
        return externalOrderItemId.equals(key)
                || itemId.equals(key)
                || (externalOrderItemId.isEmpty() && sku.equals(key));
    }
}
