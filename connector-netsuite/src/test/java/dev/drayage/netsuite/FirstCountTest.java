package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.StockPolicy;
import dev.drayage.sync.StockSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The first count of an item is compared when every count is: once what left before it can be booked. That the account is
 * looked at before the first write must not judge it earlier.
 */
class FirstCountTest {
    private static final AccountId WAREHOUSE = new AccountId("warehouse", "RENO-1");

    private final TestBooks books = TestBooks.openWith(settings -> settings.set("fulfillment.locations", "RENO-1=6")
            .set("inventory.adjustmentAccount", "155")
            .subsidiary("1"));
    private final SyncStore store = new InMemorySyncStore(books.time);
    private final FakeWorld warehouse = new FakeWorld(WAREHOUSE, books.time);

    @BeforeEach
    void stock() {
        books.netSuite.clerk().receiveStock("98", "6", new BigDecimal("100"));
        books.time.advance(Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        books.close();
    }

    /** Ten left before the count and are booked an hour later: then there is no difference that a person had to judge. */
    @Test
    void what_left_before_the_first_count_and_is_not_booked_yet_parks_nothing() {
        counted("90");
        run(Duration.ofMinutes(5));
        assertThat(entry().state()).as(entry().message()).isNotEqualTo(RecordState.PARKED);
        ship(10, "");
        run(Duration.ofHours(3));
        assertThat(entry().state()).as(entry().message()).isEqualTo(RecordState.SETTLED);
        assertThat(books.netSuite.onHand("98", "6")).isEqualByComparingTo("90");
    }

    /** Yesterday's four are booked late; until then the books look right by chance, and afterwards they are four short. */
    @Test
    void a_first_count_that_fits_too_early_by_chance_is_compared_when_it_is_due() {
        counted("100");
        run(Duration.ofMinutes(5));
        ship(4, "\"tranDate\":\"2026-06-15\",");
        run(Duration.ofHours(3));
        assertThat(books.netSuite.onHand("98", "6"))
                .as("100 were counted after the four had left")
                .isEqualByComparingTo("100");
    }

    private void counted(String units) {
        warehouse.put(InventoryLevel.builder()
                .ref(RecordRef.of(WAREHOUSE, RecordType.INVENTORY_LEVEL, "RENO-1/MUG-BLUE"))
                .sku("MUG-BLUE")
                .location("RENO-1")
                .onHand(new BigDecimal(units))
                .countedAt(books.time.instant())
                .build());
    }

    private void run(Duration later) {
        books.time.advance(later);
        try (SyncEngine engine = SyncEngine.builder()
                .store(store)
                .time(books.time)
                .startAt(TestBooks.START)
                .sync(StockSyncs.fromWarehouse(
                        new FakeConnector(warehouse), books.connector, StockPolicy.adjustingUpTo(5)))
                .build()) {
            engine.run(engine.syncs().get(0), RunBudget.minutes(60));
        }
    }

    private RecordEntry entry() {
        return store.ledger("default").records(RecordQuery.builder().build()).get(0);
    }

    private void ship(int units, String day) {
        String order = books.netSuite.clerk().enter("salesOrder", """
                        {"entity":{"id":"110"},"orderStatus":{"id":"B"},
                         "item":{"items":[{"item":{"id":"98"},"quantity":%d,"rate":9,"location":{"id":"6"}}]}}
                        """.formatted(units));
        books.netSuite.clerk().fulfill(order, "{" + day + "\"shipStatus\":{\"id\":\"C\"}}");
    }
}
