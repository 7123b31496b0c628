package dev.drayage.http;

import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a service alone for a while after it has failed many times in a row. The counting and the states are
 * Failsafe's; the pause is ours, because Failsafe's runs on the machine's clock. The only class that sees Failsafe.
 * Thread-safe.
 */
final class Breaker {
    /** Longer than any run: the half-open state is entered by us alone. */
    private static final Duration NEVER = Duration.ofDays(3650);

    private final TimeSource time;
    private final Duration pause;
    private final CircuitBreaker<Object> circuit;
    private volatile Instant openUntil = Instant.MIN;

    Breaker(int failures, Duration pause, TimeSource time) {
        this.time = time;
        this.pause = pause;
        this.circuit = CircuitBreaker.builder()
                .withFailureThreshold(failures)
                .withSuccessThreshold(1)
                .withDelay(NEVER)
                .build();
    }

    /** Lets an attempt pass, or refuses it before it is sent. */
    void enter(String operation, String host) {
        if (circuit.isOpen() && !time.instant().isBefore(openUntil)) {
            circuit.halfOpen();
        }
        if (!circuit.tryAcquirePermit()) {
            throw new UnavailableException(
                    ErrorCode.SERVICE_FAILURE,
                    operation + " was not sent: " + host + " failed many times in a row and is left alone until "
                            + openUntil);
        }
    }

    /** The attempt brought an answer. */
    void succeeded() {
        circuit.recordSuccess();
    }

    /** The attempt failed for a reason on the service's side. */
    void failed() {
        openUntil = time.instant().plus(pause);
        circuit.recordFailure();
    }

    /** The attempt proved nothing; a trial after the pause counts as failed, so that its place is free again. */
    void undecided() {
        if (circuit.isHalfOpen()) {
            failed();
        }
    }
}
