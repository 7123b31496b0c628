package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.RecordType.Sublist;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client sent: names are matched without case and written the way NetSuite spells them, values are checked
 * and brought into one form, references are resolved. Explicit nulls stay in, they clear a field. A name nobody knows
 * is dropped without a word, unless the request asked for name validation. Guarded by the account's lock.
 */
final class BodyIntake {
    private static final Set<String> ADDRESS_FIELDS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        ADDRESS_FIELDS.addAll(Set.of(
                "addressee",
                "attention",
                "addr1",
                "addr2",
                "addr3",
                "addrPhone",
                "city",
                "state",
                "zip",
                "country",
                "override",
                "addrText"));
    }

    private final References references;
    private final AccountSettings settings;

    BodyIntake(References references, AccountSettings settings) {
        this.references = references;
        this.settings = settings;
    }

    /** The body in the account's own form; {@code strictNames} refuses unknown names instead of dropping them. */
    ObjectNode read(RecordType type, ObjectNode sent, boolean strictNames) {
        return new Reading(strictNames || settings.has(AccountPreference.STRICT_PROPERTY_NAMES)).record(type, sent);
    }

    private final class Reading {
        private final boolean strict;

        Reading(boolean strict) {
            this.strict = strict;
        }

        ObjectNode record(RecordType type, ObjectNode sent) {
            ObjectNode clean = Json.object();
            for (Map.Entry<String, JsonNode> property : sent.properties()) {
                String name = property.getKey();
                JsonNode value = property.getValue();
                Optional<Sublist> list = type.sublist(name);
                Optional<RecordField> field = type.field(name);
                if (list.isPresent()) {
                    refuseTaxDetailsWithoutSuiteTax(list.get().name());
                    clean.set(list.get().name(), sublist(list.get(), value));
                } else if (field.isPresent()) {
                    refuseTaxDetailsWithoutSuiteTax(field.get().name());
                    put(clean, field.get(), value, field.get().name());
                } else if (type.isOpen()) {
                    clean.set(name, value);
                } else {
                    unknownName(name);
                }
            }
            return clean;
        }

        private void refuseTaxDetailsWithoutSuiteTax(String name) {
            if (name.startsWith("taxDetails") && !settings.has(AccountPreference.SUITE_TAX)) {
                throw Refusal.invalidContent("The property " + name + " needs SuiteTax, which is not enabled.", name);
            }
        }

        private void unknownName(String path) {
            if (strict) {
                throw Refusal.invalidContent("Error while accessing a resource. Unknown property: " + path + ".", path);
            }
        }

        private JsonNode sublist(Sublist list, JsonNode sent) {
            if (sent.isNull()) {
                return sent;
            }
            if (!sent.path("items").isArray()) {
                throw Refusal.invalidContent(
                        "Invalid value for the sublist " + list.name() + ": {\"items\": [...]} is expected.",
                        list.name());
            }
            ObjectNode clean = Json.object();
            ArrayNode rows = clean.putArray("items");
            int position = 0;
            for (JsonNode row : sent.path("items")) {
                String path = list.name() + ".items[" + position++ + "]";
                if (!(row instanceof ObjectNode line)) {
                    throw Refusal.invalidContent("An object is expected.", path);
                }
                rows.add(line(list, line, path));
            }
            return clean;
        }

        private ObjectNode line(Sublist list, ObjectNode sent, String path) {
            ObjectNode clean = Json.object();
            for (Map.Entry<String, JsonNode> property : sent.properties()) {
                RecordField field = list.fields().get(property.getKey().toLowerCase(Locale.ROOT));
                if (field == null) {
                    unknownName(path + "." + property.getKey());
                } else {
                    put(clean, field, property.getValue(), path + "." + field.name());
                }
            }
            return clean;
        }

        private void put(ObjectNode clean, RecordField field, JsonNode value, String path) {
            if (value.isNull()) {
                clean.putNull(field.name());
                return;
            }
            switch (field.kind()) {
                case COMPUTED -> {}
                case TEXT -> clean.put(field.name(), text(field, value, path));
                case NUMBER -> number(clean, field, value, path);
                case FLAG -> clean.put(field.name(), flag(field, value, path));
                case DATE -> clean.put(field.name(), date(field, value, path));
                case REFERENCE -> clean.set(field.name(), references.resolve(field, value, path));
                case COMPUTED_CHOICE -> {}
                case CHOICE -> clean.set(field.name(), choice(field, value, path));
                case ADDRESS -> clean.set(field.name(), address(field, value, path));
                case BLOB -> clean.set(field.name(), value);
            }
        }

        private ObjectNode address(RecordField field, JsonNode value, String path) {
            if (!(value instanceof ObjectNode sent)) {
                throw wrong(field, path, "an address");
            }
            ObjectNode clean = Json.object();
            sent.properties().forEach(part -> {
                if (!ADDRESS_FIELDS.contains(part.getKey())) {
                    unknownName(path + "." + part.getKey());
                } else {
                    clean.set(part.getKey(), part.getValue());
                }
            });
            return clean;
        }
    }

    /** A raw line break in text is lost; only one that was escaped twice arrives. */
    private static String text(RecordField field, JsonNode value, String path) {
        if (value.isObject() && value.path("id").isValueNode()) {
            return value.path("id").asText();
        }
        if (!value.isValueNode()) {
            throw wrong(field, path, "text");
        }
        return value.asText()
                .replace("\n", "")
                .replace("\r", "")
                .replace("\\n", "\n")
                .replace("\\r", "\r");
    }

    private static void number(ObjectNode clean, RecordField field, JsonNode value, String path) {
        if (value.isNumber()) {
            clean.put(field.name(), value.decimalValue());
            return;
        }
        String text = value.asText("");
        boolean percent = text.endsWith("%");
        BigDecimal parsed = parsed(BigDecimal::new, percent ? text.substring(0, text.length() - 1) : text);
        if (parsed == null) {
            throw wrong(field, path, "a number");
        }
        if (percent) {
            clean.put(field.name(), text);
        } else {
            clean.put(field.name(), parsed);
        }
    }

    private static boolean flag(RecordField field, JsonNode value, String path) {
        if (!value.isBoolean()) {
            throw wrong(field, path, "true or false");
        }
        return value.booleanValue();
    }

    private static String date(RecordField field, JsonNode value, String path) {
        LocalDate day = parsed(LocalDate::parse, value.asText());
        if (day == null) {
            throw wrong(field, path, "a date such as 2026-06-15");
        }
        return day.toString();
    }

    private static ObjectNode choice(RecordField field, JsonNode value, String path) {
        String id = value.path("id").asText("");
        if (!field.choices().containsKey(id)) {
            throw Refusal.invalidFieldValue(id.isEmpty() ? value.toString() : id, field.name(), path);
        }
        return Json.ref(id);
    }

    private static <T> @Nullable T parsed(Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }

    private static Refusal wrong(RecordField field, String path, String expected) {
        return Refusal.invalidContent(
                "Invalid value for the field " + field.name() + ": " + expected + " is expected.", path);
    }
}
