package dev.drayage.quota;

import java.time.Duration;

/**
 * A published limit: either a bucket that refills steadily, or a number of units in any stretch of time. Immutable.
 *
 * @param perSecond units that come back each second
 * @param burst units that may be spent at once
 * @param window zero for a bucket; else the stretch of time in which at most {@code burst} units may be spent
 */
public record RatePlan(double perSecond, double burst, Duration window) {

    /** Checks the numbers. */
    public RatePlan {
        if (!(perSecond > 0) || !Double.isFinite(perSecond)) {
            throw new IllegalArgumentException("perSecond must be positive: " + perSecond);
        }
        if (!(burst >= 1) || !Double.isFinite(burst)) {
            throw new IllegalArgumentException("burst must be at least 1: " + burst);
        }
        if (window.isNegative()) {
            throw new IllegalArgumentException("window must not be negative: " + window);
        }
    }

    /** A bucket: {@code perSecond} units come back each second, at most {@code burst} are kept (Amazon, Shopify, ShipHero). */
    public static RatePlan bucket(double perSecond, double burst) {
        return new RatePlan(perSecond, burst, Duration.ZERO);
    }

    /** At most {@code units} in any stretch of {@code window}, which must be positive (ShipStation, ShipBob). */
    public static RatePlan perWindow(int units, Duration window) {
        if (window.isZero()) {
            throw new IllegalArgumentException("window must be positive");
        }
        return new RatePlan(units * 1e9 / window.toNanos(), units, window);
    }

    /** Whether units are counted in a window rather than kept in a bucket. */
    public boolean isWindow() {
        return !window.isZero();
    }
}
