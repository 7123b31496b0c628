package dev.drayage.engine;

import dev.drayage.call.Cancellation;
import java.time.Duration;

/**
 * What a run may take; it ends by itself before.
 *
 * @param time how long new records are taken in
 * @param records how many records are read at most
 * @param cancellation the host's wish to stop early
 */
public record RunBudget(Duration time, long records, Cancellation cancellation) {

    /** @throws IllegalArgumentException if a bound is negative */
    public RunBudget {
        if (time.isNegative() || records < 0) {
            throw new IllegalArgumentException("RunBudget: negative time (" + time + ") or records (" + records + ")");
        }
    }

    /** So many minutes. */
    public static RunBudget minutes(long minutes) {
        return of(Duration.ofMinutes(minutes));
    }

    /** So much time. */
    public static RunBudget of(Duration time) {
        return new RunBudget(time, Long.MAX_VALUE, new Cancellation());
    }

    /** The same budget, stopped by {@code other}. */
    public RunBudget cancelledBy(Cancellation other) {
        return new RunBudget(time, records, other);
    }

    /** The same budget for at most so many records. */
    public RunBudget withRecords(long most) {
        return new RunBudget(time, most, cancellation);
    }
}
