package dev.drayage.netsuite;

import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.util.List;

/** Goods that people put on shelves, as the contract of sources wants them. */
final class ShelvedStock extends BooksSource<InventoryLevel> {
    private static final List<String> LOCATIONS = List.of("7", "6");

    private int shelved;

    ShelvedStock() {
        super(
                TestBooks.open(account -> account.seed(Seed.location(7, "Newark"))),
                RecordType.INVENTORY_LEVEL,
                settings -> settings);
    }

    /** Stock needs no order; the next item, or the next location of the same one, is told instead. */
    @Override
    String enterOrder(TestBooks books, String order) {
        int place = shelved++;
        String item = place < 4
                ? Integer.toString(99 - place / 2)
                : books.netSuite.clerk().enter("inventoryItem", "{\"itemId\":\"CAP-" + place + "\"}");
        return item + "-" + LOCATIONS.get(place % 2);
    }

    @Override
    RecordRef make(TestBooks books, String place) {
        put(books, place);
        return ref(place);
    }

    @Override
    void change(TestBooks books, RecordRef ref) {
        put(books, ref.id());
    }

    private static void put(TestBooks books, String place) {
        String[] ids = place.split("-", -1);
        books.netSuite.clerk().receiveStock(ids[0], ids[1], BigDecimal.TEN);
    }

    @Override
    public RecordRef absent() {
        return ref("98-987654");
    }
}
