package dev.drayage.netsuite.internal.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.CustomFields;
import dev.drayage.model.CustomValue;
import dev.drayage.netsuite.internal.suiteql.FieldName;

/** Writes custom fields by their type; names of other systems are left out. Stateless. */
public final class TypedFields {
    private TypedFields() {}

    /** Puts the custom fields of NetSuite among {@code fields} into {@code body}. */
    public static void put(ObjectNode body, CustomFields fields) {
        fields.values().forEach((name, value) -> {
            if (FieldName.isCustom(name)) {
                put(body, name, value);
            }
        });
    }

    private static void put(ObjectNode body, String name, CustomValue value) {
        value.<ObjectNode>fold(
                text -> body.put(name, LineBreaks.escaped(text.value())),
                number -> body.put(name, number.value()),
                flag -> body.put(name, flag.value()),
                day -> body.put(name, day.value().toString()),
                moment -> body.put(name, moment.value().toString()),
                choice -> body.set(name, RecordClient.reference(body, choice.id())),
                choices -> {
                    ObjectNode list = body.objectNode();
                    ArrayNode items = list.putArray("items");
                    choices.ids().forEach(id -> items.add(RecordClient.reference(body, id)));
                    return body.set(name, list);
                });
    }
}
