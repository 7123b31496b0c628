package dev.drayage.benchmarks.engine;

import dev.drayage.call.SystemTimeSource;
import dev.drayage.call.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** The machine's clock, moved: it tells the time of the simulated orders. Thread-safe. */
final class SettableClock implements TimeSource {
    private final TimeSource machine = new SystemTimeSource();
    private volatile Duration ahead = Duration.ZERO;

    /** It is {@code now} now. */
    void set(Instant now) {
        ahead = Duration.between(machine.instant(), now);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public long nanoTime() {
        return machine.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        machine.sleep(duration);
    }
}
