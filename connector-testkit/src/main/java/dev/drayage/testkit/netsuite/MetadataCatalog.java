package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.RecordType.Sublist;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code metadata-catalog}: JSON Schema of one record, or the list of records, with the account's custom fields. */
final class MetadataCatalog {
    private final RecordCatalog catalog;

    MetadataCatalog(RecordCatalog catalog) {
        this.catalog = catalog;
    }

    WireResponse answer(List<String> path, WireRequest request) {
        if (!request.method().equals("GET")) {
            throw Refusal.methodNotAllowed(request.method());
        }
        ObjectNode body = path.size() > 1
                ? schema(catalog.get(path.get(1)))
                : list(RecordView.Wish.names(request.queryValue("select")));
        return new WireResponse(200, Map.of("Content-Type", "application/schema+json"), Json.bytes(body));
    }

    private ObjectNode list(Set<String> selected) {
        ObjectNode body = Json.object();
        Set<String> names = new TreeSet<>();
        for (RecordType type : catalog.all()) {
            if (selected.isEmpty() || selected.contains(type.name().toLowerCase(Locale.ROOT))) {
                names.add(type.name());
            }
        }
        names.forEach(name -> body.withArray("items").addObject().put("name", name));
        return body;
    }

    private static ObjectNode schema(RecordType type) {
        ObjectNode body = Json.object();
        body.put("type", "object");
        body.put("title", type.label());
        ObjectNode properties = body.putObject("properties");
        type.fields().values().forEach(field -> properties.set(field.name(), property(field)));
        for (Sublist list : type.sublists().values()) {
            ObjectNode rows = properties
                    .putObject(list.name())
                    .put("type", "object")
                    .putObject("properties")
                    .putObject("items")
                    .put("type", "array")
                    .putObject("items")
                    .put("type", "object")
                    .putObject("properties");
            list.fields().values().forEach(field -> rows.set(field.name(), property(field)));
        }
        return body;
    }

    private static ObjectNode property(RecordField field) {
        ObjectNode property = Json.object();
        property.put("title", field.name());
        switch (field.kind()) {
            case NUMBER -> property.put("type", "number");
            case FLAG -> property.put("type", "boolean");
            case DATE -> property.put("type", "string").put("format", "date");
            case REFERENCE, CHOICE, COMPUTED_CHOICE, ADDRESS, BLOB -> property.put("type", "object");
            case TEXT, COMPUTED -> property.put("type", "string");
        }
        if (field.kind() == FieldKind.COMPUTED) {
            property.put("readOnly", true);
        }
        if (field.name().toLowerCase(Locale.ROOT).startsWith("cust")
                && field.name().contains("_")) {
            property.put("x-ns-custom-field", true);
        }
        return property;
    }
}
