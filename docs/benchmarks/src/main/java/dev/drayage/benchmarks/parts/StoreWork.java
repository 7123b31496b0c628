package dev.drayage.benchmarks.parts;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncState;
import dev.drayage.store.SyncStore;
import dev.drayage.store.jdbc.JdbcSyncStore;
import dev.drayage.testing.EmbeddedStore;
import dev.drayage.testing.IdleConnections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The store on an embedded database in a file, each commit on the disk before it returns; beside it plain statements on a
 * plain table of the same database. The ledger holds {@link #ROWS} records. Confined to one thread.
 */
final class StoreWork implements AutoCloseable {
    /** Records that the ledger and the plain table hold. */
    static final int ROWS = 10_000;

    private static final int BATCH = 100;
    private static final int FILL = 1_000;
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final AccountId SHOP = new AccountId("shop", "prepared");
    private static final AccountId BOOKS = new AccountId("books", "willing");

    private final Path folder;
    private final IdleConnections connections;
    private final Ledger ledger;
    private final Lease lease;
    private int turn;

    /** Fills a new database, {@code sqlite} or {@code h2}. */
    StoreWork(String database) {
        try {
            folder = Files.createTempDirectory("drayage-bench");
            connections = new IdleConnections(
                    database.equals("sqlite")
                            ? EmbeddedStore.url(folder.resolve("ledger.db"))
                            : "jdbc:h2:" + folder.resolve("ledger") + ";WRITE_DELAY=0");
            SyncStore store = JdbcSyncStore.of(connections);
            ledger = store.ledger("bench");
            lease = store.leases("bench")
                    .acquire("bench", "bench", Duration.ofDays(1))
                    .orElseThrow();
            try (Connection connection = connections.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE plain (id VARCHAR(200) PRIMARY KEY, content VARCHAR(1000))");
            }
            for (int i = 0; i < ROWS; i += FILL) {
                commit(i, FILL);
                commitBare(i, FILL);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the database could not be set up", e);
        }
    }

    private static RecordRef order(int number) {
        return new RecordRef(SHOP, "SalesOrder", "%07d".formatted(number));
    }

    private int from() {
        turn = (turn + 37) % (ROWS / BATCH); // not one after the other
        return turn * BATCH;
    }

    /** Looks up a page of records by their references. */
    int lookUp() {
        int from = from();
        Set<RecordRef> refs = Stream.iterate(from, n -> n + 1)
                .limit(BATCH)
                .map(StoreWork::order)
                .collect(Collectors.toSet());
        return ledger.records(RecordQuery.builder().sync("orders").refs(refs).build())
                .size();
    }

    /** The same number of rows of a plain table by their keys. */
    int lookUpBare() throws SQLException {
        int from = from();
        int found = 0;
        try (Connection connection = connections.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id, content FROM plain WHERE id IN (?" + ",?".repeat(BATCH - 1) + ")")) {
            for (int i = 0; i < BATCH; i++) {
                select.setString(i + 1, order(from + i).toString());
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found += rows.getString(2).isEmpty() ? 0 : 1;
                }
            }
        }
        return found;
    }

    /** Commits a page of records, an effect for each, and the checkpoint. */
    void commit() {
        commit(from(), BATCH);
    }

    private void commit(int from, int count) {
        List<RecordEntry> records = new ArrayList<>();
        List<EffectEntry> effects = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            records.add(RecordEntry.builder()
                    .sync("orders")
                    .ref(order(i))
                    .revision("1")
                    .state(RecordState.SETTLED)
                    .changedAt(NOON)
                    .updatedAt(NOON)
                    .build());
            effects.add(EffectEntry.builder()
                    .key(new EffectKey(order(i), BOOKS, "salesOrder"))
                    .sync("orders")
                    .cause(order(i))
                    .lane("lane-" + i)
                    .type("SalesOrder")
                    .state(EffectState.BOUND)
                    .nativeKey("native-" + i)
                    .boundDigest("0123456789abcdef0123456789abcdef")
                    .target(new RecordRef(BOOKS, "SalesOrder", "" + i))
                    .sentAt(NOON)
                    .updatedAt(NOON)
                    .build());
        }
        SyncState state = SyncState.builder()
                .sync("orders")
                .bornAt(NOON)
                .watermark(NOON.plusSeconds(from))
                .build();
        ledger.commit(
                new LedgerCommit(records, effects, Optional.of(state), Optional.empty(), List.of(), List.of()), lease);
    }

    /** As many rows into a plain table, in one batch and one commit. */
    void commitBare() throws SQLException {
        commitBare(from(), BATCH);
    }

    private void commitBare(int from, int count) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM plain WHERE id = ?");
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO plain VALUES (?, ?)")) {
                for (int i = from; i < from + count; i++) {
                    for (String suffix : List.of("", " effect")) {
                        String id = order(i) + suffix;
                        delete.setString(1, id);
                        delete.addBatch();
                        insert.setString(1, id);
                        insert.setString(2, "1 SETTLED " + NOON + " " + NOON);
                        insert.addBatch();
                    }
                }
                delete.executeBatch();
                insert.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        connections.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
