package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** JSON trees with exact decimals. Stateless and thread-safe. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The object in {@code text}; anything else is refused as NetSuite refuses a malformed body. */
    static ObjectNode parseObject(byte[] text) {
        try {
            JsonNode node = text.length == 0 ? object() : MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw Refusal.invalidContent("Invalid content in the request body: " + e.getOriginalMessage(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw Refusal.invalidContent("Invalid content in the request body: an object is expected.", "");
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a sublist kept as {@code {"items": [...]}}; none when it is absent. */
    static List<ObjectNode> rows(JsonNode record, String sublist) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode row : record.path(sublist).path("items")) {
            if (row instanceof ObjectNode object) {
                rows.add(object);
            }
        }
        return rows;
    }

    /** Identifier behind a reference or an enumeration kept as {@code {"id": ...}}; empty text for none. */
    static String refId(JsonNode record, String field) {
        return record.path(field).path("id").asText("");
    }

    static ObjectNode ref(String id) {
        return object().put("id", id);
    }

    /** A number field, zero when it is absent. */
    static BigDecimal number(JsonNode record, String field) {
        JsonNode node = record.path(field);
        return node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
    }

    /** A checkbox: only {@code true} is ticked. */
    static boolean ticked(JsonNode record, String field) {
        return record.path(field).asBoolean(false);
    }

    static boolean has(JsonNode record, String field) {
        return record.hasNonNull(field);
    }
}
