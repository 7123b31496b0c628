package dev.drayage.engine;

import java.time.Duration;
import java.util.List;

/**
 * From when on a sync is no longer in order. Immutable.
 *
 * @param behind how far the checkpoint may fall behind what the source shows, its settle delay taken off, before people look
 * @param farBehind how far before it fails
 * @param parked how many parked records are in order; usually none
 * @param deferred how long a record may wait for another one
 * @param open how long the answer to a write may be missing
 * @param due how long a record that was asked for may wait for a run
 * @param outage how long runs may end for an account that is down before it fails
 */
public record HealthThresholds(
        Duration behind,
        Duration farBehind,
        long parked,
        Duration deferred,
        Duration open,
        Duration due,
        Duration outage) {

    /** @throws IllegalArgumentException for a negative bound, or a sync that would fail before people look */
    public HealthThresholds {
        for (Duration bound : List.of(behind, farBehind, deferred, open, due, outage)) {
            if (bound.isNegative()) {
                throw new IllegalArgumentException("HealthThresholds must not be negative: " + bound);
            }
        }
        if (parked < 0 || farBehind.compareTo(behind) < 0) {
            throw new IllegalArgumentException("HealthThresholds.parked must not be negative (" + parked
                    + "), nor farBehind (" + farBehind + ") shorter than behind (" + behind + ")");
        }
    }

    /** What works for most: an hour behind, nothing parked, a day of waiting. */
    public static HealthThresholds standard() {
        return new HealthThresholds(
                Duration.ofHours(1),
                Duration.ofHours(6),
                0,
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofHours(1),
                Duration.ofHours(1));
    }

    /** The same, with other bounds for the checkpoint. */
    public HealthThresholds withBehind(Duration attention, Duration failing) {
        return new HealthThresholds(attention, failing, parked, deferred, open, due, outage);
    }

    /** The same, with so many parked records in order. */
    public HealthThresholds withParked(long most) {
        return new HealthThresholds(behind, farBehind, most, deferred, open, due, outage);
    }

    /** The same, with other times to wait for records and for answers. */
    public HealthThresholds withWaiting(Duration forRecords, Duration forAnswers) {
        return new HealthThresholds(behind, farBehind, parked, forRecords, forAnswers, due, outage);
    }
}
