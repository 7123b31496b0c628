package dev.drayage.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.wire.WireRequest;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds a request against one operation of a Swagger 2.0 model: unknown and missing parameters and properties, types,
 * enumerations, patterns, limits. Just as much of Swagger as Amazon's models use for requests. Stateless.
 */
final class SwaggerCheck {
    private final JsonNode model;
    private final List<String> faults = new ArrayList<>();

    private SwaggerCheck(JsonNode model) {
        this.model = model;
    }

    /** Everything in which a request differs from the model; empty if it fits. */
    static List<String> faults(JsonNode model, String path, WireRequest request) {
        SwaggerCheck check = new SwaggerCheck(model);
        JsonNode operation =
                model.path("paths").path(path).path(request.method().toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return List.of("no operation " + request.method() + " " + path);
        }
        check.parameters(operation.path("parameters"), request);
        return check.faults;
    }

    private void parameters(JsonNode parameters, WireRequest request) {
        for (Map.Entry<String, List<String>> sent : request.query().entrySet()) {
            JsonNode known = null;
            for (JsonNode parameter : parameters) {
                if (parameter.path("in").asText().equals("query")
                        && parameter.path("name").asText().equals(sent.getKey())) {
                    known = parameter;
                }
            }
            if (known == null) {
                faults.add("unknown parameter " + sent.getKey());
            } else if (sent.getValue().size() != 1) {
                faults.add("parameter " + sent.getKey() + " comes "
                        + sent.getValue().size() + " times");
            } else {
                text(known, sent.getValue().get(0), sent.getKey());
            }
        }
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            boolean required = parameter.path("required").asBoolean();
            switch (parameter.path("in").asText()) {
                case "query" -> {
                    if (required && !request.query().containsKey(name)) {
                        faults.add("missing parameter " + name);
                    }
                }
                case "body" -> value(parameter.path("schema"), AmazonSpecs.parse(request.text()), "$");
                default -> {}
            }
        }
    }

    /** A value of the query: text that must read as its type. */
    private void text(JsonNode schema, String sent, String at) {
        switch (schema.path("type").asText()) {
            case "array" -> {
                String[] entries = sent.split(",", -1);
                if (schema.has("maxItems")
                        && entries.length > schema.path("maxItems").asInt()) {
                    faults.add(at + " has too many entries");
                }
                for (String entry : entries) {
                    text(schema.path("items"), entry, at);
                }
            }
            case "integer" -> {
                if (!sent.matches("-?[0-9]+")) {
                    faults.add(at + " is no whole number");
                } else if (schema.has("maximum")
                        && Integer.parseInt(sent) > schema.path("maximum").asInt()) {
                    faults.add(at + " is too large");
                }
            }
            default -> word(schema, sent, at);
        }
    }

    private void word(JsonNode schema, String sent, String at) {
        if (sent.isEmpty()) {
            faults.add(at + " is empty");
        }
        boolean listed = !schema.has("enum");
        for (JsonNode allowed : schema.path("enum")) {
            listed |= allowed.asText().equals(sent);
        }
        if (!listed) {
            faults.add(at + " is none of " + schema.path("enum"));
        }
        if (schema.has("pattern") && !sent.matches(schema.path("pattern").asText())) {
            faults.add(at + " does not match " + schema.path("pattern"));
        }
        if (schema.path("format").asText().equals("date-time")) {
            try {
                OffsetDateTime.parse(sent);
            } catch (DateTimeException e) {
                faults.add(at + " is no date-time");
            }
        }
    }

    private void value(JsonNode unresolved, JsonNode sent, String at) {
        JsonNode schema = resolved(unresolved);
        switch (schema.path("type").asText()) {
            case "object" -> {
                if (!sent.isObject()) {
                    faults.add(at + " is no object");
                }
                schema.path("required").forEach(name -> {
                    if (!sent.has(name.asText())) {
                        faults.add(at + " lacks " + name.asText());
                    }
                });
                sent.properties().forEach(property -> {
                    if (schema.path("additionalProperties").asBoolean()) {
                        return;
                    }
                    if (!schema.path("properties").has(property.getKey())) {
                        faults.add(at + " has the unknown property " + property.getKey());
                    } else {
                        value(
                                schema.path("properties").path(property.getKey()),
                                property.getValue(),
                                at + "." + property.getKey());
                    }
                });
            }
            case "array" -> {
                if (!sent.isArray()) {
                    faults.add(at + " is no list");
                }
                sent.forEach(entry -> value(schema.path("items"), entry, at + "[]"));
            }
            case "integer" -> {
                if (!sent.isInt()) {
                    faults.add(at + " is no whole number");
                }
            }
            default -> {
                if (sent.isTextual()) {
                    word(schema, sent.asText(), at);
                } else {
                    faults.add(at + " is no text");
                }
            }
        }
    }

    private JsonNode resolved(JsonNode schema) {
        String ref = schema.path("$ref").asText();
        return ref.isEmpty() ? schema : model.path("definitions").path(ref.substring(ref.lastIndexOf('/') + 1));
    }
}
