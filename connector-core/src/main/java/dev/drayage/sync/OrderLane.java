package dev.drayage.sync;

import dev.drayage.model.OrderReference;
import java.util.List;

/**
 * The lane of an order that stands in the ERP: syncs that write to one order there use one name for it, so that their writes
 * never overlap (guarantee G3). The number that people see goes first, because it is what warehouses are told. Booking the
 * order has a lane of its own: nothing else can write to an order that is not there yet.
 */
final class OrderLane {
    private OrderLane() {}

    /** The lane of the order that has these names, of which there is at least one. */
    static String of(List<OrderReference> references) {
        return "order/"
                + references.stream()
                        .filter(reference -> reference.kind() == OrderReference.Kind.ERP_NUMBER)
                        .findFirst()
                        .orElseGet(() -> references.get(0))
                        .value();
    }
}
