package dev.drayage.store.jdbc;

import dev.drayage.model.RecordRef;
import dev.drayage.store.Hint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Hints as rows. Thread-safe. */
final class HintRows {
    private final String table;
    private final String set;
    private final String select;

    HintRows(Database database) {
        table = database.table("hint");
        set = database.dialect().hint(table);
        select = "SELECT record_ref, pushed, hint_number FROM " + table;
    }

    /** In one order, so that two nodes which tell of the same records cannot lock each other out. */
    void put(Connection connection, String namespace, String sync, Collection<RecordRef> refs) throws SQLException {
        Collection<String> names = refs.stream()
                .map(ref -> SortedText.encode(ref.toString()))
                .collect(Collectors.toCollection(TreeSet::new));
        try (PreparedStatement statement = connection.prepareStatement(set)) {
            for (String name : names) {
                new Parameters(statement).text(namespace).text(sync).text(name);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void push(Connection connection, String namespace, String sync, RecordRef ref) throws SQLException {
        put(connection, namespace, sync, List.of(ref));
        new Query("UPDATE " + table)
                .add(
                        " SET pushed = 1 WHERE namespace = ? AND sync_name = ? AND record_ref = ?",
                        namespace,
                        sync,
                        SortedText.encode(ref.toString()))
                .change(connection);
    }

    /** Only under the number that was served: one that was renewed since stays. */
    void remove(Connection connection, String namespace, Collection<Hint> served) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + table
                + " WHERE namespace = ? AND sync_name = ? AND record_ref = ? AND hint_number = ?")) {
            for (Hint hint : inOrder(served)) {
                new Parameters(statement)
                        .text(namespace)
                        .text(hint.sync())
                        .name(hint.ref())
                        .number(hint.number());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<Hint> inOrder(Collection<Hint> hints) {
        return hints.stream()
                .sorted(Comparator.comparing(Hint::sync)
                        .thenComparing(hint -> SortedText.encode(hint.ref().toString())))
                .toList();
    }

    Optional<Hint> find(Connection connection, String namespace, String sync, RecordRef ref) throws SQLException {
        return new Query(select)
                        .add(
                                " WHERE namespace = ? AND sync_name = ? AND record_ref = ?",
                                namespace,
                                sync,
                                SortedText.encode(ref.toString()))
                        .list(connection, row -> read(sync, row))
                        .stream()
                        .findFirst();
    }

    List<Hint> find(Connection connection, String namespace, String sync, Optional<RecordRef> after, int limit)
            throws SQLException {
        return new Query(select)
                .add(
                        " WHERE namespace = ? AND sync_name = ? AND record_ref > ?",
                        namespace,
                        sync,
                        after.map(ref -> SortedText.encode(ref.toString())).orElse(""))
                .add(" ORDER BY namespace, sync_name, record_ref LIMIT ?", (long) limit)
                .list(connection, row -> read(sync, row));
    }

    private static Hint read(String sync, Columns row) throws SQLException {
        return new Hint(sync, row.ref(), row.flag(), row.number());
    }
}
