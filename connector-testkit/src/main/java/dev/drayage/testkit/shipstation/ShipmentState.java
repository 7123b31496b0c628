package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A shipment with all that the depositor said about it. The trees are never changed once they are in here.
 *
 * @param facts what matters to people
 * @param fields fields of the shipment as sent, those in {@code facts} left out
 * @param itemFields fields of the items as sent, by item id, those in {@code facts} left out
 */
record ShipmentState(Shipment facts, ObjectNode fields, Map<String, ObjectNode> itemFields) {

    ShipmentState {
        itemFields = Map.copyOf(itemFields);
    }

    ShipmentState with(Shipment next) {
        return new ShipmentState(next, fields, itemFields);
    }
}
