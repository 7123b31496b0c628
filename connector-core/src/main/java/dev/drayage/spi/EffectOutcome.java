package dev.drayage.spi;

import dev.drayage.model.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** How one effect ended, as far as the sink knows. */
public sealed interface EffectOutcome {
    /**
     * The target holds it.
     *
     * @param ref the target's record
     * @param revision the target's revision after the write, empty if it tells none
     * @param writtenDigest digest by which the connector's own source would know this content again; empty if it cannot
     * @param findings what is worth knowing
     */
    record Applied(RecordRef ref, String revision, String writtenDigest, List<Finding> findings)
            implements EffectOutcome {
        public Applied {
            findings = List.copyOf(findings);
        }

        /** Applied, with nothing more to say. */
        public static Applied to(RecordRef ref) {
            return new Applied(ref, "", "", List.of());
        }
    }

    /**
     * The target held it already, exactly so.
     *
     * @param writtenDigest as of {@link Applied}: by it the target's source is known to show nothing else; empty if that is not
     *     known
     */
    record Unchanged(RecordRef ref, String writtenDigest) implements EffectOutcome {
        /** The target held it already; what else its record shows is not known. */
        public Unchanged(RecordRef ref) {
            this(ref, "");
        }
    }

    /** The target took it and works on it; {@link RecordSink#resolve} is asked again. */
    record Pending(String hint, Instant recheckAt) implements EffectOutcome {}

    /** The target, or a check before sending, refused it; nothing was written. */
    record Rejected(Violations violations) implements EffectOutcome {}

    /** Another record must be there first; nothing was written. */
    record Deferred(String missing, Violation reason) implements EffectOutcome {}

    /** Someone else changed the target; nothing was written. */
    record Conflict(String message) implements EffectOutcome {}

    /** Refused for now; nothing was written. */
    record RetryLater(Instant notBefore, String reason) implements EffectOutcome {}

    /** It was sent and nobody knows; {@link RecordSink#resolve} is asked. */
    record Unknown(String reason) implements EffectOutcome {}

    /** The one function that fits the outcome. */
    default <R> R fold(
            Function<Applied, R> applied,
            Function<Unchanged, R> unchanged,
            Function<Pending, R> pending,
            Function<Rejected, R> rejected,
            Function<Deferred, R> deferred,
            Function<Conflict, R> conflict,
            Function<RetryLater, R> retryLater,
            Function<Unknown, R> unknown) {
        if (this instanceof Applied o) {
            return applied.apply(o);
        } else if (this instanceof Unchanged o) {
            return unchanged.apply(o);
        } else if (this instanceof Pending o) {
            return pending.apply(o);
        } else if (this instanceof Rejected o) {
            return rejected.apply(o);
        } else if (this instanceof Deferred o) {
            return deferred.apply(o);
        } else if (this instanceof Conflict o) {
            return conflict.apply(o);
        } else if (this instanceof RetryLater o) {
            return retryLater.apply(o);
        }
        return unknown.apply((Unknown) this);
    }
}
