package dev.drayage.http;

import java.time.Duration;

/**
 * How often and how long a call is tried. Immutable.
 *
 * @param attempts attempts in all, at least one
 * @param firstPause pause after the first failure, doubled after each further one, each time between half and all of it
 *     by chance
 * @param longestPause the pause is not doubled beyond this; a pause that the vendor asks for may be longer
 * @param longestWritePause a write that was refused for quota is sent again only after a pause no longer than this;
 *     else the refusal goes to the caller
 */
public record RetryLimits(int attempts, Duration firstPause, Duration longestPause, Duration longestWritePause) {

    /** Checks the numbers. */
    public RetryLimits {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0 || longestWritePause.isNegative()) {
            throw new IllegalArgumentException("pauses must not be negative, the longest not below the first");
        }
    }

    /** Five attempts; pauses from half a second to thirty seconds; writes wait at most five. */
    public static RetryLimits standard() {
        return new RetryLimits(5, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(5));
    }

    /** One attempt. */
    public static RetryLimits none() {
        return new RetryLimits(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
