package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.SqlBinder.Value;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Call;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Column;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Expression;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Query;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Selected;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.SortKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs one query. Rows that the query does not put into an order come in a new order each time, so that whoever pages
 * without a unique sort key meets repeated and missing rows. Not thread-safe.
 */
final class SuiteQlEvaluator {
    /** No more rows than this come out of a query, however far one pages. */
    static final int MOST_ROWS = 100_000;

    private static final Set<String> AGGREGATES = Set.of("COUNT", "SUM", "MIN", "MAX");

    private final SuiteQlTables tables;
    private final Random scramble;

    SuiteQlEvaluator(SuiteQlTables tables, long scrambleSeed) {
        this.tables = tables;
        this.scramble = new Random(scrambleSeed);
    }

    /** All rows of the result by lower case column name; null columns are left out. */
    List<Map<String, String>> run(String text, List<String> parameters) {
        Query query = SuiteQlParser.parse(text);
        SqlScope scope = new SqlScope(query.sources(), tables);
        SqlBinder binder = new SqlBinder(scope, parameters);
        boolean grouped =
                !query.groupBy().isEmpty() || query.selected().stream().anyMatch(one -> isAggregate(one.value()));
        if (grouped) {
            List<@Nullable SqlRow[]> found = join(query, scope, binder, -1);
            return cut(new SqlGroups(query, binder).rows(found), query.fetchFirst());
        }
        List<Selected> selected = query.selected();
        List<Value> values =
                selected.stream().map(one -> binder.value(one.value())).toList();
        List<Value> keys = query.orderBy().stream()
                .map(key -> binder.value(resolved(key.value(), selected)))
                .toList();
        List<@Nullable SqlRow[]> found = join(query, scope, binder, enoughRows(query, scope));
        Collections.shuffle(found, scramble);
        List<Sorted> sorted = new ArrayList<>(found.size());
        for (@Nullable SqlRow[] rows : found) {
            List<@Nullable Object> sortedBy = new ArrayList<>();
            keys.forEach(key -> sortedBy.add(key.of(rows)));
            sorted.add(new Sorted(rows, sortedBy));
        }
        sorted.sort((a, b) -> compare(a, b, query.orderBy()));
        List<Map<String, String>> result = new ArrayList<>();
        Set<Map<String, String>> seen = new HashSet<>();
        int most = query.fetchFirst() < 0 ? MOST_ROWS : Math.min(query.fetchFirst(), MOST_ROWS);
        for (Sorted row : sorted) {
            if (result.size() == most) {
                break;
            }
            Map<String, String> shown = show(selected, values, row.rows());
            if (!query.distinct() || seen.add(shown)) {
                result.add(shown);
            }
        }
        return result;
    }

    @SuppressWarnings("ArrayRecordComponent") // joined rows are handed over, not compared
    private record Sorted(@Nullable SqlRow[] rows, List<@Nullable Object> keys) {}

    static boolean isAggregate(Expression expression) {
        return expression instanceof Call call && AGGREGATES.contains(call.function());
    }

    /** A sort key may be the name given to a selected column. */
    private static Expression resolved(Expression key, List<Selected> selected) {
        if (key instanceof Column column && column.alias().isEmpty()) {
            for (Selected one : selected) {
                if (one.name().equals(column.name())) {
                    return one.value();
                }
            }
        }
        return key;
    }

    /** Rows after which a query sorted by the id it walks along has enough; -1 when it must see all. */
    private static int enoughRows(Query query, SqlScope scope) {
        if (query.fetchFirst() < 0 || query.distinct() || query.orderBy().size() != 1) {
            return -1;
        }
        SortKey key = query.orderBy().get(0);
        boolean walksAlongId = !key.descending()
                && key.value() instanceof Column column
                && column.name().equals("id")
                && scope.table(scope.slotOf(column)).isOneRowPerId();
        return walksAlongId ? query.fetchFirst() : -1;
    }

    private static List<@Nullable SqlRow[]> join(Query query, SqlScope scope, SqlBinder binder, int enough) {
        List<SqlJoinStep> steps = new SqlPlanner(query, scope, binder).plan();
        SqlJoinStep first = steps.get(0);
        boolean inIdOrder = enough >= 0
                && first.isWalk()
                && query.orderBy().get(0).value() instanceof Column column
                && scope.slotOf(column) == first.slot();
        List<@Nullable SqlRow[]> found = new ArrayList<>();
        @Nullable SqlRow[] rows = new SqlRow[scope.size()];
        for (SqlRow candidate : first.candidates(rows)) {
            rows[first.slot()] = candidate;
            if (first.meets(rows)) {
                extend(steps, 1, rows, found);
            }
            if (inIdOrder && found.size() >= enough) {
                break;
            }
        }
        return found;
    }

    private static void extend(
            List<SqlJoinStep> steps, int at, @Nullable SqlRow[] rows, List<@Nullable SqlRow[]> found) {
        if (at == steps.size()) {
            found.add(rows.clone());
            return;
        }
        SqlJoinStep step = steps.get(at);
        if (step.slot() < 0) {
            if (step.meets(rows)) {
                extend(steps, at + 1, rows, found);
            }
            return;
        }
        boolean matched = false;
        for (SqlRow candidate : step.candidates(rows)) {
            rows[step.slot()] = candidate;
            if (step.meets(rows)) {
                matched = true;
                extend(steps, at + 1, rows, found);
            }
        }
        rows[step.slot()] = null;
        if (!matched && step.isOuter()) {
            extend(steps, at + 1, rows, found);
        }
    }

    private static int compare(Sorted a, Sorted b, List<SortKey> keys) {
        for (int i = 0; i < keys.size(); i++) {
            Object left = a.keys().get(i);
            Object right = b.keys().get(i);
            int order = left == null || right == null
                    ? Boolean.compare(left == null, right == null)
                    : SqlValues.compare(left, right);
            if (order != 0) {
                return keys.get(i).descending() ? -order : order;
            }
        }
        return 0;
    }

    private static Map<String, String> show(List<Selected> selected, List<Value> values, @Nullable SqlRow[] rows) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i).of(rows);
            if (value != null && !value.equals("")) {
                shown.put(selected.get(i).name(), SqlValues.text(value));
            }
        }
        return shown;
    }

    private static List<Map<String, String>> cut(List<Map<String, String>> rows, int fetchFirst) {
        int most = fetchFirst < 0 ? MOST_ROWS : fetchFirst;
        return rows.size() > most ? rows.subList(0, most) : rows;
    }
}
