package dev.drayage.mapping;

import dev.drayage.model.CustomFields;
import dev.drayage.model.CustomValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which custom fields of a target are filled from what. A rule whose source has no value writes nothing: absent, empty and
 * zero stay three different things. Immutable.
 *
 * @param <S> the record or line that is read
 */
public final class FieldMapping<S> {
    private final List<Rule<S>> rules;

    private FieldMapping(List<Rule<S>> rules) {
        this.rules = List.copyOf(rules);
    }

    /** A mapping that fills nothing. */
    public static <S> FieldMapping<S> none() {
        return new FieldMapping<>(List.of());
    }

    /** A new builder; {@code fields} tells where the source keeps its own custom fields. */
    public static <S> Builder<S> builder(Function<S, CustomFields> fields) {
        return new Builder<>(fields);
    }

    /** The target's custom fields, by the target's names. */
    public CustomFields apply(S source) {
        CustomFields out = CustomFields.none();
        for (Rule<S> rule : rules) {
            Optional<CustomValue> value = rule.value.apply(source);
            if (value.isPresent()) {
                out = out.with(rule.target, value.get());
            }
        }
        return out;
    }

    /** The names of the target's fields that may be filled. */
    public Set<String> targets() {
        Set<String> names = new HashSet<>();
        rules.forEach(rule -> names.add(rule.target));
        return names;
    }

    private record Rule<S>(String target, Function<S, Optional<CustomValue>> value) {}

    /**
     * Collects rules. Not thread-safe.
     *
     * @param <S> the record or line that is read
     */
    public static final class Builder<S> {
        private final Function<S, CustomFields> fields;
        private final List<Rule<S>> rules = new ArrayList<>();

        private Builder(Function<S, CustomFields> fields) {
            this.fields = fields;
        }

        /** Fills {@code target} from the source's custom field of the given name. */
        public Builder<S> copy(String source, String target) {
            return value(target, record -> fields.apply(record).get(source));
        }

        /** Fills {@code target} with the same value always. */
        public Builder<S> constant(String target, CustomValue value) {
            return value(target, record -> Optional.of(value));
        }

        /** Fills {@code target} with what the function makes of the source. */
        public Builder<S> value(String target, Function<S, Optional<CustomValue>> value) {
            if (rules.stream().anyMatch(rule -> rule.target.equals(target))) {
                throw new IllegalArgumentException("field " + target + " is mapped twice");
            }
            rules.add(new Rule<>(target, value));
            return this;
        }

        /** The mapping. */
        public FieldMapping<S> build() {
            return new FieldMapping<>(rules);
        }
    }
}
