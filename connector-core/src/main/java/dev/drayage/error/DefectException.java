package dev.drayage.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A connector or translation broke its contract. */
public final class DefectException extends ConnectorException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception of the given code. */
    public DefectException(ErrorCode code, String message) {
        this(code, message, null, null, null);
    }

    /** An exception with the answer it came from, as far as there was one. */
    public DefectException(
            ErrorCode code,
            String message,
            @Nullable Integer httpStatus,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        super(code, message, httpStatus, requestId, cause);
    }
}
