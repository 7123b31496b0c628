package dev.drayage.shopify.internal.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a document asks for at one place. Immutable. */
public sealed interface Selection {

    /**
     * A field.
     *
     * @param key what the answer calls it: its alias, or its name
     * @param name its name in the schema
     * @param arguments each argument as it is written; a variable with its dollar sign
     * @param directives names of its directives
     * @param selections what is asked of it; empty for a plain value
     */
    record Field(
            String key, String name, Map<String, String> arguments, Set<String> directives, List<Selection> selections)
            implements Selection {
        public Field {
            arguments = Map.copyOf(arguments);
            directives = Set.copyOf(directives);
            selections = List.copyOf(selections);
        }
    }

    /** All that a named fragment asks for. */
    record Spread(String fragment) implements Selection {}

    /**
     * What is asked if the value is of one type.
     *
     * @param type the type, where one is named
     * @param selections what is then asked
     */
    record Inline(Optional<String> type, List<Selection> selections) implements Selection {
        public Inline {
            selections = List.copyOf(selections);
        }
    }
}
