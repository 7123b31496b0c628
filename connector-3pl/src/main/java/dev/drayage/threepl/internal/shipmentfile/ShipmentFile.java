package dev.drayage.threepl.internal.shipmentfile;

import dev.drayage.model.ItemFulfillment;
import dev.drayage.spi.Change;
import java.util.List;

/**
 * One file as it was read.
 *
 * @param digest digest of its bytes
 * @param shipments one entry per shipment, in order of first appearance; one that cannot be understood is told as such
 */
record ShipmentFile(String digest, List<Change<ItemFulfillment>> shipments) {
    ShipmentFile {
        shipments = List.copyOf(shipments);
    }
}
