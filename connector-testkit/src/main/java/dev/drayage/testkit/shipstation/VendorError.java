package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireResponse;

/**
 * A refusal in the vendor's form. Immutable.
 *
 * @param status HTTP status
 * @param type the vendor's {@code error_type}
 * @param code the vendor's {@code error_code}
 * @param message what is wrong, in English
 * @param field the field at fault, empty for none
 */
record VendorError(int status, String type, String code, String message, String field) {

    static VendorError unauthorized() {
        return new VendorError(401, "security", "unauthorized", "The API key is missing or not valid.", "");
    }

    static VendorError notFound(String message) {
        return new VendorError(404, "business_rules", "unspecified", message, "");
    }

    static VendorError invalid(String code, String field, String message) {
        return new VendorError(400, "validation", code, message, field);
    }

    static VendorError status(String message) {
        return new VendorError(400, "business_rules", "invalid_status", message, "");
    }

    static VendorError tooMany() {
        return new VendorError(429, "system", "rate_limit_exceeded", "Too many requests were sent.", "");
    }

    static VendorError internal() {
        return new VendorError(500, "system", "unspecified", "Something went wrong on our side.", "");
    }

    WireResponse answer(String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("request_id", requestId);
        ObjectNode error = body.putArray("errors").addObject();
        error.put("error_source", "shipengine")
                .put("error_type", type)
                .put("error_code", code)
                .put("message", message);
        if (!field.isEmpty()) {
            error.put("field_name", field);
        }
        return WireResponse.json(status, body.toString());
    }

    Refused thrown() {
        return new Refused(this);
    }

    /** Carries a refusal out of the depth of a check; never leaves the simulator. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient VendorError error;

        Refused(VendorError error) {
            super(error.message(), null, false, false);
            this.error = error;
        }

        VendorError error() {
            return error;
        }
    }
}
