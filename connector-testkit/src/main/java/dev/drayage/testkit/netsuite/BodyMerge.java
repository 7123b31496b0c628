package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.RecordType.Sublist;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a record becomes when a body is sent over it: fields left out stay, null clears, a line that carries its key
 * changes that line, and every line without its key is added, even when it says the same as one that is there.
 */
final class BodyMerge {
    private BodyMerge() {}

    /** The merged body; sublists named in {@code replaced}, in lower case, become exactly what was sent. */
    static ObjectNode merge(RecordType type, ObjectNode before, ObjectNode sent, Set<String> replaced) {
        ObjectNode merged = before.deepCopy();
        for (Map.Entry<String, JsonNode> property : sent.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            Optional<Sublist> list = type.sublist(name);
            if (list.isPresent() && !value.isNull()) {
                merged.set(
                        name, mergeRows(list.get(), before, value, replaced.contains(name.toLowerCase(Locale.ROOT))));
            } else if (value.isNull()) {
                merged.remove(name);
            } else if (type.field(name)
                    .filter(field -> field.kind() == FieldKind.ADDRESS)
                    .isPresent()) {
                merged.set(name, over(merged.path(name), (ObjectNode) value));
            } else {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private static ObjectNode mergeRows(Sublist list, ObjectNode before, JsonNode sent, boolean replace) {
        ObjectNode result = Json.object();
        ArrayNode rows = result.putArray("items");
        List<ObjectNode> old = Json.rows(before, list.name());
        if (!replace) {
            old.forEach(row -> rows.add(row.deepCopy()));
        }
        for (JsonNode row : sent.path("items")) {
            ObjectNode line = (ObjectNode) row;
            String key = keyOf(list, line);
            int known = key.isEmpty() ? -1 : position(list, old, key);
            if (known < 0) {
                if (!key.isEmpty() && list.key().equals("line")) {
                    throw Refusal.invalidFieldValue(key, "line", list.name());
                }
                rows.add(withoutNulls(line));
            } else if (replace) {
                rows.add(over(old.get(known), line));
            } else {
                rows.set(known, over(old.get(known), line));
            }
        }
        return result;
    }

    /** Changing what an amount is made of makes it be computed anew. */
    private static ObjectNode over(JsonNode before, ObjectNode sent) {
        ObjectNode merged = before instanceof ObjectNode object ? object.deepCopy() : Json.object();
        if ((sent.has("quantity") || sent.has("rate") || sent.has("price")) && !sent.has("amount")) {
            merged.remove("amount");
        }
        merged.setAll(sent);
        return withoutNulls(merged);
    }

    static ObjectNode withoutNulls(ObjectNode body) {
        ObjectNode clean = body.deepCopy();
        clean.properties().removeIf(property -> property.getValue().isNull());
        return clean;
    }

    private static int position(Sublist list, List<ObjectNode> rows, String key) {
        for (int i = 0; i < rows.size(); i++) {
            if (keyOf(list, rows.get(i)).equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static String keyOf(Sublist list, ObjectNode line) {
        JsonNode key = list.key().isEmpty() ? line.path("") : line.path(list.key());
        JsonNode plain = key.isObject() ? key.path("id") : key;
        return plain.isNumber() ? plain.decimalValue().stripTrailingZeros().toPlainString() : plain.asText("");
    }
}
