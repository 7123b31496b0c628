package dev.drayage.call;

import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request to stop, polled between steps and heard by waits and by HTTP calls in flight. Once cancelled it stays so.
 * Thread-safe.
 */
public final class Cancellation {
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** A request that was not made yet. */
    public Cancellation() {}

    /** Asks to stop; the first call runs the listeners, later ones do nothing. */
    public void cancel() {
        if (cancelled.compareAndSet(false, true)) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Whether a stop was asked for. */
    public boolean isCancelled() {
        return cancelled.get();
    }

    /**
     * Does nothing unless a stop was asked for.
     *
     * @throws CancelledException if it was
     */
    public void check() {
        if (isCancelled()) {
            throw new CancelledException(ErrorCode.CANCELLED, "the run was cancelled");
        }
    }

    /**
     * Runs {@code listener} when a stop is asked for, at once if it was already.
     *
     * @return ends the subscription
     */
    public AutoCloseable onCancel(Runnable listener) {
        listeners.add(listener);
        if (isCancelled() && listeners.remove(listener)) {
            listener.run();
        }
        return () -> listeners.remove(listener);
    }
}
