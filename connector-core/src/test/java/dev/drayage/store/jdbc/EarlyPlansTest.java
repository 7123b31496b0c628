package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.testing.IdleConnections;
import dev.drayage.testing.PostgresServer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A first import, before PostgreSQL looks at the tables by itself: what a run asks for with every page is found by its
 * index, whether the plan is made of guesses or was kept from when the tables were empty.
 */
final class EarlyPlansTest {
    private static final int PAGE = 100;
    private static final int PAGES = 120;
    private static final String[] NO_LOOKS = {
        "ALTER TABLE drayage_record SET (autovacuum_enabled = false)",
        "ALTER TABLE drayage_effect SET (autovacuum_enabled = false)"
    };
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final String url = PostgresServer.shared().database();
    private final IdleConnections connections = new IdleConnections(url);

    @AfterEach
    void close() throws SQLException {
        connections.close();
    }

    @Test
    void a_plan_that_is_made_of_guesses_reads_few_rows() {
        readsFewRows(new ExplainingDataSource(connections));
    }

    @Test
    void a_plan_that_was_made_when_the_tables_were_empty_reads_few_rows() throws SQLException {
        try (KeptPlans plans = new KeptPlans(url)) {
            readsFewRows(new ExplainingDataSource(connections, plans));
        }
    }

    @Test
    void a_second_tenants_first_import_reads_few_rows_though_the_table_is_known_and_large() {
        aSecondImportReadsFewRows("beta", "orders", new ExplainingDataSource(connections));
    }

    @Test
    void a_second_syncs_first_import_reads_few_rows_though_the_table_is_known_and_large() throws SQLException {
        try (KeptPlans plans = new KeptPlans(url)) {
            aSecondImportReadsFewRows("acme", "customers", new ExplainingDataSource(connections, plans));
        }
    }

    private void aSecondImportReadsFewRows(String namespace, String sync, ExplainingDataSource explaining) {
        JdbcSyncStore store = JdbcSyncStore.of(connections);
        PostgresServer.execute(url, NO_LOOKS);
        importing(store, "acme", "orders", 0, 300);
        PostgresServer.execute(url, "ANALYZE drayage_record", "ANALYZE drayage_effect");

        Ledger ledger = importing(JdbcSyncStore.of(explaining.dataSource()), namespace, sync, 1_000, 29);

        readsFewRows(ledger, sync, 1_028, explaining);
    }

    private static Ledger importing(JdbcSyncStore store, String namespace, String sync, int from, int pages) {
        Ledger ledger = store.ledger(namespace);
        Lease lease = store.leases(namespace)
                .acquire(sync, "node", Duration.ofHours(1))
                .orElseThrow();
        for (int page = from; page < from + pages; page++) {
            if (page % 10 == 0) {
                ask(ledger, sync, page);
            }
            ledger.commit(page(sync, page), lease);
        }
        return ledger;
    }

    private static void readsFewRows(Ledger ledger, String sync, int last, ExplainingDataSource explaining) {
        explaining.take();
        ask(ledger, sync, last);
        ask(ledger, sync, last + 1);

        assertThat(explaining.take())
                .hasSize(10)
                .allSatisfy(plan ->
                        assertThat(plan.read()).as(plan.sql() + plan.plan()).isLessThanOrEqualTo(PAGE));
    }

    private void readsFewRows(ExplainingDataSource explaining) {
        JdbcSyncStore store = JdbcSyncStore.of(explaining.dataSource());
        PostgresServer.execute(url, NO_LOOKS);
        readsFewRows(importing(store, "acme", "orders", 0, PAGES), "orders", PAGES - 1, explaining);
    }

    /** What a run wants to know of a page of records, and at its begin. */
    private static void ask(Ledger ledger, String sync, int page) {
        List<RecordRef> refs = orders(page);
        ledger.records(RecordQuery.builder().sync(sync).refs(refs).limit(PAGE).build());
        ledger.effects(EffectQuery.builder()
                .keys(refs.stream().map(EarlyPlansTest::key).toList())
                .limit(PAGE)
                .build());
        ledger.effects(EffectQuery.builder().addKeys(key(refs.get(0))).limit(1).build());
        ledger.effects(EffectQuery.builder()
                .addStates(EffectState.INTENT, EffectState.PENDING)
                .limit(500)
                .build());
        ledger.records(RecordQuery.builder().sync(sync).dueBy(NOON).limit(500).build());
    }

    private static List<RecordRef> orders(int page) {
        return IntStream.range(page * PAGE, (page + 1) * PAGE)
                .mapToObj(GeneratedLedger::order)
                .toList();
    }

    private static EffectKey key(RecordRef order) {
        return GeneratedLedger.key(Long.parseLong(order.id()));
    }

    private static LedgerCommit page(String sync, int page) {
        List<RecordEntry> records = orders(page).stream()
                .map(order -> RecordEntry.builder()
                        .sync(sync)
                        .ref(order)
                        .revision("1")
                        .state(RecordState.SETTLED)
                        .changedAt(NOON)
                        .updatedAt(NOON)
                        .build())
                .toList();
        List<EffectEntry> effects = orders(page).stream()
                .map(order -> EffectEntry.builder()
                        .key(key(order))
                        .sync(sync)
                        .cause(order)
                        .lane("order/" + order.id())
                        .type("SalesOrder")
                        .state(EffectState.BOUND)
                        .nativeKey(order.id())
                        .target(GeneratedLedger.booked(Long.parseLong(order.id())))
                        .sentAt(NOON)
                        .updatedAt(NOON)
                        .build())
                .toList();
        return new LedgerCommit(records, effects, Optional.empty(), Optional.empty(), List.of(), List.of());
    }
}
