package dev.drayage.call;

import java.time.Duration;
import java.time.Instant;

/**
 * What a call to an outside system may take and when it must stop.
 *
 * @param deadline instant of the time source at which the call must have ended
 * @param cancellation the host's wish to stop
 * @param priority who goes first when a quota is short
 */
public record CallContext(Instant deadline, Cancellation cancellation, Priority priority) {

    /** A call that must end within {@code timeout} from now. */
    public static CallContext within(Duration timeout, TimeSource time, Cancellation cancellation, Priority priority) {
        return new CallContext(time.instant().plus(timeout), cancellation, priority);
    }

    /** Time left at {@code now}; zero when the deadline has passed. */
    public Duration remaining(Instant now) {
        Duration left = Duration.between(now, deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The same call at another priority. */
    public CallContext at(Priority other) {
        return new CallContext(deadline, cancellation, other);
    }
}
