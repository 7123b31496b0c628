package dev.drayage.store.jdbc;

import dev.drayage.model.RecordRef;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.Hint;
import dev.drayage.store.Horizon;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.StaleLeaseException;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One tenant's ledger in the database. Every transaction takes its rows in one order, table by table and name by name, so
 * that two of them wait for each other and never lock each other out. Thread-safe.
 */
final class JdbcLedger implements Ledger {
    private final Database database;
    private final Statistics statistics;
    private final String namespace;
    private final RecordRows records;
    private final EffectRows effects;
    private final SyncRows syncs;
    private final HintRows hints;
    private final AuditRows audit;

    /** Binds an entry to a statement. */
    @FunctionalInterface
    private interface Binding<T> {
        void bind(Parameters row, T entry) throws SQLException;
    }

    JdbcLedger(Database database, Statistics statistics, String namespace) {
        this.database = database;
        this.statistics = statistics;
        this.namespace = namespace;
        records = new RecordRows(database);
        effects = new EffectRows(database);
        syncs = new SyncRows(database);
        hints = new HintRows(database);
        audit = new AuditRows(database);
    }

    @Override
    public void commit(LedgerCommit commit, Lease lease) {
        Map<String, RecordEntry> newestRecords = new TreeMap<>();
        commit.records().forEach(entry -> newestRecords.put(entry.sync() + "\n" + entry.ref(), entry));
        Map<String, EffectEntry> newestEffects = new TreeMap<>();
        commit.effects().forEach(entry -> newestEffects.put(entry.key().toString(), entry));
        long epoch = lease.epoch();
        database.transaction("committing the ledger", connection -> {
            fence(connection, lease);
            upsert(connection, records.table(), newestRecords.values(), (row, entry) -> {
                records.bind(row, namespace, entry, epoch);
            });
            upsert(connection, effects.table(), newestEffects.values(), (row, entry) -> {
                effects.bind(row, namespace, entry, epoch);
            });
            upsert(connection, syncs.states(), commit.sync().stream().toList(), (row, state) -> {
                syncs.bind(row, namespace, state, epoch);
            });
            upsert(connection, syncs.conditions(), commit.condition().stream().toList(), (row, condition) -> {
                syncs.bind(row, namespace, condition, epoch);
            });
            if (!commit.served().isEmpty()) {
                hints.remove(connection, namespace, commit.served());
            }
            if (!commit.audit().isEmpty()) {
                audit.add(connection, namespace, commit.audit(), epoch);
            }
            return true;
        });
        statistics.wrote(namespace, newestRecords.values());
    }

    @Override
    public long forget(Horizon horizon, Lease lease) {
        return database.transaction("forgetting what ended long ago", connection -> {
            fence(connection, lease);
            return (long) records.forget(connection, namespace, horizon) + audit.forget(connection, namespace, horizon);
        });
    }

    /**
     * Holds the lease's row until the transaction ends, so that nobody takes the domain over in between. An update, not a
     * {@code SELECT FOR UPDATE}: SQLite knows none, and takes its one write lock with the first statement that writes.
     */
    private void fence(Connection connection, Lease lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE " + database.table("lease")
                + " SET epoch = epoch WHERE namespace = ? AND lease_domain = ? AND epoch = ?")) {
            new Parameters(statement).text(namespace).text(lease.domain()).number(lease.epoch());
            if (statement.executeUpdate() == 0) {
                throw new StaleLeaseException(lease);
            }
        }
    }

    private <T> void upsert(Connection connection, Table table, Collection<T> entries, Binding<T> binding)
            throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(database.dialect().upsert(table))) {
            for (T entry : entries) {
                binding.bind(new Parameters(statement), entry);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public List<RecordEntry> records(RecordQuery query) {
        return database.run("finding records", connection -> records.find(connection, namespace, query));
    }

    @Override
    public Map<RecordState, Long> countRecords(RecordQuery query) {
        return database.run("counting records", connection -> records.count(connection, namespace, query));
    }

    @Override
    public List<EffectEntry> effects(EffectQuery query) {
        return database.run("finding effects", connection -> effects.find(connection, namespace, query));
    }

    @Override
    public Optional<SyncState> sync(String sync) {
        return database.run("reading a checkpoint", connection -> syncs.state(connection, namespace, sync));
    }

    @Override
    public Optional<SyncCondition> condition(String sync) {
        return database.run("reading a condition", connection -> syncs.condition(connection, namespace, sync));
    }

    @Override
    public void hint(String sync, Collection<RecordRef> refs) {
        if (refs.isEmpty()) {
            return;
        }
        database.transaction("keeping hints", connection -> {
            hints.put(connection, namespace, sync, refs);
            return true;
        });
    }

    @Override
    public void push(String sync, RecordRef ref) {
        database.transaction("keeping a push", connection -> {
            hints.push(connection, namespace, sync, ref);
            return true;
        });
    }

    @Override
    public Optional<Hint> hint(String sync, RecordRef ref) {
        return database.run("reading a hint", connection -> hints.find(connection, namespace, sync, ref));
    }

    @Override
    public List<Hint> hints(String sync, Optional<RecordRef> after, int limit) {
        return database.run("reading hints", connection -> hints.find(connection, namespace, sync, after, limit));
    }

    @Override
    public List<AuditEntry> audit(String sync, Instant from, int limit) {
        return database.run(
                "reading the audit trail", connection -> audit.newest(connection, namespace, sync, from, limit));
    }
}
