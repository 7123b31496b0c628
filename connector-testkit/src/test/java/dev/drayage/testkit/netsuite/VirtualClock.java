package dev.drayage.testkit.netsuite;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when told. Thread-safe. */
final class VirtualClock implements InstantSource {
    private Instant now;

    VirtualClock(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
