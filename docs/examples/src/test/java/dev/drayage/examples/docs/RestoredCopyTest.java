package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Comparison;
import dev.drayage.engine.ComparisonReport;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.Selection;
import dev.drayage.engine.SyncEngine;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Slice;
import dev.drayage.store.SyncStore;
import dev.drayage.store.jdbc.JdbcSyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** "Operations", backup: what becomes of an order that was booked after the copy of the ledger was made, as the target is. */
class RestoredCopyTest {
    private static final Instant GO_LIVE = Instant.parse("2026-11-20T00:00:00Z");

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeWorld shop = new FakeWorld(new AccountId("shop", "S1"), time);
    private final FakeWorld books = new FakeWorld(new AccountId("erp", "E1"), time);
    private final FakeConnector storefront = new FakeConnector(shop);
    private FakeConnector erp = new FakeConnector(books);

    @Test
    void a_key_at_the_target_keeps_it_from_being_doubled() throws IOException {
        bookedAfterTheCopy();
        run();
        assertThat(books.all(RecordType.SALES_ORDER)).hasSize(1);
    }

    @Test
    void where_only_reading_tells_it_is_doubled() throws IOException {
        withoutKeys();
        bookedAfterTheCopy();
        run();
        assertThat(books.all(RecordType.SALES_ORDER)).hasSize(2);
    }

    @Test
    void a_comparison_says_no_more_than_that_the_copy_has_not_read_so_far() throws IOException {
        withoutKeys();
        bookedAfterTheCopy();
        try (SyncEngine engine = engine()) {
            ComparisonReport report = engine.operations("orders", "ann@acme.example")
                    .compare(Comparison.of(new Slice.Window(GO_LIVE, time.instant()))
                            .andBook());
            assertThat(report.count(ComparisonReport.Verdict.AHEAD)).isEqualTo(1);
            assertThat(report.asked()).isZero();
        }
    }

    @Test
    void an_emptied_store_looks_for_it() throws IOException {
        withoutKeys();
        bookedAfterTheCopy();
        Files.delete(ledger());
        run();
        assertThat(books.all(RecordType.SALES_ORDER)).hasSize(1);
    }

    @Test
    void a_plan_that_is_applied_before_the_first_run_looks_for_it() throws IOException {
        withoutKeys();
        bookedAfterTheCopy();
        try (SyncEngine engine = engine()) {
            Plan plan = engine.plan("orders", Selection.next(1_000));
            assertThat(plan.complete()).isTrue();
            assertThat(plan.records()).extracting(Plan.PlannedRecord::verdict).containsExactly(Plan.Verdict.ADOPT);
            engine.apply(plan);
        }
        run();
        assertThat(books.all(RecordType.SALES_ORDER)).hasSize(1);
    }

    private void withoutKeys() {
        erp = new FakeConnector(books).traits(new SinkTraits(1, SinkTraits.Recovery.LOOKUP_ONLY, Duration.ZERO, 0));
        erp.fakeSink(RecordType.SALES_ORDER).allowDoubles();
    }

    /** The ledger is older than the order, and the order stands at the target. */
    private void bookedAfterTheCopy() throws IOException {
        Path copy = folder.resolve("copy.db");
        run();
        Files.copy(ledger(), copy);
        shop.put(SampleOrders.merchant(shop.account(), "1001", time.instant()));
        run();
        assertThat(books.all(RecordType.SALES_ORDER)).hasSize(1);
        Files.delete(ledger());
        Files.copy(copy, ledger());
        time.advance(Duration.ofMinutes(3));
    }

    private void run() {
        time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = engine()) {
            engine.run("orders", RunBudget.minutes(5));
        }
    }

    private SyncEngine engine() {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + ledger() + "?synchronous=FULL");
        SyncStore store = JdbcSyncStore.builder(database).leaseClock(time).build();
        return SyncEngine.builder()
                .store(store)
                .time(time)
                .startAt(GO_LIVE)
                .sync(OrderSyncs.orders("orders", storefront, erp, OrderSyncs.Options.standard()))
                .build();
    }

    private Path ledger() {
        return folder.resolve("ledger.db");
    }
}
