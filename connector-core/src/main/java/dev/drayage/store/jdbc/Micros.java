package dev.drayage.store.jdbc;

import java.time.Instant;

/**
 * Instants as the database keeps them: microseconds since 1970 in UTC, which sort, compare and index alike everywhere and
 * know no time zone. Instants beyond the range of {@code long}, some 292,000 years, become its ends.
 */
final class Micros {
    private static final long PER_SECOND = 1_000_000;
    private static final long LAST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

    private Micros() {}

    /** The last microsecond that is not after {@code instant}. */
    static long floor(Instant instant) {
        if (instant.getEpochSecond() > LAST_SECOND) {
            return Long.MAX_VALUE;
        }
        if (instant.getEpochSecond() < -LAST_SECOND) {
            return Long.MIN_VALUE;
        }
        return instant.getEpochSecond() * PER_SECOND + instant.getNano() / 1_000;
    }

    /** The first microsecond that is not before {@code instant}. */
    static long ceiling(Instant instant) {
        long floor = floor(instant);
        return floor < Long.MAX_VALUE && instant(floor).isBefore(instant) ? floor + 1 : floor;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000L);
    }
}
