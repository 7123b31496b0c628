package dev.drayage.testkit.shopify;

import java.util.Map;

/** A refusal that Shopify puts into the top-level {@code errors}, with a null at the field's place. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> more;

    ApiError(String code, String message, Map<String, Object> more) {
        super(message, null, false, false);
        this.code = code;
        this.more = Map.copyOf(more);
    }

    static ApiError invalidId(String gid) {
        return new ApiError("RESOURCE_NOT_FOUND", "Invalid id: " + gid, Map.of());
    }

    static ApiError accessDenied(String field, String required) {
        return new ApiError(
                "ACCESS_DENIED",
                "Access denied for " + field + " field. Required access: " + required,
                Map.of("documentation", "https://shopify.dev/api/usage/access-scopes", "requiredAccess", required));
    }

    static ApiError badRequest(String message) {
        return new ApiError("BAD_REQUEST", message, Map.of());
    }

    String code() {
        return code;
    }

    Map<String, Object> more() {
        return more;
    }
}
