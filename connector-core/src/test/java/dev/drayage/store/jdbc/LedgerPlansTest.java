package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.Horizon;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.testing.IdleConnections;
import dev.drayage.testing.PostgresServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * PostgreSQL finds whatever the engine asks for by an index, and looks at few rows more than it returns. Measured on ten
 * million records and as many effects by {@code -Dtest=LedgerPlansTest -Ddrayage.ledger.rows=10000000}, which needs 20 GB
 * of disk and prints what each query took.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LedgerPlansTest {
    private static final long ROWS = Long.getLong("drayage.ledger.rows", 100_000);
    private static final boolean MEASURED = ROWS > 1_000_000;

    private final GeneratedLedger generated =
            new GeneratedLedger(PostgresServer.shared().database(), ROWS);
    private final IdleConnections connections = new IdleConnections(generated.url());
    private final ExplainingDataSource explaining = new ExplainingDataSource(connections);
    private final JdbcSyncStore store = JdbcSyncStore.of(explaining.dataSource());
    private final Ledger ledger = store.ledger(GeneratedLedger.TENANT);

    @BeforeAll
    void fill() {
        generated.fill();
        explaining.take();
    }

    @AfterAll
    void close() throws Exception {
        connections.close();
    }

    /** Asks once for the time and once for the plan. */
    private void finds(String what, long atLeast, Runnable question) {
        explaining.take();
        question.run();
        for (ExplainingDataSource.Explained plan : explaining.take()) {
            report(what, plan);
            String text = plan.sql() + "\n" + plan.plan();
            assertThat(plan.scannedWhole())
                    .as("%s reads whole tables: %s", what, text)
                    .isEmpty();
            assertThat(plan.returned()).as("%s returns rows: %s", what, text).isGreaterThanOrEqualTo(atLeast);
            assertThat(plan.read())
                    .as("%s returns %d rows of those it looks at: %s", what, plan.returned(), text)
                    .isLessThanOrEqualTo(10 * plan.returned() + 500);
        }
    }

    private static void report(String what, ExplainingDataSource.Explained plan) {
        if (MEASURED) {
            System.out.printf(
                    Locale.ROOT, "%-50s %8.1f ms, %d rows of %d%n", what, plan.millis(), plan.returned(), plan.read());
        }
    }

    private static RecordQuery.Builder ofSync() {
        return RecordQuery.builder().sync(GeneratedLedger.SYNC);
    }

    @Test
    void records_by_reference() {
        for (int count : new int[] {1, 100, 500}) {
            RecordQuery query = ofSync().refs(generated.spread(count).stream()
                            .map(GeneratedLedger::order)
                            .toList())
                    .build();
            finds(count + " records by reference", count, () -> ledger.records(query));
        }
    }

    @Test
    void records_by_state() {
        finds(
                "open, due and deferred records, a page",
                1,
                () -> ledger.records(ofSync().addStates(RecordState.DUE, RecordState.DEFERRED, RecordState.OPEN)
                        .limit(500)
                        .build()));
        finds(
                "the same, a later page",
                1,
                () -> ledger.records(ofSync().addStates(RecordState.DUE, RecordState.DEFERRED, RecordState.OPEN)
                        .after(GeneratedLedger.order(5))
                        .limit(500)
                        .build()));
        finds(
                "parked records of all syncs",
                1,
                () -> ledger.records(
                        RecordQuery.builder().addStates(RecordState.PARKED).build()));
        finds("all records of a sync, a page", 1_000, () -> ledger.records(ofSync().build()));
        finds(
                "the same, a later page",
                1_000,
                () -> ledger.records(ofSync().after(GeneratedLedger.order(5)).build()));
        finds(
                "all records, a page",
                1_000,
                () -> ledger.records(RecordQuery.builder().build()));
    }

    @Test
    void records_by_what_is_wrong_with_them() {
        finds(
                "parked records of a code",
                1,
                () -> ledger.records(ofSync().addStates(RecordState.PARKED)
                        .addCodes(ErrorCode.SKU_UNKNOWN)
                        .build()));
        finds(
                "records of a code",
                1,
                () -> ledger.records(ofSync().addCodes(ErrorCode.SKU_UNKNOWN).build()));
        finds(
                "records that wait for one",
                0,
                () -> ledger.records(RecordQuery.builder()
                        .addWaitingFor(GeneratedLedger.key(4).toString())
                        .build()));
        finds(
                "records that are due",
                1,
                () -> ledger.records(ofSync().dueBy(GeneratedLedger.BEGIN.plus(Duration.ofDays(4_000)))
                        .build()));
    }

    @Test
    void records_by_change_and_id() {
        Instant middle = GeneratedLedger.BEGIN.plus(Duration.ofMinutes(ROWS / 2));
        finds(
                "records that changed in an hour",
                1,
                () -> ledger.records(ofSync().changedFrom(middle)
                        .changedBefore(middle.plus(Duration.ofHours(1)))
                        .build()));
        finds(
                "records that changed in all the time, a page",
                1_000,
                () -> ledger.records(ofSync().changedFrom(GeneratedLedger.BEGIN)
                        .changedBefore(middle.plus(Duration.ofDays(10_000)))
                        .build()));
        finds(
                "records by the source's id",
                1,
                () -> ledger.records(RecordQuery.builder().id("6").build()));
    }

    @Test
    void counts() {
        Instant middle = GeneratedLedger.BEGIN.plus(Duration.ofMinutes(ROWS / 2));
        explaining.take();
        long counted = ledger
                .countRecords(ofSync().changedFrom(middle)
                        .changedBefore(middle.plus(Duration.ofDays(1)))
                        .build())
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        ExplainingDataSource.Explained plan = explaining.take().get(0);
        report("a day's records, counted", plan);
        assertThat(counted).isPositive();
        assertThat(plan.scannedWhole()).as(plan.plan()).isEmpty();
        assertThat(plan.read()).as(plan.plan()).isLessThanOrEqualTo(10 * counted + 500);

        ledger.countRecords(ofSync().build());
        plan = explaining.take().get(0);
        report("a sync's records, counted", plan);
        assertThat(plan.scannedWhole()).as(plan.plan()).isEmpty();
    }

    @Test
    void effects_by_key_cause_and_target() {
        for (int count : new int[] {1, 100, 500}) {
            List<Long> numbers = generated.spread(count);
            finds(
                    count + " effects by key",
                    count,
                    () -> ledger.effects(EffectQuery.builder()
                            .keys(numbers.stream().map(GeneratedLedger::key).toList())
                            .limit(count)
                            .build()));
            finds(
                    count + " records' effects",
                    count * 9L / 10,
                    () -> ledger.effects(EffectQuery.builder()
                            .causes(numbers.stream().map(GeneratedLedger::order).toList())
                            .addStates(EffectState.BOUND, EffectState.WRITTEN)
                            .build()));
            finds(
                    count + " effects by target",
                    count,
                    () -> ledger.effects(EffectQuery.builder()
                            .targets(numbers.stream()
                                    .map(number -> GeneratedLedger.booked(number + 500))
                                    .toList())
                            .build()));
        }
    }

    @Test
    void effects_by_id_lane_and_state() {
        finds(
                "effects by any id",
                1,
                () -> ledger.effects(EffectQuery.builder().id("SHOPIFY-6").build()));
        finds(
                "effects of a lane",
                1,
                () -> ledger.effects(EffectQuery.builder().lane("order/6").build()));
        finds(
                "effects that are under way",
                1,
                () -> ledger.effects(EffectQuery.builder()
                        .addStates(EffectState.INTENT, EffectState.PENDING, EffectState.WRITTEN)
                        .limit(500)
                        .build()));
        finds(
                "all effects, a page",
                1_000,
                () -> ledger.effects(EffectQuery.builder().build()));
    }

    @Test
    void hints_and_the_audit_trail() {
        finds("hints, a page", 100, () -> ledger.hints(GeneratedLedger.SYNC, Optional.empty(), 100));
        finds(
                "hints, a later page",
                100,
                () -> ledger.hints(GeneratedLedger.SYNC, Optional.of(GeneratedLedger.order(5)), 100));
        finds("the newest audit entries", 100, () -> ledger.audit(GeneratedLedger.SYNC, Instant.EPOCH, 100));
    }

    @Test
    void forgetting() {
        Lease lease = store.leases("tenant-2")
                .acquire("d", "node", Duration.ofHours(1))
                .orElseThrow();
        Instant middle = GeneratedLedger.BEGIN.plus(Duration.ofMinutes(ROWS / 2));
        Horizon horizon = new Horizon(
                GeneratedLedger.SYNC, Set.of(RecordState.SETTLED, RecordState.SKIPPED), middle, middle, 100);
        explaining.take();
        assertThat(store.ledger("tenant-2").forget(horizon, lease)).isEqualTo(200);
        assertThat(explaining.take()).hasSize(2).allSatisfy(plan -> {
            report("forgetting 100 rows", plan);
            assertThat(plan.scannedWhole()).as(plan.plan()).isEmpty();
            assertThat(plan.read()).as(plan.plan()).isLessThanOrEqualTo(1_500);
        });
    }

    @Test
    void commits() {
        Lease lease = store.leases(GeneratedLedger.TENANT)
                .acquire("d", "node", Duration.ofHours(1))
                .orElseThrow();
        long[] nanos = new long[20];
        for (int i = 0; i < nanos.length; i++) {
            List<Long> numbers = generated.spread(100 + i);
            List<RecordEntry> records = ledger.records(
                    ofSync().refs(numbers.stream().map(GeneratedLedger::order).toList())
                            .limit(100)
                            .build());
            List<EffectEntry> effects = ledger.effects(EffectQuery.builder()
                    .keys(numbers.stream().map(GeneratedLedger::key).toList())
                    .limit(100)
                    .build());
            long begin = System.nanoTime();
            ledger.commit(
                    new LedgerCommit(records, effects, Optional.empty(), Optional.empty(), List.of(), List.of()),
                    lease);
            nanos[i] = System.nanoTime() - begin;
            assertThat(records).hasSize(100);
            assertThat(effects).hasSize(100);
        }
        Arrays.sort(nanos);
        if (MEASURED) {
            System.out.printf(
                    Locale.ROOT,
                    "a commit of 100 records and 100 effects: median %d ms, slowest %d ms%n",
                    TimeUnit.NANOSECONDS.toMillis(nanos[nanos.length / 2]),
                    TimeUnit.NANOSECONDS.toMillis(nanos[nanos.length - 1]));
        }
    }
}
