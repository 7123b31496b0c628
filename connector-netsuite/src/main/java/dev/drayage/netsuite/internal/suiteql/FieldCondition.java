package dev.drayage.netsuite.internal.suiteql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A field that must hold one of some values. Immutable.
 *
 * @param field field name
 * @param values values, at least one
 */
public record FieldCondition(String field, List<String> values) {
    public FieldCondition {
        values = List.copyOf(values);
    }

    /** Conditions of a setting such as {@code custbody_export=T, shipmethod=92|93}, in a stable order. */
    public static List<FieldCondition> of(Map<String, String> pairs) {
        List<FieldCondition> conditions = new ArrayList<>();
        new TreeMap<>(pairs)
                .forEach(
                        (field, values) -> conditions.add(new FieldCondition(field, List.of(values.split("\\|", -1)))));
        return conditions;
    }
}
