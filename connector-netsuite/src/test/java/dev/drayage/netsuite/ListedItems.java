package dev.drayage.netsuite;

import dev.drayage.model.Item;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import java.math.BigDecimal;

/** Items that people enter, as the contract of sources wants them. */
final class ListedItems extends BooksSource<Item> {
    ListedItems() {
        super(RecordType.ITEM, settings -> settings);
    }

    /** Items need no order; its number makes a name. */
    @Override
    String enterOrder(TestBooks books, String order) {
        return order;
    }

    @Override
    RecordRef make(TestBooks books, String order) {
        return ref(
                books.netSuite.clerk().enter("inventoryItem", "{\"itemId\":\"CAP-" + order + "\",\"basePrice\":9.5}"));
    }

    @Override
    void change(TestBooks books, RecordRef ref) {
        books.netSuite.clerk().changePrice(ref.id(), new BigDecimal("8.25"));
    }

    @Override
    public RecordRef absent() {
        return ref("987654");
    }
}
