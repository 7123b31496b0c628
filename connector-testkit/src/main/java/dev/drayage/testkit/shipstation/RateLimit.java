package dev.drayage.testkit.shipstation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * How many requests the account may send in a minute: 200 at first, as published. The vendor does not say how the
 * minute is measured, so both ways can be had. Requests with a wrong key do not count. Thread-safe.
 */
public final class RateLimit {
    /** Published requests a minute. */
    public static final int PUBLISHED = 200;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Deque<Instant> taken = new ArrayDeque<>();
    private int perMinute = PUBLISHED;
    private boolean sliding;

    RateLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on so many requests a minute; what was sent so far is forgotten. */
    public synchronized void perMinute(int requests) {
        perMinute = requests;
        taken.clear();
    }

    /** From now on nothing is limited. */
    public synchronized void unlimited() {
        perMinute(Integer.MAX_VALUE);
    }

    /** Whether every request counts for the minute after it; else, as at first, minutes begin with a request. */
    public synchronized void sliding(boolean value) {
        sliding = value;
    }

    /** Requests that may still be sent now. */
    public synchronized int left() {
        forget(clock.instant());
        return perMinute - taken.size();
    }

    /** Counts a request; answers the seconds to wait if it is one too many. */
    synchronized OptionalLong take() {
        Instant now = clock.instant();
        forget(now);
        if (taken.size() < perMinute) {
            if (perMinute < Integer.MAX_VALUE) {
                taken.addLast(now);
            }
            return OptionalLong.empty();
        }
        Duration wait = taken.isEmpty()
                ? MINUTE
                : Duration.between(now, taken.getFirst().plus(MINUTE));
        return OptionalLong.of(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private void forget(Instant now) {
        Instant ended = now.minus(MINUTE);
        if (sliding) {
            while (!taken.isEmpty() && !taken.getFirst().isAfter(ended)) {
                taken.removeFirst();
            }
        } else if (!taken.isEmpty() && !taken.getFirst().isAfter(ended)) {
            taken.clear();
        }
    }
}
