package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.RecordType.Sublist;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows a record the way a GET does. Guarded by the account's lock. */
final class RecordView {
    private final Account account;

    RecordView(Account account) {
        this.account = account;
    }

    /**
     * What a GET asks for.
     *
     * @param base address of the record itself
     * @param expandAll whether sublists and subrecords are shown in place
     * @param expanded sublists shown in place all the same
     * @param fields body fields to show, all when empty
     * @param bareEnumerations whether enumerations are the bare id
     */
    record Wish(String base, boolean expandAll, Set<String> expanded, Set<String> fields, boolean bareEnumerations) {

        static Set<String> names(Optional<String> commaSeparated) {
            Set<String> names = new HashSet<>();
            for (String name : commaSeparated.orElse("").split(",", -1)) {
                if (!name.isBlank()) {
                    names.add(name.strip().toLowerCase(Locale.ROOT));
                }
            }
            return names;
        }
    }

    ObjectNode show(StoredRecord record, Wish wish) {
        ObjectNode shown = body(record.recordType(), account.store().read(record), wish);
        shown.put("id", record.id());
        String created = record.recordType().isEntity() ? "dateCreated" : "createdDate";
        if (wanted(wish, created)) {
            shown.put(created, record.createdAt().toString());
        }
        if (wanted(wish, "lastModifiedDate")) {
            shown.put("lastModifiedDate", record.lastModified().toString());
        }
        return shown;
    }

    /** A body that need not be stored, such as the form that a transform would start from. */
    ObjectNode body(RecordType type, ObjectNode body, Wish wish) {
        ObjectNode shown = Json.object();
        shown.set("links", self(wish.base()));
        for (Map.Entry<String, JsonNode> property : body.properties()) {
            String name = property.getKey();
            if (name.startsWith("$")) {
                continue; // a note of the account's own
            }
            JsonNode value = property.getValue();
            Optional<Sublist> list = type.sublist(name);
            boolean inPlace = wish.expandAll() || wish.expanded().contains(name.toLowerCase(Locale.ROOT));
            if (list.isPresent()) {
                if (wish.fields().isEmpty() || wanted(wish, name)) {
                    shown.set(name, inPlace ? rows(list.get(), value, wish) : link(wish, name));
                }
            } else if (wanted(wish, name)) {
                RecordField field = type.field(name).orElse(null);
                boolean address = field != null && field.kind() == FieldKind.ADDRESS;
                shown.set(name, address && !inPlace ? link(wish, name) : value(field, name, value, wish));
            }
        }
        return shown;
    }

    private ObjectNode rows(Sublist list, JsonNode value, Wish wish) {
        ObjectNode shown = Json.object();
        shown.set("links", self(wish.base() + "/" + list.name()));
        ArrayNode items = shown.putArray("items");
        for (JsonNode row : value.path("items")) {
            ObjectNode line = items.addObject();
            line.set("links", Json.array());
            row.properties().stream()
                    .filter(field -> !field.getKey().startsWith("$"))
                    .forEach(field -> line.set(
                            field.getKey(),
                            value(
                                    list.fields().get(field.getKey().toLowerCase(Locale.ROOT)),
                                    field.getKey(),
                                    field.getValue(),
                                    wish)));
        }
        shown.put("count", items.size());
        shown.put("hasMore", false);
        shown.put("offset", 0);
        shown.put("totalResults", items.size());
        return shown;
    }

    private JsonNode value(@Nullable RecordField field, String name, JsonNode value, Wish wish) {
        String id = value.isObject() ? value.path("id").asText("") : "";
        if (id.isEmpty()) {
            return value;
        }
        if (field != null && !field.choices().isEmpty()) {
            boolean bare = wish.bareEnumerations() || account.settings().has(AccountPreference.BARE_ENUMERATIONS);
            return bare ? value.get("id") : Json.ref(id).put("refName", choiceName(field, id));
        }
        ObjectNode shown = Json.object();
        shown.set("links", Json.array());
        shown.put("id", id);
        String target = field == null || field.target().isEmpty() ? computedTarget(name) : field.target();
        return shown.put("refName", account.references().displayName(target, id));
    }

    private static String choiceName(RecordField field, String id) {
        return field.choices().getOrDefault(id, id);
    }

    private static String computedTarget(String name) {
        return switch (name) {
            case "createdFrom" -> "transaction";
            case "entity" -> "customer";
            default -> name;
        };
    }

    private static boolean wanted(Wish wish, String name) {
        return wish.fields().isEmpty() || wish.fields().contains(name.toLowerCase(Locale.ROOT));
    }

    private static ObjectNode link(Wish wish, String name) {
        ObjectNode shown = Json.object();
        shown.set("links", self(wish.base() + "/" + name));
        return shown;
    }

    static ArrayNode self(String href) {
        ArrayNode links = Json.array();
        links.addObject().put("rel", "self").put("href", href);
        return links;
    }
}
