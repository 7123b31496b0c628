package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireRequest;
import java.math.BigDecimal;

/** JSON trees with exact decimals. Stateless and thread-safe. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The object that a request carries. */
    static ObjectNode body(WireRequest request) {
        try {
            if (MAPPER.readTree(request.text()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw VendorError.invalid("invalid_object", "", "The request body is not valid JSON.")
                    .thrown();
        }
        throw VendorError.invalid("request_body_required", "", "The request body must be an object.")
                .thrown();
    }

    /** A text field; empty if it is absent, null or no text. */
    static String text(JsonNode object, String field) {
        return object.path(field).isTextual() ? object.path(field).textValue() : "";
    }

    static void putOrNull(ObjectNode object, String field, String value) {
        if (value.isEmpty()) {
            object.putNull(field);
        } else {
            object.put(field, value);
        }
    }

    static ObjectNode dollars(BigDecimal amount) {
        return object().put("currency", "usd").put("amount", amount);
    }
}
