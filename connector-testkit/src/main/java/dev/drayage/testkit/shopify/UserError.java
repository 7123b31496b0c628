package dev.drayage.testkit.shopify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a payload's {@code userErrors}. Immutable.
 *
 * @param field path of the wrong input, null where Shopify names none
 * @param message Shopify's text
 * @param code Shopify's code, null where the error class has none
 */
record UserError(
        @Nullable List<String> field,
        String message,
        @Nullable String code) {

    static UserError at(String message, String... field) {
        return new UserError(field.length == 0 ? null : List.of(field), message, null);
    }

    UserError coded(String newCode) {
        return new UserError(field, message, newCode);
    }

    Refused thrown() {
        return new Refused(List.of(this));
    }

    Shape shape() {
        return Shape.of("UserError").put("field", field).put("message", message).put("code", code);
    }

    /** Carries user errors out of the depth of a check; nothing was changed before it. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<UserError> errors;

        Refused(List<UserError> errors) {
            super(errors.toString(), null, false, false);
            this.errors = List.copyOf(errors);
        }

        List<UserError> errors() {
            return errors;
        }
    }
}
