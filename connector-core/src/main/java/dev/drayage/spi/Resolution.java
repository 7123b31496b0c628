package dev.drayage.spi;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What reading the target told about an effect whose answer was lost or is still awaited. */
public sealed interface Resolution {
    /** It is there, and as it was meant. */
    record Landed(EffectOutcome.Applied applied) implements Resolution {}

    /** It is not there and nothing of it will come. */
    record NotLanded() implements Resolution {}

    /** It is there, but something else than what was sent. */
    record Differs(String message) implements Resolution {}

    /** The target refused it after all. */
    record Refused(Violations violations) implements Resolution {}

    /**
     * Nobody can tell yet.
     *
     * @param recheckAt when to ask again, in UTC
     * @param overdue why people should know that it takes so long; empty while it is in time
     */
    record StillOpen(Instant recheckAt, Optional<Violation> overdue) implements Resolution {
        /** In time. */
        public StillOpen(Instant recheckAt) {
            this(recheckAt, Optional.empty());
        }
    }

    /** The one function that fits. */
    default <R> R fold(
            Function<Landed, R> landed,
            Function<NotLanded, R> notLanded,
            Function<Differs, R> differs,
            Function<Refused, R> refused,
            Function<StillOpen, R> stillOpen) {
        if (this instanceof Landed r) {
            return landed.apply(r);
        } else if (this instanceof NotLanded r) {
            return notLanded.apply(r);
        } else if (this instanceof Differs r) {
            return differs.apply(r);
        } else if (this instanceof Refused r) {
            return refused.apply(r);
        }
        return stillOpen.apply((StillOpen) this);
    }
}
