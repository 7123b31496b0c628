package dev.drayage.error;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that connectors and the engine throw. Unchecked. The message names the record in the words of
 * the system it lives in and never holds a secret or a buyer's data; the {@link ErrorCode} says what to do.
 */
public abstract class ConnectorException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Integer httpStatus;
    private final @Nullable String requestId;

    /** An exception with the answer it came from, as far as there was one. */
    protected ConnectorException(
            ErrorCode code,
            String message,
            @Nullable Integer httpStatus,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.httpStatus = httpStatus;
        this.requestId = requestId;
    }

    /** What happened, as a stable code with cause and remedy. */
    public final ErrorCode code() {
        return code;
    }

    /** HTTP status of the answer, if there was one. */
    public final Optional<Integer> httpStatus() {
        return Optional.ofNullable(httpStatus);
    }

    /** The vendor's id of the request, to be quoted to its support. */
    public final Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** The message with its code in front and the vendor's request id behind, for logs. */
    public final String describe() {
        return code + ": " + getMessage() + (requestId == null ? "" : " (request " + requestId + ")");
    }
}
