package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** As much of a Swagger 2.0 model as it takes to check an answer: types, required and known properties, enums. */
final class SwaggerModel {
    private final JsonNode root;

    private SwaggerModel(JsonNode root) {
        this.root = root;
    }

    static SwaggerModel read(Path file) {
        try {
            return new SwaggerModel(SellerCentral.JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Description of an operation, which holds its usage plan. */
    String description(String operationId) {
        for (JsonNode path : root.path("paths")) {
            for (JsonNode operation : path) {
                if (operation.path("operationId").asText().equals(operationId)) {
                    return operation.path("description").asText();
                }
            }
        }
        throw new IllegalArgumentException("No operation " + operationId);
    }

    /** What is wrong with the value, one line for each fault. */
    List<String> objections(String definition, JsonNode value) {
        List<String> found = new ArrayList<>();
        check(definition, root.path("definitions").path(definition), value, found);
        return found;
    }

    private void check(String at, JsonNode schema, JsonNode value, List<String> found) {
        if (schema.has("$ref")) {
            check(at, root.at(schema.path("$ref").asText().substring(1)), value, found);
            return;
        }
        JsonNode allowed = schema.path("enum");
        if (allowed.isArray() && !contains(allowed, value)) {
            found.add(at + " is no known value: " + value);
        }
        switch (schema.path("type").asText("object")) {
            case "object" -> object(at, schema, value, found);
            case "array" -> {
                if (!value.isArray()) {
                    found.add(at + " is no array");
                }
                value.forEach(element -> check(at + "[]", schema.path("items"), element, found));
            }
            case "string" -> demand(value.isTextual(), at, "text", found);
            case "integer" -> demand(value.isIntegralNumber(), at, "whole number", found);
            case "number" -> demand(value.isNumber(), at, "number", found);
            case "boolean" -> demand(value.isBoolean(), at, "boolean", found);
            default -> found.add(at + " has a schema that is not understood");
        }
    }

    private void object(String at, JsonNode schema, JsonNode value, List<String> found) {
        demand(value.isObject(), at, "object", found);
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                found.add(at + " lacks " + name.asText());
            }
        });
        JsonNode known = schema.path("properties");
        if (known.isObject()) {
            value.properties().forEach(field -> {
                if (known.has(field.getKey())) {
                    check(at + "." + field.getKey(), known.path(field.getKey()), field.getValue(), found);
                } else {
                    found.add(at + " has the unknown property " + field.getKey());
                }
            });
        }
    }

    private static void demand(boolean holds, String at, String type, List<String> found) {
        if (!holds) {
            found.add(at + " is no " + type);
        }
    }

    private static boolean contains(JsonNode allowed, JsonNode value) {
        for (JsonNode one : allowed) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
