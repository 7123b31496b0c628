package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireResponse;

/**
 * A refusal in Amazon's error form, {@code {"errors": [{code, message, details}]}}. Immutable.
 *
 * @param status HTTP status
 * @param code Amazon's code; not uniform between the APIs, so callers go by the status first
 * @param message what is wrong, in English
 * @param details more of it, empty for none
 */
record VendorError(int status, String code, String message, String details) {

    static VendorError invalidInput(String message) {
        return new VendorError(400, "InvalidInput", message, "");
    }

    static VendorError packageToUpdateNotFound() {
        return invalidInput("Unable to find package to update for the order. reasonCode: PackageToUpdateNotFound");
    }

    static VendorError unauthorized(String details) {
        return new VendorError(403, "Unauthorized", "Access to requested resource is denied.", details);
    }

    static VendorError forbidden(String details) {
        return new VendorError(403, "Forbidden", "Access to requested resource is denied.", details);
    }

    static VendorError notFound(String message) {
        return new VendorError(404, "NotFound", message, "");
    }

    static VendorError quotaExceeded() {
        return new VendorError(429, "QuotaExceeded", "You exceeded your quota for the requested resource.", "");
    }

    static VendorError internalFailure() {
        return new VendorError(500, "InternalFailure", "We encountered an internal error. Please try again.", "");
    }

    static VendorError serviceUnavailable() {
        return new VendorError(503, "ServiceUnavailable", "Service is temporarily unavailable. Please try again.", "");
    }

    WireResponse answer() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putArray("errors").addObject();
        error.put("code", code).put("message", message);
        if (!details.isEmpty()) {
            error.put("details", details);
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
