package dev.drayage.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The service understood the call and refused it; trying again without a change is pointless. */
public final class RefusedException extends ConnectorException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception of the given code. */
    public RefusedException(ErrorCode code, String message) {
        this(code, message, null, null, null);
    }

    /** An exception with the answer it came from, as far as there was one. */
    public RefusedException(
            ErrorCode code,
            String message,
            @Nullable Integer httpStatus,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        super(code, message, httpStatus, requestId, cause);
    }
}
