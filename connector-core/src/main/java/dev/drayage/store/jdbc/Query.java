package dev.drayage.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The text of a query and the values bound to it, which grow together. Used by one thread. */
final class Query {
    /** The most values of one list in one statement. */
    static final int MOST_IN_LIST = 500;

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Makes something of one row. */
    @FunctionalInterface
    interface RowReader<T> {
        /** Reads columns in the order of the select list. */
        T read(Columns columns) throws SQLException;
    }

    Query(String sql) {
        this.sql.append(sql);
    }

    /** Adds text with a mark for each value, which is a String or a Long. */
    Query add(String text, Object... bound) {
        sql.append(text);
        Collections.addAll(values, bound);
        return this;
    }

    /** Adds another query's text and values. */
    Query add(Query other) {
        sql.append(other.sql);
        values.addAll(other.values);
        return this;
    }

    /** Restricts a column to some values; none means any. */
    Query in(String column, Collection<String> allowed) {
        if (!allowed.isEmpty()) {
            sql.append(" AND ").append(column);
            sql.append(allowed.size() == 1 ? " = ?" : " IN (?" + ", ?".repeat(allowed.size() - 1) + ")");
            values.addAll(allowed);
        }
        return this;
    }

    /** Runs text that changes rows; returns how many. */
    int change(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            bind(statement);
            return statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Long number) {
                statement.setLong(i + 1, number);
            } else {
                statement.setString(i + 1, KeptText.encode((String) values.get(i)));
            }
        }
    }

    <T> List<T> list(Connection connection, RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(new Columns(rows)));
                }
                return found;
            }
        }
    }

    /** Splits a list that is too long for one statement; none at all is one empty part, which does not restrict. */
    static <T> List<List<T>> parts(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> parts = new ArrayList<>();
        for (int i = 0; i < list.size(); i += MOST_IN_LIST) {
            parts.add(list.subList(i, Math.min(i + MOST_IN_LIST, list.size())));
        }
        return parts.isEmpty() ? List.of(List.of()) : parts;
    }
}
