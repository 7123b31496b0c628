package dev.drayage.sync;

import dev.drayage.model.OrderReference;
import java.util.List;

/**
 * The lanes of orders: writes to one order at one account go one after another (guarantee G3) as far as those who write know
 * it by the same name. The number that people see goes first, because it is what warehouses are told. Where a warehouse knows
 * an order only by another name (the channel's id, the ERP's id, a packed fulfillment's number), its bookings may overlap with
 * other writes to that order: sinks of ERPs must take that, as they must take what people write at the same time. Booking the
 * order has a lane of its own: nothing else can write to an order that is not there yet.
 */
final class OrderLane {
    private OrderLane() {}

    /** The lane of the order that has these names, of which there is at least one. */
    static String of(List<OrderReference> references) {
        return of(references.stream()
                .filter(reference -> reference.kind() == OrderReference.Kind.ERP_NUMBER)
                .findFirst()
                .orElseGet(() -> references.get(0))
                .value());
    }

    /** The lane of the order that goes by this name at the account that is written to. */
    static String of(String name) {
        return "order/" + name;
    }
}
