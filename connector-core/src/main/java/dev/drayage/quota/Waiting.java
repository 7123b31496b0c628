package dev.drayage.quota;

import dev.drayage.call.Blocking;
import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** One caller's wait for a permit: bounded by the deadline, ended by cancellation, in slices. Confined to one thread. */
final class Waiting {
    /** How long a caller sleeps at most before it looks for a cancellation. */
    static final Duration LOOK = Duration.ofMillis(100);

    /** So many looks are slept through before a caller whose turn is far asks for it again. */
    private static final int LOOKS = 10;

    private static final Duration FAR = Duration.ofSeconds(10);

    private final String operation;
    private final CallContext call;
    private final TimeSource time;

    /** A wait that begins now. */
    Waiting(String operation, CallContext call, TimeSource time) {
        this.operation = operation;
        this.call = call;
        this.time = time;
        call.check();
        if (call.remaining(time.instant()).isZero()) {
            throw new UnavailableException(
                    ErrorCode.DEADLINE_PASSED, "the deadline of " + operation + " had passed before it was sent");
        }
    }

    /** Sleeps towards {@code wait}: to its end if that is near, else for a moment, or a little longer if it is far. */
    void pause(Duration wait) {
        fits(wait);
        if (wait.compareTo(LOOK) < 0) {
            sleep(wait);
        } else {
            int slices = wait.compareTo(FAR) < 0 ? 1 : LOOKS;
            for (int slice = 0; slice < slices; slice++) {
                sleep(LOOK);
            }
        }
    }

    private void sleep(Duration slice) {
        try {
            time.sleep(slice);
        } catch (InterruptedException e) {
            throw interrupted(operation);
        }
        call.check();
    }

    /** Waits for a signal that the line moved, at most one slice; the lock of {@code moved} is held. */
    void turn(Condition moved) {
        fits(Duration.ZERO);
        try {
            Blocking.await(moved, LOOK);
        } catch (InterruptedException e) {
            throw interrupted(operation);
        }
        call.check();
    }

    /** Refuses a wait that outlasts the deadline. */
    void fits(Duration wait) {
        Instant now = time.instant();
        Duration remaining = call.remaining(now);
        if (remaining.isZero() || wait.compareTo(remaining) > 0) {
            throw new ThrottledException(
                    "the quota of " + operation + " has no room before the deadline", now.plus(wait), null, null);
        }
    }

    /** Treats an interrupt as the host's wish to stop and leaves the thread's flag set. */
    private static CancelledException interrupted(String operation) {
        Thread.currentThread().interrupt();
        return new CancelledException(ErrorCode.CANCELLED, "interrupted while waiting for the quota of " + operation);
    }
}
