package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.SqlBinder.Value;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Call;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Expression;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Query;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Selected;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** COUNT, SUM, MIN and MAX, over everything or by the columns of GROUP BY; groups come in the order of their keys. */
final class SqlGroups {
    private final Query query;
    private final SqlBinder binder;

    SqlGroups(Query query, SqlBinder binder) {
        this.query = query;
        this.binder = binder;
    }

    List<Map<String, String>> rows(List<@Nullable SqlRow[]> found) {
        List<Value> keys = query.groupBy().stream().map(binder::value).toList();
        Map<String, List<@Nullable SqlRow[]>> groups = new TreeMap<>();
        if (keys.isEmpty()) {
            groups.put("", found);
        }
        for (@Nullable SqlRow[] row : keys.isEmpty() ? List.<@Nullable SqlRow[]>of() : found) {
            StringBuilder key = new StringBuilder();
            for (Value value : keys) {
                Object own = value.of(row);
                key.append(own == null ? "" : SqlValues.key(own)).append('\u0000');
            }
            groups.computeIfAbsent(key.toString(), k -> new ArrayList<>()).add(row);
        }
        return groups.values().stream().map(this::row).toList();
    }

    private Map<String, String> row(List<@Nullable SqlRow[]> group) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Selected one : query.selected()) {
            Object value = SuiteQlEvaluator.isAggregate(one.value())
                    ? aggregate((Call) one.value(), group)
                    : group.isEmpty() ? null : binder.value(one.value()).of(group.get(0));
            if (value != null) {
                shown.put(one.name(), SqlValues.text(value));
            }
        }
        return shown;
    }

    private @Nullable Object aggregate(Call call, List<@Nullable SqlRow[]> group) {
        if (call.arguments().isEmpty()) {
            return (long) group.size();
        }
        Expression argument = call.arguments().get(0);
        Value value = binder.value(argument);
        List<Object> values = new ArrayList<>();
        for (@Nullable SqlRow[] row : group) {
            Object own = value.of(row);
            if (own != null) {
                values.add(Objects.requireNonNull(own));
            }
        }
        return switch (call.function()) {
            case "COUNT" -> (long) values.size();
            case "SUM" ->
                values.isEmpty()
                        ? null
                        : values.stream().map(SqlValues::number).reduce(BigDecimal.ZERO, BigDecimal::add);
            case "MIN" -> values.stream().min(SqlValues::compare).orElse(null);
            default -> values.stream().max(SqlValues::compare).orElse(null);
        };
    }
}
