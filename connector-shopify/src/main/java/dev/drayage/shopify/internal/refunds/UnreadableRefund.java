package dev.drayage.shopify.internal.refunds;

import dev.drayage.error.ErrorCode;
import java.io.Serial;

/** Carries out of a translation why one refund cannot be understood; becomes a {@code Change.Unreadable}. */
final class UnreadableRefund extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String why;

    UnreadableRefund(ErrorCode code, String why) {
        super(why);
        this.code = code;
        this.why = why;
    }

    ErrorCode code() {
        return code;
    }

    String why() {
        return why;
    }
}
