package dev.drayage.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A call that may write was sent and no usable answer came: it may or may not have been carried out (guarantee G2 resolves it by reading the target). */
public final class OutcomeUnknownException extends ConnectorException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception of the given code. */
    public OutcomeUnknownException(ErrorCode code, String message) {
        this(code, message, null, null, null);
    }

    /** An exception with the answer it came from, as far as there was one. */
    public OutcomeUnknownException(
            ErrorCode code,
            String message,
            @Nullable Integer httpStatus,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        super(code, message, httpStatus, requestId, cause);
    }
}
