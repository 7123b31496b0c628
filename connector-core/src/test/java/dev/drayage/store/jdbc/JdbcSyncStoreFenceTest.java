package dev.drayage.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.store.Lease;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.StaleLeaseException;
import dev.drayage.testing.IdleConnections;
import dev.drayage.testing.PostgresServer;
import dev.drayage.testing.SettableTime;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A commit and a change of owner that meet at the critical point, each on a connection of its own (guarantee G8). */
final class JdbcSyncStoreFenceTest {
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final SettableTime time = new SettableTime(NOON);

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static LedgerCommit commit() {
        RecordEntry record = RecordEntry.builder()
                .sync("orders")
                .ref(new RecordRef(new AccountId("shopify", "acme"), "SalesOrder", "1"))
                .state(RecordState.SETTLED)
                .updatedAt(NOON)
                .build();
        return new LedgerCommit(List.of(record), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    private static long kept(JdbcSyncStore store) {
        return store.ledger("acme").records(RecordQuery.builder().build()).size();
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "SQLITE_JOURNAL", "H2", "POSTGRESQL"})
    void G8_nobody_takes_a_domain_over_between_the_fence_of_a_commit_and_its_end(Embedded kind) throws Exception {
        try (IdleConnections connections = kind.open(directory.resolve("store"))) {
            MeteredDataSource meter = new MeteredDataSource(connections, true);
            JdbcSyncStore store =
                    JdbcSyncStore.builder(meter.dataSource()).leaseClock(time).build();
            Lease old = store.leases("acme").acquire("d", "old", MINUTE).orElseThrow();
            time.advance(MINUTE);
            List<Future<Long>> successor = new ArrayList<>();
            meter.before("drayage_record", () -> {
                Future<Long> other = threads.submit(() -> {
                    assertThat(store.leases("acme").acquire("d", "new", MINUTE)).isPresent();
                    return kept(store);
                });
                successor.add(other);
                assertThatThrownBy(() -> other.get(400, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            });

            store.ledger("acme").commit(commit(), old);

            assertThat(successor.get(0).get())
                    .as("seen by the new owner at once")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "SQLITE_JOURNAL", "H2", "POSTGRESQL"})
    void G8_a_commit_that_comes_to_its_fence_after_a_change_of_owner_takes_nothing(Embedded kind) throws Exception {
        try (IdleConnections connections = kind.open(directory.resolve("store"))) {
            MeteredDataSource meter = new MeteredDataSource(connections, true);
            JdbcSyncStore store =
                    JdbcSyncStore.builder(meter.dataSource()).leaseClock(time).build();
            Lease old = store.leases("acme").acquire("d", "old", MINUTE).orElseThrow();
            time.advance(MINUTE);
            meter.before(
                    "SET epoch = epoch",
                    () -> assertThat(store.leases("acme").acquire("d", "new", MINUTE))
                            .isPresent());

            assertThatThrownBy(() -> store.ledger("acme").commit(commit(), old))
                    .isInstanceOf(StaleLeaseException.class);

            assertThat(kept(store)).isZero();
        }
    }

    /** Whatever isolation the host's server gives to transactions by default. */
    @ParameterizedTest
    @ValueSource(strings = {"read%5C%20committed", "repeatable%5C%20read", "serializable"})
    void G8_a_commit_that_waits_for_a_change_of_owner_takes_nothing(String isolation) throws Exception {
        String database = PostgresServer.shared().database()
                + "&ApplicationName=fenced&options=-c%20default_transaction_isolation=" + isolation;
        try (IdleConnections connections = new IdleConnections(database)) {
            JdbcSyncStore store =
                    JdbcSyncStore.builder(connections).leaseClock(time).build();
            Lease old = store.leases("acme").acquire("d", "old", MINUTE).orElseThrow();
            try (Connection taking = connections.getConnection();
                    Statement statement = taking.createStatement()) {
                taking.setAutoCommit(false);
                statement.execute("UPDATE drayage_lease SET epoch = epoch + 1, lease_owner = 'new'");
                Future<?> commit = threads.submit(() -> store.ledger("acme").commit(commit(), old));
                String waiting = "SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'fenced'"
                        + " AND wait_event_type = 'Lock' AND datname = current_database()";
                while (PostgresServer.value(database, waiting).equals("0")) {
                    assertThat(commit).isNotDone();
                }
                taking.commit();
                taking.setAutoCommit(true);
                assertThatThrownBy(commit::get).hasCauseInstanceOf(StaleLeaseException.class);
            }
            assertThat(kept(store)).isZero();
        }
    }
}
