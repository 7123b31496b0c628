package dev.drayage.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The account refuses us: credentials, permission or the wrong account. The sync pauses; nothing is parked. */
public final class AuthorisationException extends ConnectorException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception of the given code. */
    public AuthorisationException(ErrorCode code, String message) {
        this(code, message, null, null, null);
    }

    /** An exception with the answer it came from, as far as there was one. */
    public AuthorisationException(
            ErrorCode code,
            String message,
            @Nullable Integer httpStatus,
            @Nullable String requestId,
            @Nullable Throwable cause) {
        super(code, message, httpStatus, requestId, cause);
    }

    /** The same with the account that refused in front, unless the message names it already. */
    public AuthorisationException of(String account) {
        String message = String.valueOf(getMessage());
        return message.contains(account)
                ? this
                : new AuthorisationException(
                        code(),
                        account + ": " + message,
                        httpStatus().orElse(null),
                        requestId().orElse(null),
                        this);
    }
}
