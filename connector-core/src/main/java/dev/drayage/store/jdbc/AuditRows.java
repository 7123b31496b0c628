package dev.drayage.store.jdbc;

import dev.drayage.store.AuditEntry;
import dev.drayage.store.Horizon;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The audit trail as rows. Thread-safe. */
final class AuditRows {
    private final String table;

    AuditRows(Database database) {
        table = database.table("audit");
    }

    void add(Connection connection, String namespace, Collection<AuditEntry> entries, long epoch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + table
                + " (namespace, sync_name, happened_at, actor, action, detail, epoch) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (AuditEntry entry : entries) {
                new Parameters(statement)
                        .text(namespace)
                        .text(entry.sync())
                        .instant(entry.at())
                        .text(entry.actor())
                        .text(entry.action())
                        .text(entry.detail())
                        .number(epoch);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    int forget(Connection connection, String namespace, Horizon horizon) throws SQLException {
        return new Query("DELETE FROM " + table)
                .add(" WHERE audit_number IN (SELECT audit_number FROM " + table)
                .add(
                        " WHERE namespace = ? AND sync_name = ? AND happened_at < ?",
                        namespace,
                        horizon.sync(),
                        Micros.floor(horizon.audit()))
                .add(" ORDER BY namespace, sync_name, happened_at LIMIT ?)", (long) horizon.most())
                .change(connection);
    }

    List<AuditEntry> newest(Connection connection, String namespace, String sync, Instant from, int limit)
            throws SQLException {
        List<AuditEntry> newestFirst = new Query("SELECT happened_at, actor, action, detail FROM " + table)
                .add(
                        " WHERE namespace = ? AND sync_name = ? AND happened_at >= ?",
                        namespace,
                        sync,
                        Micros.ceiling(from))
                .add(" ORDER BY namespace DESC, sync_name DESC, audit_number DESC LIMIT ?", (long) limit)
                .list(connection, row -> new AuditEntry(sync, row.instant(), row.text(), row.text(), row.text()));
        List<AuditEntry> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return List.copyOf(oldestFirst);
    }
}
