package dev.drayage.engine.internal.turn;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Where threads of the engine wait for each other: a run for its calls, or for a lane that another run holds. Waits for time and
 * for accounts go through the time source and the connectors instead. Thread-safe.
 */
public interface Gate {
    /**
     * Waits until {@code open} says yes; it is asked at once and again after each {@link #knock}.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    void await(BooleanSupplier open) throws InterruptedException;

    /**
     * Waits until {@code open} says yes, at most so long; the caller looks again in a loop.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    void await(BooleanSupplier open, Duration atMost) throws InterruptedException;

    /** What those who wait look at has changed. Called without any lock that {@code open} takes. */
    void knock();

    /** A gate at which threads really wait. */
    static Gate monitor() {
        return new MonitorGate();
    }
}
