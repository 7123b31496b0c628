package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.SqlBinder.Test;
import dev.drayage.testkit.netsuite.SqlBinder.Value;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.And;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Column;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Compare;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Condition;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Expression;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.In;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides in which order the tables of a query are joined: first the one that an index narrows down best, then those
 * that what is known leads to by an index, then the rest; outer joins come last, in the order they were written.
 */
final class SqlPlanner {
    private final SqlScope scope;
    private final SqlBinder binder;
    private final List<Condition> inner = new ArrayList<>();
    private final List<Condition> where = new ArrayList<>();

    SqlPlanner(Query query, SqlScope scope, SqlBinder binder) {
        this.scope = scope;
        this.binder = binder;
        for (int slot = 0; slot < scope.size(); slot++) {
            if (!scope.source(slot).left()) {
                scope.source(slot).on().ifPresent(on -> flatten(on, inner));
            }
        }
        query.where().ifPresent(condition -> flatten(condition, where));
    }

    List<SqlJoinStep> plan() {
        Set<Integer> open = new LinkedHashSet<>();
        Set<Integer> outer = new LinkedHashSet<>();
        for (int slot = 0; slot < scope.size(); slot++) {
            (scope.source(slot).left() ? outer : open).add(slot);
        }
        List<Condition> conditions = new ArrayList<>(inner);
        conditions.addAll(where);
        List<SqlJoinStep> steps = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        Set<Condition> used = new HashSet<>();
        while (!open.isEmpty()) {
            Way best = open.stream()
                    .map(slot -> way(slot, conditions, known))
                    .min((a, b) -> Integer.compare(a.cost(), b.cost()))
                    .orElseThrow();
            open.remove(best.slot());
            known.add(best.slot());
            steps.add(step(best, false, testable(conditions, known, used)));
        }
        for (int slot : outer) {
            List<Condition> on = new ArrayList<>();
            scope.source(slot).on().ifPresent(condition -> flatten(condition, on));
            Way way = way(slot, on, known);
            known.add(slot);
            steps.add(step(way, true, on.stream().map(binder::test).toList()));
        }
        List<Test> left = testable(conditions, known, used);
        if (!left.isEmpty()) {
            steps.add(new SqlJoinStep(-1, scope.table(0), false, left, "", List.of(), null));
        }
        return steps;
    }

    /** How the rows of a slot are reached; a lower cost is better. */
    private record Way(
            int slot,
            int cost,
            String keyColumn,
            List<Value> keys,
            @Nullable Value after) {}

    private SqlJoinStep step(Way way, boolean outer, List<Test> tests) {
        return new SqlJoinStep(
                way.slot(), scope.table(way.slot()), outer, tests, way.keyColumn(), way.keys(), way.after());
    }

    private Way way(int slot, List<Condition> conditions, Set<Integer> known) {
        SqlTable table = scope.table(slot);
        Way best = new Way(slot, 100, "", List.of(), null);
        for (Condition condition : conditions) {
            Way found = null;
            if (condition instanceof Compare compare && compare.sign().equals("=")) {
                found = byKey(slot, table, compare.left(), List.of(compare.right()), known)
                        .or(() -> byKey(slot, table, compare.right(), List.of(compare.left()), known))
                        .orElse(null);
            } else if (condition instanceof In in && !in.negated()) {
                found = byKey(slot, table, in.value(), in.list(), known).orElse(null);
            } else if (condition instanceof Compare compare && compare.sign().equals(">")) {
                found = afterId(slot, table, compare, known);
            }
            if (found != null && found.cost() < best.cost()) {
                best = found;
            }
        }
        return best;
    }

    private Optional<Way> byKey(int slot, SqlTable table, Expression key, List<Expression> values, Set<Integer> known) {
        if (!(key instanceof Column column)
                || scope.slotOf(column) != slot
                || !values.stream().allMatch(value -> known.containsAll(slots(value)))) {
            return Optional.empty();
        }
        table.get(column.name());
        boolean constant = values.stream().allMatch(value -> slots(value).isEmpty());
        boolean indexed = table.isIndexed(column.name());
        if (!indexed && constant) {
            return Optional.empty(); // a hash of the whole table for one value is no better than a walk
        }
        int cost = !indexed ? 60 : column.name().equals("id") ? 10 : 20;
        int many = values.size() > 1 ? 10 : 0;
        List<Value> keys = values.stream().map(binder::value).toList();
        return Optional.of(new Way(slot, cost + many, column.name(), keys, null));
    }

    private @Nullable Way afterId(int slot, SqlTable table, Compare compare, Set<Integer> known) {
        boolean applies = compare.left() instanceof Column column
                && scope.slotOf(column) == slot
                && column.name().equals("id")
                && table.isOneRowPerId()
                && known.containsAll(slots(compare.right()))
                && slots(compare.right()).isEmpty();
        return applies ? new Way(slot, 90, "", List.of(), binder.value(compare.right())) : null;
    }

    private List<Test> testable(List<Condition> conditions, Set<Integer> known, Set<Condition> used) {
        List<Test> tests = new ArrayList<>();
        for (Condition condition : conditions) {
            if (!used.contains(condition) && known.containsAll(SqlSlots.of(condition, scope))) {
                used.add(condition);
                tests.add(binder.test(condition));
            }
        }
        return tests;
    }

    private Set<Integer> slots(Expression expression) {
        return SqlSlots.of(expression, scope);
    }

    private static void flatten(Condition condition, List<Condition> into) {
        if (condition instanceof And and) {
            and.all().forEach(one -> flatten(one, into));
        } else {
            into.add(condition);
        }
    }
}
