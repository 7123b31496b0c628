package dev.drayage.testkit.netsuite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table that queries can read: its columns and the ways to its rows. */
final class SqlTable {
    private final String name;
    private final Map<String, SqlColumn> columns = new LinkedHashMap<>();
    private final Rows rows;
    private final Set<String> indexed;
    private final boolean oneRowPerId;

    /** Value of a row in one column, and the text that the screen shows for it. */
    record SqlColumn(Function<SqlRow, @Nullable Object> value, Function<SqlRow, @Nullable Object> display) {}

    /** Ways to the rows of a table. */
    interface Rows {
        /** All rows of records above an internal id, by internal id. */
        Iterable<SqlRow> after(long id);

        /** Rows whose indexed column has that value, or a few more. */
        Iterable<SqlRow> lookup(String column, Object value);
    }

    SqlTable(String name, boolean oneRowPerId, Set<String> indexed, Rows rows) {
        this.name = name;
        this.oneRowPerId = oneRowPerId;
        this.indexed = Set.copyOf(indexed);
        this.rows = rows;
    }

    SqlTable column(String column, Function<SqlRow, @Nullable Object> value) {
        columns.put(column, new SqlColumn(value, value));
        return this;
    }

    SqlTable column(
            String column, Function<SqlRow, @Nullable Object> value, Function<SqlRow, @Nullable Object> display) {
        columns.put(column, new SqlColumn(value, display));
        return this;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    SqlColumn get(String column) {
        SqlColumn found = columns.get(column);
        if (found == null) {
            throw Refusal.invalidParameter(
                    "Invalid search query. Unknown identifier '" + column + "' in table '" + name + "'.");
        }
        return found;
    }

    Rows rows() {
        return rows;
    }

    boolean isIndexed(String column) {
        return indexed.contains(column);
    }

    /** Whether {@code id} is unique, so that rows come in the order of their ids. */
    boolean isOneRowPerId() {
        return oneRowPerId;
    }
}
