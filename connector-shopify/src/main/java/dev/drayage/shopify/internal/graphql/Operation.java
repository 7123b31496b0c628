package dev.drayage.shopify.internal.graphql;

import java.util.List;
import java.util.Map;

/**
 * A document in its parts. Immutable.
 *
 * @param kind whether it reads or writes
 * @param name its name; empty where it has none
 * @param variables its variables, without the dollar sign, in the order they are written
 * @param selections what it asks of the root
 * @param fragments the fragments of the document by name
 */
public record Operation(
        Kind kind, String name, List<Variable> variables, List<Selection> selections, Map<String, Fragment> fragments) {

    /** Whether a document reads or writes. */
    public enum Kind {
        /** Reads. */
        QUERY,
        /** Writes. */
        MUTATION
    }

    /**
     * A variable.
     *
     * @param name without the dollar sign
     * @param type as it is written, such as {@code [ID!]!}
     * @param fallback the value it has if none is given, as it is written; empty for none
     */
    public record Variable(String name, String type, String fallback) {}

    /**
     * A named fragment.
     *
     * @param type the type it is made for
     * @param selections what it asks
     */
    public record Fragment(String type, List<Selection> selections) {
        public Fragment {
            selections = List.copyOf(selections);
        }
    }

    public Operation {
        variables = List.copyOf(variables);
        selections = List.copyOf(selections);
        fragments = Map.copyOf(fragments);
    }

    /** A fragment of this document. */
    Fragment fragment(String called) {
        Fragment found = fragments.get(called);
        if (found == null) {
            throw new IllegalArgumentException("document " + name + " lacks fragment " + called);
        }
        return found;
    }
}
