package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Fields that a transformed document takes over from its source. External ids are never among them. */
final class TransformedFields {
    private TransformedFields() {}

    /** Copies one field unless the target has it already. */
    static void copy(ObjectNode from, ObjectNode to, String field) {
        if (Json.has(from, field) && !to.has(field)) {
            to.set(field, from.get(field).deepCopy());
        }
    }

    /** Copies all custom fields of one kind, such as {@code custbody}. */
    static void copyCustom(ObjectNode from, ObjectNode to, String prefix) {
        from.properties().forEach(property -> {
            if (property.getKey().toLowerCase(Locale.ROOT).startsWith(prefix)) {
                copy(from, to, property.getKey());
            }
        });
    }
}
