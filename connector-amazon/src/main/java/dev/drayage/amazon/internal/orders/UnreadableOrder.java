package dev.drayage.amazon.internal.orders;

import dev.drayage.error.ErrorCode;
import java.io.Serial;
import java.util.regex.Pattern;

/** Carries out of a translation why one order cannot be understood; becomes a {@code Change.Unreadable}. */
final class UnreadableOrder extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]{1,60}");

    private final ErrorCode code;

    UnreadableOrder(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    ErrorCode code() {
        return code;
    }

    /** A word of Amazon's that this version does not know and must not guess at; shown only if it looks like a word. */
    static UnreadableOrder unknownWord(String what, String word, String path) {
        return new UnreadableOrder(
                ErrorCode.VALUE_UNKNOWN,
                "Amazon sent the " + what + " " + (WORD.matcher(word).matches() ? word : "(no word)") + " at " + path
                        + ", which this version does not know; update the library, then retry the order");
    }
}
