package dev.drayage.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a sync may run, and what a person wants of its next run. Kept apart from {@link SyncState}, which a run sets.
 *
 * @param sync the sync
 * @param kind whether it may run
 * @param message why, if it may not
 * @param resumeAt when it may run again by itself, in UTC
 * @param seekTo from where the next run shall read, in UTC
 */
public record SyncCondition(
        String sync, Kind kind, String message, Optional<Instant> resumeAt, Optional<Instant> seekTo) {

    /** Whether a sync may run. */
    public enum Kind {
        /** It runs when the host runs it. */
        ACTIVE,
        /** A person paused it. */
        PAUSED,
        /** An account refuses the credentials; it tries again after {@link SyncCondition#resumeAt()} or when resumed. */
        NEEDS_REAUTHORISATION
    }

    /** It runs when the host runs it. */
    public static SyncCondition active(String sync) {
        return new SyncCondition(sync, Kind.ACTIVE, "", Optional.empty(), Optional.empty());
    }

    /** The same, of another kind. */
    public SyncCondition as(Kind other, String why, Optional<Instant> until) {
        return new SyncCondition(sync, other, why, until, seekTo);
    }

    /** The same, with a wish for the next run, or without one. */
    public SyncCondition seeking(Optional<Instant> from) {
        return new SyncCondition(sync, kind, message, resumeAt, from);
    }
}
