package dev.drayage.http;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The attempts of one call: after each failure it either waits and returns, for another attempt, or throws what the
 * caller is to be told. Confined to one thread.
 */
final class Attempts {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final ApiRequest request;
    private final String host;
    private final RetryLimits limits;
    private final TimeSource time;
    private final RandomGenerator random;
    private final CallContext call;
    private int made;

    Attempts(
            ApiRequest request,
            String host,
            RetryLimits limits,
            TimeSource time,
            RandomGenerator random,
            CallContext call) {
        this.request = request;
        this.host = host;
        this.limits = limits;
        this.time = time;
        this.random = random;
        this.call = call;
    }

    /** Counts an attempt, unless the call has to end before it. */
    void begin() {
        call.check();
        if (call.remaining(time.instant()).isZero()) {
            throw new UnavailableException(
                    ErrorCode.DEADLINE_PASSED, "the deadline passed before " + name() + " was sent");
        }
        made++;
    }

    /** After an attempt without a usable answer. */
    void failed(FailedAttempt failure) {
        boolean nothingRan = failure.reason() == FailedAttempt.Reason.NOT_SENT;
        if (request.safety() == Safety.WRITE && !nothingRan) {
            throw new OutcomeUnknownException(
                    ErrorCode.OUTCOME_UNKNOWN,
                    name() + " was sent, then " + what(failure) + "; it may have been carried out",
                    failure.status(),
                    null,
                    failure.getCause());
        }
        ConnectorException end = end(failure);
        boolean worthwhile = switch (failure.reason()) {
            case CANCELLED, TOO_LARGE -> false;
            case NOT_SENT, TIMED_OUT, BROKEN, CUT_OFF -> true;
        };
        if (!worthwhile || !waited(backOff())) {
            throw end;
        }
    }

    /** After an answer that says that the service failed. */
    void failing(ApiResponse answer, Optional<Duration> asked) {
        String message = name() + " failed with status " + answer.status();
        if (request.safety() == Safety.WRITE) {
            throw new OutcomeUnknownException(
                    ErrorCode.OUTCOME_UNKNOWN,
                    message + "; it may have been carried out",
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
        if (!waited(longer(asked))) {
            throw new UnavailableException(
                    ErrorCode.SERVICE_FAILURE,
                    message,
                    answer.status(),
                    answer.requestId().orElse(null),
                    null);
        }
    }

    /** After a refusal for quota, which proves that nothing was carried out. */
    void throttled(ApiResponse answer, Optional<Duration> asked) {
        Duration pause = longer(asked);
        boolean tooLong = request.safety() == Safety.WRITE && pause.compareTo(limits.longestWritePause()) > 0;
        Instant notBefore = time.instant().plus(pause);
        if (tooLong || !waited(pause)) {
            throw new ThrottledException(
                    name() + " was refused for quota",
                    notBefore,
                    answer.status(),
                    answer.requestId().orElse(null));
        }
    }

    /** What to tell when the credentials are refused for good. */
    AuthorisationException unauthorised(ErrorCode code, ApiResponse answer) {
        return new AuthorisationException(
                code,
                name() + " was refused with status " + answer.status() + ": "
                        + (code == ErrorCode.WRONG_ACCOUNT
                                ? "another account than the settings name answered"
                                : "the credentials are not accepted"),
                answer.status(),
                answer.requestId().orElse(null),
                null);
    }

    private ConnectorException end(FailedAttempt failure) {
        if (failure.reason() == FailedAttempt.Reason.CANCELLED) {
            return new CancelledException(ErrorCode.CANCELLED, name() + " was cancelled while it was under way");
        }
        ErrorCode code = switch (failure.reason()) {
            case NOT_SENT -> ErrorCode.UNREACHABLE;
            case TOO_LARGE -> ErrorCode.ANSWER_TOO_LARGE;
            case CUT_OFF -> ErrorCode.ANSWER_MALFORMED;
            case CANCELLED, TIMED_OUT, BROKEN -> ErrorCode.SERVICE_FAILURE;
        };
        return new UnavailableException(
                code, name() + ": " + what(failure), failure.status(), null, failure.getCause());
    }

    private static String what(FailedAttempt failure) {
        return switch (failure.reason()) {
            case NOT_SENT -> "no connection could be made";
            case CANCELLED -> "the run was cancelled";
            case TIMED_OUT -> "no complete answer came in time";
            case BROKEN -> "the connection broke before an answer came";
            case CUT_OFF -> "the answer was cut off";
            case TOO_LARGE -> "the answer was larger than allowed";
        };
    }

    private String name() {
        return request.operation() + " (" + request.method() + " " + host + ")";
    }

    private Duration longer(Optional<Duration> asked) {
        Duration own = backOff();
        return asked.filter(pause -> pause.compareTo(own) > 0).orElse(own);
    }

    private Duration backOff() {
        long first = limits.firstPause().toNanos();
        long longest = limits.longestPause().toNanos();
        int doublings = Math.min(made - 1, 30);
        long full = first > longest >> doublings ? longest : first << doublings;
        return Duration.ofNanos(full / 2 + (full > 1 ? random.nextLong(full / 2 + 1) : 0));
    }

    /** Waits for another attempt; false if there is none or it would come after the deadline. */
    private boolean waited(Duration pause) {
        if (made >= limits.attempts() || pause.compareTo(call.remaining(time.instant())) >= 0) {
            return false;
        }
        Instant until = time.instant().plus(pause);
        try {
            while (true) {
                call.check();
                Duration left = Duration.between(time.instant(), until);
                if (left.isNegative() || left.isZero()) {
                    return true;
                }
                time.sleep(left.compareTo(LOOK) < 0 ? left : LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(ErrorCode.CANCELLED, "interrupted before " + name() + " was sent again");
        }
    }
}
