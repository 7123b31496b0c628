package dev.drayage.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Typed extras of a record or line, by the name that the system itself gives them ({@code custbody_x},
 * {@code custom.gift_note}). Immutable.
 *
 * @param values value by field name, in the order they were set
 */
public record CustomFields(Map<String, CustomValue> values) {
    private static final CustomFields NONE = new CustomFields(Map.of());

    public CustomFields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** No extras. */
    public static CustomFields none() {
        return NONE;
    }

    /** The value of a field, if it is there. */
    public Optional<CustomValue> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of a field as text, if it is there and is text. */
    public Optional<String> text(String name) {
        return get(name).filter(CustomValue.Text.class::isInstance).map(v -> ((CustomValue.Text) v).value());
    }

    /** The same extras with one more, or with another value for it. */
    public CustomFields with(String name, CustomValue value) {
        Map<String, CustomValue> all = new LinkedHashMap<>(values);
        all.put(name, value);
        return new CustomFields(all);
    }

    /** The names that are set. */
    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public String toString() {
        return "CustomFields" + values.keySet();
    }
}
