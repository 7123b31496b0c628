package dev.drayage.simulation;

import dev.drayage.call.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** The clock of the simulation itself. */
final class TrueTime implements TimeSource {
    private final Scheduler scheduler;
    private final Duration skew;

    /** The true time. */
    TrueTime(Scheduler scheduler) {
        this(scheduler, Duration.ZERO);
    }

    /** The time of a node whose clock goes wrong by {@code skew}. */
    TrueTime(Scheduler scheduler, Duration skew) {
        this.scheduler = scheduler;
        this.skew = skew;
    }

    @Override
    public Instant instant() {
        return Simulated.START.plusNanos(scheduler.now()).plus(skew);
    }

    @Override
    public long nanoTime() {
        return scheduler.now();
    }

    @Override
    public void sleep(Duration duration) {
        scheduler.pass(duration.toNanos());
    }
}
