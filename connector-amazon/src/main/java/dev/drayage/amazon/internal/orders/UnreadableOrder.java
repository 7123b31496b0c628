package dev.drayage.amazon.internal.orders;

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

    /** A word of Amazon's that this version does not know and must not guess at. */
    static UnreadableOrder unknownWord(String what, String word, String path) {
        return new UnreadableOrder(
                ErrorCode.VALUE_UNMAPPED,
                "Amazon sent the " + what + " " + word + " at " + path
                        + ", which this version does not know; update the library, then retry the order");
    }
}
