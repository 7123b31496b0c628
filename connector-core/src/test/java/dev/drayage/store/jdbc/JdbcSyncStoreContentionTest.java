package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.Hint;
import dev.drayage.store.Lease;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.testing.IdleConnections;
import dev.drayage.testing.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that commit, hint and take leases at once, each on a connection of its own: races are lost and run again. */
final class JdbcSyncStoreContentionTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final AccountId SHOP = new AccountId("shopify", "acme");
    private static final AccountId BOOKS = new AccountId("netsuite", "1");
    private static final int ROUNDS = 40;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static RecordRef order(String id) {
        return new RecordRef(SHOP, "SalesOrder", id);
    }

    private static RecordEntry record(String id) {
        return RecordEntry.builder()
                .sync("orders")
                .ref(order(id))
                .state(RecordState.SETTLED)
                .updatedAt(NOON)
                .build();
    }

    private static EffectEntry effect(String id) {
        return EffectEntry.builder()
                .key(new EffectKey(order(id), BOOKS, "salesOrder"))
                .sync("orders")
                .cause(order(id))
                .lane(id)
                .type("SalesOrder")
                .state(EffectState.BOUND)
                .nativeKey(id)
                .sentAt(NOON)
                .updatedAt(NOON)
                .build();
    }

    /** What both nodes set, in an order of their own, and one record that is theirs alone. */
    private static LedgerCommit commit(String node, int round, List<Hint> served) {
        List<String> shared = new ArrayList<>(
                IntStream.range(0, 20).mapToObj(i -> "shared-" + i).toList());
        if (node.equals("a")) {
            Collections.reverse(shared);
        }
        List<RecordEntry> records = new ArrayList<>(
                shared.stream().map(JdbcSyncStoreContentionTest::record).toList());
        records.add(record(node + "-" + round));
        List<EffectEntry> effects =
                shared.stream().map(JdbcSyncStoreContentionTest::effect).toList();
        List<Hint> reversed = new ArrayList<>(served);
        Collections.reverse(reversed);
        return new LedgerCommit(records, effects, Optional.empty(), Optional.empty(), reversed, List.of());
    }

    private static int node(JdbcSyncStore store, String name, Set<RecordRef> served) {
        int won = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Lease> raced = store.leases("acme").acquire("raced-" + round, name, HOUR);
            won += raced.isPresent() ? 1 : 0;
            Lease lease = store.leases("acme").acquire("of-" + name, name, HOUR).orElseThrow();
            List<Hint> hints = store.ledger("acme").hints("orders", Optional.empty(), 5);
            store.ledger("acme").commit(commit(name, round, hints), lease);
            hints.forEach(hint -> served.add(hint.ref()));
        }
        return won;
    }

    private static int teller(JdbcSyncStore store, String name) {
        for (int round = 0; round < ROUNDS; round++) {
            store.ledger("acme").hint("orders", List.of(order("common"), order(name + "-" + round), order("another")));
        }
        return 0;
    }

    private void race(JdbcSyncStore store) throws Exception {
        Set<RecordRef> served = ConcurrentHashMap.newKeySet();
        List<Callable<Integer>> all = List.of(
                () -> node(store, "a", served),
                () -> node(store, "b", served),
                () -> teller(store, "x"),
                () -> teller(store, "y"));
        int won = 0;
        for (Future<Integer> each : threads.invokeAll(all)) {
            won += each.get();
        }
        assertThat(won).as("each raced domain went to one").isEqualTo(ROUNDS);
        Set<String> ids = store.ledger("acme").records(RecordQuery.builder().build()).stream()
                .map(entry -> entry.ref().id())
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(20 + 2 * ROUNDS);
        assertThat(store.ledger("acme").effects(EffectQuery.builder().build())).hasSize(20);
        store.ledger("acme").hints("orders", Optional.empty(), 1_000).forEach(hint -> served.add(hint.ref()));
        assertThat(served).as("hints served or still there").hasSize(2 + 2 * ROUNDS);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL"})
    void nothing_is_lost_and_no_race_surfaces(Embedded kind) throws Exception {
        try (IdleConnections connections = kind.open(directory.resolve("store"))) {
            race(JdbcSyncStore.of(connections));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeatable", "serializable"})
    void nor_where_transactions_are_isolated_more_than_usual(String isolation) throws Exception {
        String level = isolation.equals("repeatable") ? "repeatable%5C%20read" : isolation;
        try (IdleConnections connections = new IdleConnections(
                PostgresServer.shared().database() + "&options=-c%20default_transaction_isolation=" + level)) {
            race(JdbcSyncStore.of(connections));
        }
    }

    /** The host's own statements may take the rows in another order. */
    @Test
    void a_commit_that_the_database_sacrifices_in_a_deadlock_is_run_again() throws Exception {
        String database = PostgresServer.shared().database();
        try (IdleConnections connections = new IdleConnections(
                        database + "&ApplicationName=sacrificed&options=-c%20deadlock_timeout=700ms");
                IdleConnections hosts = new IdleConnections(database + "&options=-c%20deadlock_timeout=1min");
                Connection host = hosts.getConnection();
                Statement statement = host.createStatement()) {
            JdbcSyncStore store = JdbcSyncStore.of(connections);
            Lease lease = store.leases("acme").acquire("d", "a", HOUR).orElseThrow();
            store.ledger("acme").commit(commit("a", 0, List.of()), lease);
            host.setAutoCommit(false);
            statement.execute("UPDATE drayage_effect SET note = 'host'");
            Future<?> commit = threads.submit(() -> store.ledger("acme").commit(commit("a", 1, List.of()), lease));
            String waiting = "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'sacrificed'"
                    + " AND wait_event_type = 'Lock'";
            while (PostgresServer.value(database, waiting).equals("0")) {
                assertThat(commit).isNotDone();
            }
            statement.execute("UPDATE drayage_record SET message = 'host'");
            host.commit();
            host.setAutoCommit(true);
            commit.get();
            assertThat(store.ledger("acme")
                            .records(RecordQuery.builder().addRefs(order("a-1")).build()))
                    .hasSize(1);
        }
    }
}
