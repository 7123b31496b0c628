package dev.drayage.spi;

import java.io.Serial;

/** A stored cursor is no longer accepted; the engine reads the slice again from its start (guarantee G1). */
public final class CursorExpiredException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** An exception that says which cursor of which source. */
    public CursorExpiredException(String message) {
        super(message);
    }
}
