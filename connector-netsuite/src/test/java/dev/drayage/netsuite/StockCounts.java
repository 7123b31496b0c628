package dev.drayage.netsuite;

import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryCount;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a warehouse counted in {@link TestBooks} where a hundred of each article lie. */
final class StockCounts {
    private static final AccountId WAREHOUSE = new AccountId("warehouse", "RENO-1");
    private static final List<String> SKUS = List.of("MUG-BLUE", "TEE-BLACK", "CAP-GREEN");
    private static final BigDecimal HELD = new BigDecimal("100");

    private StockCounts() {}

    static TestBooks books() {
        TestBooks books = TestBooks.open(
                account -> account.seed(Seed.inventoryItem(97, "CAP-GREEN", new BigDecimal("9.00"))),
                settings -> settings.set("fulfillment.locations", "RENO-1=6")
                        .set("inventory.adjustmentAccount", "155")
                        .subsidiary("1"));
        List.of("97", "98", "99").forEach(item -> books.netSuite.clerk().receiveStock(item, "6", HELD));
        return books;
    }

    /** A count of one article, taken so long ago that it may be compared now. */
    static InventoryCount count(int article, String units) {
        Instant counted = TestBooks.START.minus(Duration.ofHours(3));
        String sku = SKUS.get(article);
        return InventoryCount.builder()
                .ref(RecordRef.of(WAREHOUSE, RecordType.INVENTORY_LEVEL, "RENO-1/" + sku))
                .sku(sku)
                .location("RENO-1")
                .counted(new BigDecimal(units))
                .countedAt(counted)
                .notBefore(counted.plus(Duration.ofHours(2)))
                .largestDifference(new BigDecimal("5"))
                .build();
    }
}
