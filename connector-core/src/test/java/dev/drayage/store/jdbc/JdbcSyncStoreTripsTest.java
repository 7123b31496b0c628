package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.StoreException;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.Hint;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import dev.drayage.testing.IdleConnections;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often the store goes to the database, and what it leaves behind when a trip fails. */
final class JdbcSyncStoreTripsTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final AccountId SHOP = new AccountId("shopify", "acme");
    private static final AccountId BOOKS = new AccountId("netsuite", "1");

    @TempDir
    Path directory;

    private static List<RecordRef> orders(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RecordRef(SHOP, "SalesOrder", "order-" + i))
                .toList();
    }

    private static EffectKey key(RecordRef order) {
        return new EffectKey(order, BOOKS, "salesOrder");
    }

    private static LedgerCommit settled(List<RecordRef> refs) {
        return new LedgerCommit(
                refs.stream()
                        .map(ref -> RecordEntry.builder()
                                .sync("orders")
                                .ref(ref)
                                .state(RecordState.SETTLED)
                                .updatedAt(NOON)
                                .build())
                        .toList(),
                refs.stream()
                        .map(ref -> EffectEntry.builder()
                                .key(key(ref))
                                .sync("orders")
                                .cause(ref)
                                .lane(ref.id())
                                .type("SalesOrder")
                                .state(EffectState.BOUND)
                                .nativeKey(ref.id())
                                .sentAt(NOON)
                                .updatedAt(NOON)
                                .build())
                        .toList(),
                Optional.of(SyncState.builder()
                        .sync("orders")
                        .bornAt(NOON)
                        .cursor(new Cursor("page 2"))
                        .build()),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static LedgerCommit everything(List<RecordRef> refs, List<Hint> hints) {
        LedgerCommit settled = settled(refs);
        return new LedgerCommit(
                settled.records(),
                settled.effects(),
                settled.sync(),
                Optional.of(SyncCondition.active("orders")),
                hints,
                List.of(new AuditEntry("orders", NOON, "ann", "resume", "")));
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL"})
    void a_hundred_records_with_an_effect_each_cost_seven_trips(Embedded kind) throws Exception {
        try (IdleConnections connections = kind.open(directory.resolve("store"))) {
            MeteredDataSource meter = new MeteredDataSource(connections, true);
            JdbcSyncStore store = JdbcSyncStore.of(meter.dataSource());
            Ledger ledger = store.ledger("acme");
            Lease lease = store.leases("acme")
                    .acquire("d", "node", Duration.ofMinutes(1))
                    .orElseThrow();
            List<RecordRef> refs = orders(100);
            meter.takeTrips();

            ledger.records(RecordQuery.builder().sync("orders").refs(refs).build());
            ledger.effects(EffectQuery.builder()
                    .keys(refs.stream().map(JdbcSyncStoreTripsTest::key).toList())
                    .build());
            ledger.commit(settled(refs), lease);
            List<String> trips = meter.takeTrips();
            assertThat(trips).as("%s", trips).hasSize(7);

            ledger.hint("orders", refs);
            assertThat(meter.takeTrips()).hasSize(2);
            List<Hint> hints = ledger.hints("orders", Optional.empty(), 500);
            assertThat(meter.takeTrips()).hasSize(1);
            ledger.commit(everything(refs, hints), lease);
            assertThat(meter.takeTrips()).hasSize(8);
            assertThat(ledger.records(RecordQuery.builder().sync("orders").build()))
                    .hasSize(100);
            assertThat(meter.takeTrips()).hasSize(1);
            assertThat(meter.lent()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL"})
    void a_commit_that_breaks_at_any_trip_leaves_nothing_and_tells_no_values(Embedded kind) throws Exception {
        try (IdleConnections connections = kind.open(directory.resolve("store"))) {
            MeteredDataSource meter = new MeteredDataSource(connections, false);
            JdbcSyncStore store = JdbcSyncStore.of(meter.dataSource());
            Ledger ledger = store.ledger("acme");
            Lease lease = store.leases("acme")
                    .acquire("d", "node", Duration.ofMinutes(1))
                    .orElseThrow();
            ledger.hint("orders", orders(1));
            List<Hint> hints = ledger.hints("orders", Optional.empty(), 10);

            for (int trip = 1; trip <= 8; trip++) {
                meter.breakBefore(trip);
                assertThatThrownBy(() -> ledger.commit(everything(orders(3), hints), lease))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("SQL state 08006")
                        .hasStackTraceContaining("MeteredDataSource")
                        .satisfies(e -> assertThat(e).hasStackTraceContaining("message withheld"))
                        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret"));
                meter.breakBefore(Integer.MAX_VALUE);
                assertThat(ledger.records(RecordQuery.builder().build())).isEmpty();
                assertThat(ledger.effects(EffectQuery.builder().build())).isEmpty();
                assertThat(ledger.sync("orders")).isEmpty();
                assertThat(ledger.condition("orders")).isEmpty();
                assertThat(ledger.audit("orders", Instant.EPOCH, 10)).isEmpty();
                assertThat(ledger.hints("orders", Optional.empty(), 10)).isEqualTo(hints);
                assertThat(meter.lent()).isZero();
            }
            ledger.commit(everything(orders(3), hints), lease);
            assertThat(ledger.records(RecordQuery.builder().build())).hasSize(3);
        }
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
