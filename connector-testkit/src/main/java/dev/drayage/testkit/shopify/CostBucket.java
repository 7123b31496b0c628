package dev.drayage.testkit.shopify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The leaky bucket of one app at one shop: points are taken before a query runs, the difference to what it was worth is
 * given back. Thread-safe.
 */
public final class CostBucket {
    /** More than this a single query may not ask for, whatever the plan. */
    public static final int SINGLE_QUERY = 1_000;

    private final InstantSource clock;
    private int maximum = 2_000;
    private int restoreRate = 100;
    private double available = maximum;
    private Instant filledAt;

    CostBucket(InstantSource clock) {
        this.clock = clock;
        filledAt = clock.instant();
    }

    /** Another plan: the bucket's size and the points that come back in a second. The bucket is full then. */
    public synchronized void size(int points, int perSecond) {
        maximum = points;
        restoreRate = perSecond;
        available = points;
        filledAt = clock.instant();
    }

    /** Somebody else's query took these points. */
    public synchronized void drain(int points) {
        fill();
        available = Math.max(0, available - points);
    }

    /** Points that are there now. */
    public synchronized int available() {
        fill();
        return (int) available;
    }

    synchronized boolean take(int points) {
        fill();
        if (available < points) {
            return false;
        }
        available -= points;
        return true;
    }

    synchronized void giveBack(int points) {
        available = Math.min(maximum, available + points);
    }

    /** The block {@code throttleStatus} of an answer. */
    synchronized Map<String, Object> status() {
        fill();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("maximumAvailable", maximum);
        status.put("currentlyAvailable", (int) available);
        status.put("restoreRate", restoreRate);
        return status;
    }

    private void fill() {
        Instant now = clock.instant();
        double seconds = Duration.between(filledAt, now).toNanos() / 1e9;
        available = Math.min(maximum, available + Math.max(0, seconds) * restoreRate);
        filledAt = now;
    }
}
