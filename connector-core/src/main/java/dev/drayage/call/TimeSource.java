package dev.drayage.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The only way to learn the time and to wait. Hosts pass {@link SystemTimeSource}; tests pass a settable one, whose
 * {@link #sleep} moves the clock instead of waiting. Thread-safe.
 */
public interface TimeSource extends InstantSource {

    /** The current instant in UTC. */
    @Override
    Instant instant();

    /** Nanoseconds of a clock that never goes back; only differences mean something. */
    long nanoTime();

    /**
     * Waits.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    void sleep(Duration duration) throws InterruptedException;
}
