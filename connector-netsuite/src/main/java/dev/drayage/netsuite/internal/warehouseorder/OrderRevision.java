package dev.drayage.netsuite.internal.warehouseorder;

import dev.drayage.model.ContentDigest;
import dev.drayage.model.WarehouseOrder;
import java.util.Optional;

/**
 * The revision of an order that warehouses are told of: when it was changed, a digest of all that it says, and a digest of what
 * of it is news to a warehouse. By the last one the source knows later as what it was told, without keeping it. Stateless.
 */
final class OrderRevision {
    private static final String NOTHING_OPEN = "-";

    private OrderRevision() {}

    static String of(String modified, WarehouseOrder order) {
        boolean open = order.released()
                && order.lines().stream().anyMatch(line -> line.open().signum() > 0);
        return modified + " " + ContentDigest.of(order) + " "
                + (open ? WarehouseOrderReader.contentDigest(order) : NOTHING_OPEN);
    }

    /** The content digest of the order that had this revision; empty if nothing of it was open. */
    static Optional<String> contentDigest(String revision) {
        String[] parts = revision.split(" ", -1);
        return parts.length == 3 && !parts[2].equals(NOTHING_OPEN) ? Optional.of(parts[2]) : Optional.empty();
    }
}
