package dev.drayage.shopify.internal.orders;

import dev.drayage.error.ErrorCode;
import java.io.Serial;

/** Carries out of a translation why one order cannot be understood; becomes a {@code Change.Unreadable}. */
final class UnreadableOrder extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    UnreadableOrder(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    ErrorCode code() {
        return code;
    }
}
