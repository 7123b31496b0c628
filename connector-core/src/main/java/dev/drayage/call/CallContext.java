package dev.drayage.call;

import java.time.Duration;
import java.time.Instant;

/**
 * What a call to an outside system may take and when it must stop.
 *
 * @param deadline instant of the time source at which the call must have ended
 * @param cancellation the host's wish to stop
 * @param priority who goes first when a quota is short
 * @param fence whether this process may still act
 */
public record CallContext(Instant deadline, Cancellation cancellation, Priority priority, Fence fence) {

    /** A call that no run makes. */
    public CallContext(Instant deadline, Cancellation cancellation, Priority priority) {
        this(deadline, cancellation, priority, Fence.none());
    }

    /** A call that must end within {@code timeout} from now. */
    public static CallContext within(Duration timeout, TimeSource time, Cancellation cancellation, Priority priority) {
        return new CallContext(time.instant().plus(timeout), cancellation, priority);
    }

    /**
     * To be asked before anything is sent, and while waiting: returns unless the call has to stop.
     *
     * @throws dev.drayage.error.CancelledException if the host asked to stop
     * @throws RuntimeException if another process acts for the account by now
     */
    public void check() {
        cancellation.check();
        fence.check();
    }

    /** Time left at {@code now}; zero when the deadline has passed. */
    public Duration remaining(Instant now) {
        Duration left = Duration.between(now, deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The same call at another priority. */
    public CallContext at(Priority other) {
        return new CallContext(deadline, cancellation, other, fence);
    }

    /** The same call, stopped by another wish. */
    public CallContext cancelledBy(Cancellation other) {
        return new CallContext(deadline, other, priority, fence);
    }

    /** The same call behind a fence. */
    public CallContext behind(Fence other) {
        return new CallContext(deadline, cancellation, priority, other);
    }
}
