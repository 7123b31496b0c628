package dev.drayage.spi;

import java.time.Duration;

/**
 * How a source can be read.
 *
 * @param kind by time windows, or as a backlog
 * @param precision the grain of its change times; windows are cut to it
 * @param settleDelay how long a change may take to become visible: windows end that much behind now
 * @param maxSpan the longest window that one read may cover
 */
public record SourceTraits(Kind kind, Duration precision, Duration settleDelay, Duration maxSpan) {

    /** @throws IllegalArgumentException for times with which nothing could be read */
    public SourceTraits {
        if (precision.isNegative() || settleDelay.isNegative()) {
            throw new IllegalArgumentException(
                    "SourceTraits: negative precision (" + precision + ") or settleDelay (" + settleDelay + ")");
        }
        if (kind == Kind.WINDOWED && maxSpan.compareTo(precision) <= 0) {
            throw new IllegalArgumentException(
                    "SourceTraits.maxSpan (" + maxSpan + ") must be longer than the precision (" + precision + ")");
        }
    }

    /** How a source is sliced. */
    public enum Kind {
        /** By {@link Slice.Window}. */
        WINDOWED,
        /** By {@link Slice.Backlog}. */
        BACKLOG
    }

    /** A source that is read by windows of change time. */
    public static SourceTraits windowed(Duration precision, Duration settleDelay, Duration maxSpan) {
        return new SourceTraits(Kind.WINDOWED, precision, settleDelay, maxSpan);
    }

    /** A source that is read until it is empty. */
    public static SourceTraits backlog() {
        return new SourceTraits(Kind.BACKLOG, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
}
