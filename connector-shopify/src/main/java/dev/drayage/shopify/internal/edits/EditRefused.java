package dev.drayage.shopify.internal.edits;

import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Violations;
import java.io.Serial;

/** An edit that cannot be made; nothing was committed. */
final class EditRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Violations violations;

    EditRefused(ErrorCode code, String field, String message) {
        super(message);
        this.violations = Violations.of(code, field, message);
    }

    Violations violations() {
        return violations;
    }
}
