package dev.drayage.netsuite;

import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import java.util.List;

/** Fulfillments that people enter, as the contract of sources wants them. */
final class ShippedParcels extends BooksSource<ItemFulfillment> {
    private static final String PARCEL = """
            {"shipStatus":{"id":"C"},"shipMethod":{"id":"92"},
             "package":{"items":[{"packageTrackingNumber":"1Z1"}]}}
            """;

    ShippedParcels() {
        super(RecordType.ITEM_FULFILLMENT, settings -> settings);
    }

    @Override
    RecordRef make(TestBooks books, String order) {
        return ref(books.netSuite.clerk().fulfill(order, PARCEL));
    }

    @Override
    void change(TestBooks books, RecordRef ref) {
        books.netSuite.clerk().editTracking(ref.id(), List.of("1Z9"));
    }

    @Override
    public RecordRef absent() {
        return ref("987654");
    }
}
