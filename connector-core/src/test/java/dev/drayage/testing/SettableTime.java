package dev.drayage.testing;

import dev.drayage.call.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that only moves when told to; a sleeper moves it. Thread-safe. */
public final class SettableTime implements TimeSource {
    private final Instant start;
    private final AtomicLong elapsedNanos = new AtomicLong();
    private final AtomicLong sleptNanos = new AtomicLong();

    /** A clock that stands at {@code start}. */
    public SettableTime(Instant start) {
        this.start = start;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(elapsedNanos.get() + sleptNanos.get());
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

    /** The machine wakes at {@code instant}: its steady clock stood still while it slept. */
    public void wakeAt(Instant instant) {
        sleptNanos.addAndGet(Duration.between(instant(), instant).toNanos());
    }

    /** Moves the clock on to {@code instant}, never back. */
    public void advanceTo(Instant instant) {
        long target = Duration.between(start, instant).toNanos() - sleptNanos.get();
        elapsedNanos.accumulateAndGet(target, Math::max);
    }
}
