package dev.drayage.testing;

import dev.drayage.call.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that only moves when told to; a sleeper moves it. Thread-safe. */
public final class SettableTime implements TimeSource {
    private final Instant start;
    private final AtomicLong elapsedNanos = new AtomicLong();

    /** A clock that stands at {@code start}. */
    public SettableTime(Instant start) {
        this.start = start;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(elapsedNanos.get());
    }

    @Override
    public long nanoTime() {
        return elapsedNanos.get();
    }

    @Override
    public void sleep(Duration duration) {
        advance(duration);
    }

    /** Moves the clock on. */
    public void advance(Duration duration) {
        elapsedNanos.addAndGet(duration.toNanos());
    }

    /** Moves the clock on to {@code instant}, never back. */
    public void advanceTo(Instant instant) {
        long target = Duration.between(start, instant).toNanos();
        elapsedNanos.accumulateAndGet(target, Math::max);
    }
}
