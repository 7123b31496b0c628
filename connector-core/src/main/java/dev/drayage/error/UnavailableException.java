package dev.drayage.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The service cannot be used now: unreachable, failing, or answering nonsense. Nothing is known to have been carried out by the failed call unless an {@link OutcomeUnknownException} says so. */
public final class UnavailableException extends ConnectorException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception of the given code. */
    public UnavailableException(ErrorCode code, String message) {
        this(code, message, null, null, null);
    }

    /** An exception with the answer it came from, as far as there was one. */
    public UnavailableException(
            ErrorCode code,
            String message,
            @Nullable Integer httpStatus,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        super(code, message, httpStatus, requestId, cause);
    }
}
