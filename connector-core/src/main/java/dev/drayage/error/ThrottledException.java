package dev.drayage.error;

import java.io.Serial;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The service refused a call for quota; it proves that nothing was carried out. */
public final class ThrottledException extends ConnectorException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Instant notBefore;

    /** A refusal that is worth another try from {@code notBefore} on. */
    public ThrottledException(
            String message, Instant notBefore, @Nullable Integer httpStatus, @Nullable String requestId) {
        super(ErrorCode.THROTTLED, message, httpStatus, requestId, null);
        this.notBefore = notBefore;
    }

    /** The earliest instant at which another try makes sense. */
    public Instant notBefore() {
        return notBefore;
    }
}
