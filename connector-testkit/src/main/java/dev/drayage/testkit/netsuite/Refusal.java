package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireResponse;
import java.util.Map;

/** A request that NetSuite turns down, with the status, code and sentence it answers. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The sentence for an external id or an entity name that is taken; it does not say which of the two. */
    static final String ALREADY_EXISTS = "Error while accessing a resource. This entity already exists.";

    private final int status;
    private final String code;
    private final String path;

    private Refusal(int status, String code, String detail, String path) {
        super(detail);
        this.status = status;
        this.code = code;
        this.path = path;
    }

    static Refusal userError(String detail) {
        return new Refusal(400, "USER_ERROR", detail, "");
    }

    static Refusal duplicate() {
        return userError(ALREADY_EXISTS);
    }

    /** Debits and credits that differ. */
    static Refusal unbalanced() {
        return new Refusal(400, "TRANS_UNBALNCD", "Transaction was not in balance.", "");
    }

    static Refusal missing(String label) {
        return userError("Error while accessing a resource. Please enter value(s) for: " + label + ".");
    }

    static Refusal invalidContent(String detail, String path) {
        return new Refusal(400, "INVALID_CONTENT", detail, path);
    }

    static Refusal invalidFieldValue(String value, String field, String path) {
        return invalidContent(
                "Error while accessing resource: You have entered an Invalid Field Value " + value
                        + " for the following field: " + field,
                path);
    }

    static Refusal invalidReference(String kind, String key, String path) {
        return new Refusal(400, "INVALID_KEY_OR_REF", "Invalid " + kind + " reference key " + key + ".", path);
    }

    static Refusal invalidParameter(String detail) {
        return new Refusal(400, "INVALID_PARAMETER", detail, "");
    }

    static Refusal invalidRequest(String detail) {
        return new Refusal(400, "INVALID_REQUEST", detail, "");
    }

    static Refusal wrongTransactionType() {
        return userError("Transaction type specified is incorrect.");
    }

    static Refusal nonexistent() {
        return new Refusal(404, "NONEXISTENT_ID", "The record instance does not exist. Provide a valid record id.", "");
    }

    static Refusal unknownResource(String what) {
        return new Refusal(404, "NONEXISTENT_RECORD_TYPE", "Record '" + what + "' was not found.", "");
    }

    static Refusal forbidden(String what) {
        return new Refusal(
                403, "INSUFFICIENT_PERMISSION", "Your role has no permission for the record " + what + ".", "");
    }

    static Refusal methodNotAllowed(String method) {
        return new Refusal(405, "METHOD_NOT_ALLOWED", "The method " + method + " is not offered here.", "");
    }

    static Refusal invalidLogin() {
        return new Refusal(
                401,
                "INVALID_LOGIN",
                "Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI.",
                "");
    }

    /** An {@code Authorization} header that is neither a bearer token nor a signature. */
    static Refusal malformedAuthorization() {
        return new Refusal(400, "INVALID_LOGIN", "The Authorization header cannot be read.", "");
    }

    static Refusal concurrencyLimit() {
        return new Refusal(
                429, "CONCURRENCY_LIMIT_EXCEEDED", "Concurrent request limit exceeded. Request blocked.", "");
    }

    static Refusal unexpected(String errorId) {
        return new Refusal(500, "UNEXPECTED_ERROR", "An unexpected error occurred. Error ID: " + errorId, "");
    }

    int status() {
        return status;
    }

    /** The answer in NetSuite's error shape; a refused login also carries its challenge for {@code realm}. */
    WireResponse answer(String realm) {
        ObjectNode body = Json.object();
        body.put("type", "https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html");
        body.put("title", title());
        body.put("status", status);
        ObjectNode detail = body.putArray("o:errorDetails").addObject();
        detail.put("detail", String.valueOf(getMessage()));
        detail.put("o:errorCode", code);
        if (!path.isEmpty()) {
            detail.put("o:errorPath", path);
        }
        byte[] json = Json.bytes(body);
        WireResponse response = new WireResponse(
                status, Map.of("Content-Type", "application/vnd.oracle.resource+json; type=error"), json);
        return code.equals("INVALID_LOGIN") ? response.with("WWW-Authenticate", challenge(realm)) : response;
    }

    private String challenge(String realm) {
        String error =
                status == 401 ? "invalid_token\", error_description=\"Invalid login attempt.\"" : "invalid_request\"";
        return "Bearer realm=\"" + realm + "\", error=\"" + error;
    }

    private String title() {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            default -> "Bad Request";
        };
    }
}
