package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** Turns references into internal ids and back into display names. Guarded by the account's lock. */
final class References {
    /** Records that must exist to be referred to; other lists are only checked once a test seeds some of them. */
    private static final Set<String> ALWAYS_CHECKED =
            Set.of("customer", "item", "location", "subsidiary", "currency", "shipItem");

    private final RecordCatalog catalog;
    private final RecordStore store;

    References(RecordCatalog catalog, RecordStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** {@code {"id": ...}} for a sent reference by {@code id} or {@code externalId}; refuses what does not exist. */
    ObjectNode resolve(RecordField field, JsonNode sent, String path) {
        JsonNode id = sent.path("id");
        JsonNode externalId = sent.path("externalId");
        if (!id.isTextual() && !id.isIntegralNumber() && !externalId.isTextual()) {
            throw Refusal.invalidContent(
                    "Invalid value for the field " + field.name() + ": a reference with an id is expected.", path);
        }
        if (field.target().equals("any")) {
            return Json.ref(id.asText(externalId.asText()));
        }
        if (id.isMissingNode()) {
            return store.byExternalId(space(field.target()), externalId.asText())
                    .filter(found -> fits(field.target(), found))
                    .map(found -> Json.ref(found.id()))
                    .orElseThrow(() -> unknown(field, externalId.asText(), path));
        }
        String key = id.asText();
        boolean checked = ALWAYS_CHECKED.contains(field.target())
                || catalog.find(field.target()).filter(store::anyOf).isPresent();
        if (checked && find(field.target(), key).isEmpty()) {
            throw unknown(field, key, path);
        }
        return Json.ref(key);
    }

    /** The record behind an internal id of a reference to {@code target}. */
    Optional<StoredRecord> find(String target, String id) {
        if (id.isEmpty() || !id.chars().allMatch(c -> c == '-' || Character.isDigit(c)) || id.length() > 18) {
            return Optional.empty();
        }
        return Optional.ofNullable(store.at(space(target), Long.parseLong(id))).filter(found -> fits(target, found));
    }

    /** What the screen shows for a reference; the id itself when there is nothing better. */
    String displayName(String target, String id) {
        return find(target, id).map(this::displayName).orElse(id);
    }

    String displayName(StoredRecord record) {
        if (record.recordType().isTransaction()) {
            return record.recordType().label() + " #" + record.tranId().orElse(record.id());
        }
        ObjectNode body = store.read(record);
        for (String field : new String[] {"entityId", "itemId", "name", "inventoryNumber"}) {
            if (Json.has(body, field)) {
                return body.path(field).asText();
            }
        }
        return record.id();
    }

    private String space(String target) {
        return switch (target) {
            case "item" -> "item";
            case "transaction" -> "transaction";
            default -> catalog.find(target).map(RecordType::space).orElse(target);
        };
    }

    private static boolean fits(String target, StoredRecord found) {
        return target.equals("item")
                || target.equals("transaction")
                || found.type().equals(target);
    }

    private static Refusal unknown(RecordField field, String key, String path) {
        return switch (field.target()) {
            case "customer" -> Refusal.invalidReference("entity", key, path);
            case "subsidiary" -> Refusal.invalidReference("subsidiary", key, path);
            default -> Refusal.invalidFieldValue(key, field.name(), path);
        };
    }
}
