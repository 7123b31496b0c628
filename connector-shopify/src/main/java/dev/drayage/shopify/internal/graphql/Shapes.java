package dev.drayage.shopify.internal.graphql;

import dev.drayage.shopify.internal.graphql.Selection.Field;
import java.util.Set;

/** What the estimate has to know about the schema. Implementations are thread-safe. */
public interface Shapes {

    /** How a field counts. */
    enum Weight {
        /** A plain value, or a value object that costs nothing, with all that is asked of it. */
        FREE,
        /** An object, or a plain list of objects. */
        OBJECT,
        /** A connection, which is priced by its page size. */
        CONNECTION
    }

    /**
     * A field as the schema knows it.
     *
     * @param weight how it counts
     * @param type name of its type, of the nodes' type for a connection; empty where it does not matter
     */
    record Shape(Weight weight, String type) {}

    /**
     * The shape of a field.
     *
     * @param parent type that has the field, as an earlier shape named it
     * @param field the field
     * @param asked names of what is asked of it, fragments resolved
     */
    Shape of(String parent, Field field, Set<String> asked);

    /** The type of the root. */
    String root(Operation.Kind kind);

    /**
     * Whether a fragment holds for some of the parent's values only, so that of all such fragments the dearest one counts.
     *
     * @param parent type of the place
     * @param condition type of the fragment
     * @param inline whether it is written in place rather than named
     */
    boolean isBranch(String parent, String condition, boolean inline);
}
