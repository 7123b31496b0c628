package dev.drayage.netsuite;

import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import java.math.BigDecimal;

/** Sales orders that warehouses are told to ship, as the contract of sources wants them. */
final class ReleasedOrders extends BooksSource<WarehouseOrder> {
    ReleasedOrders() {
        super(RecordType.WAREHOUSE_ORDER, settings -> settings);
    }

    @Override
    RecordRef make(TestBooks books, String order) {
        return ref(order);
    }

    @Override
    void change(TestBooks books, RecordRef ref) {
        books.netSuite.clerk().changeQuantity(ref.id(), 1, BigDecimal.valueOf(7));
    }

    @Override
    public RecordRef absent() {
        return ref("987654");
    }
}
