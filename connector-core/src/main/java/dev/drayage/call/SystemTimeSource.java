package dev.drayage.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The machine's own clock. Thread-safe. */
public final class SystemTimeSource implements TimeSource {
    private static final Clock CLOCK = Clock.systemUTC();

    /** The clock of this machine. */
    public SystemTimeSource() {}

    @Override
    public Instant instant() {
        return CLOCK.instant();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Blocking.sleep(duration);
    }
}
