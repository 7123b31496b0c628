package dev.drayage.netsuite;

import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;

/** Packed fulfillments that warehouses are told to ship, as the contract of sources wants them. */
final class ReleasedPackings extends BooksSource<WarehouseOrder> {
    private static final String PREFIX = "fulfillment-";

    ReleasedPackings() {
        super(RecordType.WAREHOUSE_ORDER, settings -> settings.releaseUnit(ReleaseUnit.PACKED_FULFILLMENT));
    }

    @Override
    RecordRef make(TestBooks books, String order) {
        return ref(PREFIX + books.netSuite.clerk().pack(order, "{}"));
    }

    @Override
    void change(TestBooks books, RecordRef ref) {
        books.netSuite.clerk().markShipped(ref.id().substring(PREFIX.length()));
    }

    @Override
    public RecordRef absent() {
        return ref(PREFIX + "987654");
    }
}
