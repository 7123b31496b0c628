package dev.drayage.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer means for the client. Immutable. */
public final class Verdict {
    /** Kinds of answers. */
    public enum Kind {
        /** An answer for the caller: a success, or a refusal that another try would not change. */
        ANSWER,
        /** Refused for quota; nothing was carried out. */
        THROTTLED,
        /** The vendor failed; a read may be tried again, the outcome of a write is unknown. */
        TRANSIENT,
        /** The token was refused; nothing was carried out. */
        TOKEN_REJECTED,
        /** Another account than the settings name refused the call; nothing was carried out. */
        WRONG_ACCOUNT
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    private Verdict(Kind kind, @Nullable Duration retryAfter) {
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** An answer for the caller. */
    public static Verdict answer() {
        return new Verdict(Kind.ANSWER, null);
    }

    /** Refused for quota; the pause is taken from {@code Retry-After} or computed. */
    public static Verdict throttled() {
        return new Verdict(Kind.THROTTLED, null);
    }

    /** Refused for quota, with the pause that the vendor asked for in its own way. */
    public static Verdict throttled(Duration retryAfter) {
        return new Verdict(Kind.THROTTLED, retryAfter);
    }

    /** The vendor failed. */
    public static Verdict transientFailure() {
        return new Verdict(Kind.TRANSIENT, null);
    }

    /** The token was refused. */
    public static Verdict tokenRejected() {
        return new Verdict(Kind.TOKEN_REJECTED, null);
    }

    /** Another account than the settings name refused the call. */
    public static Verdict wrongAccount() {
        return new Verdict(Kind.WRONG_ACCOUNT, null);
    }

    /** The kind. */
    public Kind kind() {
        return kind;
    }

    /** The pause that the vendor asked for, if it is not in {@code Retry-After}. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public String toString() {
        return kind + (retryAfter == null ? "" : " for " + retryAfter);
    }
}
