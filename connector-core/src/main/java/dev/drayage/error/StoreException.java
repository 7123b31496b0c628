package dev.drayage.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The host's store failed. It says nothing of the record that was worked on, so the run ends and the record waits. */
public final class StoreException extends ConnectorException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception that says what was done when the store failed. */
    public StoreException(String message, @Nullable Throwable cause) {
        super(ErrorCode.STORE_FAILED, message, null, null, cause);
    }
}
