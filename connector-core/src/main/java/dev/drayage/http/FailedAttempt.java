package dev.drayage.http;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** One attempt that brought no usable answer. */
final class FailedAttempt extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** How far the attempt came. */
    enum Reason {
        /** No connection: nothing was sent. */
        NOT_SENT,
        /** The host asked to stop while the call was under way. */
        CANCELLED,
        /** No complete answer in time. */
        TIMED_OUT,
        /** The connection broke before the answer began. */
        BROKEN,
        /** The answer began and was cut off or cannot be unpacked. */
        CUT_OFF,
        /** The answer is larger than allowed. */
        TOO_LARGE
    }

    private final Reason reason;
    private final @Nullable Integer status;

    FailedAttempt(Reason reason, @Nullable Integer status, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.status = status;
    }

    Reason reason() {
        return reason;
    }

    @Nullable Integer status() {
        return status;
    }
}
