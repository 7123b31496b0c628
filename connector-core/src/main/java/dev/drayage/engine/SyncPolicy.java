package dev.drayage.engine;

import dev.drayage.call.Priority;
import java.time.Duration;

/**
 * How a sync is run.
 *
 * @param priority who goes first when a quota is short
 * @param overlap how far before the checkpoint each run begins to read again
 * @param callTimeout how long one call to an account may take, waiting for quota included
 * @param maxAttempts how often one effect is sent before its record is parked; from the second repetition on,
 *     each waits as a deferred record does
 * @param maxInFlight the most records that are worked on at once (guarantee G7)
 * @param deferral first wait before a deferred record is looked at again; doubles up to {@code maxDeferral}
 * @param maxDeferral longest wait before a deferred record is looked at again
 * @param alarmAfter how long a record may wait for another one, for data or for an answer before people are told
 *     ({@link dev.drayage.error.ErrorCode#WAITS_LONG}), once; it goes on waiting
 * @param version raised by the host when a mapping changed: records are translated again when they are read again
 */
public record SyncPolicy(
        Priority priority,
        Duration overlap,
        Duration callTimeout,
        int maxAttempts,
        int maxInFlight,
        Duration deferral,
        Duration maxDeferral,
        Duration alarmAfter,
        String version) {

    /** @throws IllegalArgumentException for a number or a time with which records would be lost or never looked at again */
    public SyncPolicy {
        if (maxAttempts < 1 || maxInFlight < 1) {
            throw new IllegalArgumentException("SyncPolicy.maxAttempts and maxInFlight must be at least 1");
        }
        if (overlap.isNegative()) {
            throw new IllegalArgumentException(
                    "SyncPolicy.overlap must not be negative, or what changed last is never read: " + overlap);
        }
        positive("callTimeout", callTimeout);
        positive("deferral", deferral);
        positive("alarmAfter", alarmAfter);
        if (maxDeferral.compareTo(deferral) < 0) {
            throw new IllegalArgumentException("SyncPolicy.maxDeferral (" + maxDeferral
                    + ") must not be shorter than deferral (" + deferral + ")");
        }
    }

    private static void positive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("SyncPolicy." + name + " must be longer than nothing: " + time);
        }
    }

    /** What works for most. */
    public static SyncPolicy defaults(Priority priority) {
        return new SyncPolicy(
                priority,
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                8,
                256,
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofDays(1),
                "");
    }

    /** The same policy with another version. */
    public SyncPolicy withVersion(String other) {
        return new SyncPolicy(
                priority, overlap, callTimeout, maxAttempts, maxInFlight, deferral, maxDeferral, alarmAfter, other);
    }

    /** The same policy with another overlap. */
    public SyncPolicy withOverlap(Duration other) {
        return new SyncPolicy(
                priority, other, callTimeout, maxAttempts, maxInFlight, deferral, maxDeferral, alarmAfter, version);
    }

    /** The same policy with another time for one call. */
    public SyncPolicy withCallTimeout(Duration other) {
        return new SyncPolicy(
                priority, overlap, other, maxAttempts, maxInFlight, deferral, maxDeferral, alarmAfter, version);
    }

    /** The same policy with another bound on how often one effect is sent. */
    public SyncPolicy withMaxAttempts(int other) {
        return new SyncPolicy(
                priority, overlap, callTimeout, other, maxInFlight, deferral, maxDeferral, alarmAfter, version);
    }

    /** The same policy with other waits before a deferred record is looked at again: the first, and the longest. */
    public SyncPolicy withDeferral(Duration first, Duration longest) {
        return new SyncPolicy(
                priority, overlap, callTimeout, maxAttempts, maxInFlight, first, longest, alarmAfter, version);
    }

    /** The same policy with another bound on records in flight. */
    public SyncPolicy withMaxInFlight(int other) {
        return new SyncPolicy(
                priority, overlap, callTimeout, maxAttempts, other, deferral, maxDeferral, alarmAfter, version);
    }

    /** The same policy with another time to wait before people are told. */
    public SyncPolicy withAlarmAfter(Duration other) {
        return new SyncPolicy(
                priority, overlap, callTimeout, maxAttempts, maxInFlight, deferral, maxDeferral, other, version);
    }
}
