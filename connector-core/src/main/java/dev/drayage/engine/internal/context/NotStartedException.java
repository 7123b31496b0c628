package dev.drayage.engine.internal.context;

import java.io.Serial;
import java.util.concurrent.RejectedExecutionException;

/**
 * The host's executor took no job, so the call was not made. Not the executor's own exception: a connector that has
 * an executor itself may throw that one in the middle of a write.
 */
final class NotStartedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotStartedException(RejectedExecutionException cause) {
        super("the executor takes no more jobs", cause);
    }
}
