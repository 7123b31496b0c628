package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.SqlBinder.Test;
import dev.drayage.testkit.netsuite.SqlBinder.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One table of a join: how its rows are reached once the tables before it have theirs, and what a row must meet.
 *
 * <p>Rows are reached through an index, through a hash of the whole table made on first use, or one after the other.
 */
final class SqlJoinStep {
    private final int slot;
    private final SqlTable table;
    private final boolean outer;
    private final List<Test> tests;
    private final String keyColumn;
    private final List<Value> keys;
    private final @Nullable Value after;
    private @Nullable Map<String, List<SqlRow>> hashed;

    /**
     * @param keyColumn column that equals one of {@code keys}; empty to walk over the table
     * @param keys values known before this step
     * @param after internal id above which the walk starts, null for the beginning
     */
    SqlJoinStep(
            int slot,
            SqlTable table,
            boolean outer,
            List<Test> tests,
            String keyColumn,
            List<Value> keys,
            @Nullable Value after) {
        this.slot = slot;
        this.table = table;
        this.outer = outer;
        this.tests = tests;
        this.keyColumn = keyColumn;
        this.keys = keys;
        this.after = after;
    }

    int slot() {
        return slot;
    }

    boolean isOuter() {
        return outer;
    }

    boolean isWalk() {
        return keyColumn.isEmpty();
    }

    boolean meets(@Nullable SqlRow[] rows) {
        for (Test test : tests) {
            Boolean holds = test.of(rows);
            if (holds == null || !holds) {
                return false;
            }
        }
        return true;
    }

    /** Rows that may fit what the earlier tables have. */
    Iterable<SqlRow> candidates(@Nullable SqlRow[] rows) {
        if (isWalk()) {
            Long start = after == null ? null : SqlValues.id(after.of(rows));
            return table.rows().after(start == null ? Long.MIN_VALUE : start);
        }
        if (keys.size() == 1) {
            return reach(keys.get(0).of(rows));
        }
        List<SqlRow> all = new ArrayList<>();
        for (Object key : keys.stream().map(value -> value.of(rows)).distinct().toList()) {
            reach(key).forEach(all::add);
        }
        return all;
    }

    private Iterable<SqlRow> reach(@Nullable Object key) {
        if (key == null) {
            return List.of();
        }
        return table.isIndexed(keyColumn)
                ? table.rows().lookup(keyColumn, key)
                : hash().getOrDefault(SqlValues.key(key), List.of());
    }

    private Map<String, List<SqlRow>> hash() {
        Map<String, List<SqlRow>> known = hashed;
        if (known == null) {
            known = new HashMap<>();
            for (SqlRow row : table.rows().after(Long.MIN_VALUE)) {
                Object key = table.get(keyColumn).value().apply(row);
                if (key != null) {
                    known.computeIfAbsent(SqlValues.key(key), k -> new ArrayList<>())
                            .add(row);
                }
            }
            hashed = known;
        }
        return known;
    }
}
