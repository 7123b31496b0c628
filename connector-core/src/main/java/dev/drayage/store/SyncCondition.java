package dev.drayage.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a sync may run, and what a person wants of its next run. Kept apart from {@link SyncState}, which a run sets.
 *
 * @param sync the sync
 * @param kind whether it may run
 * @param message why, if it may not
 * @param by who said so, if it may not; empty in a ledger of a version that did not keep it
 * @param since when that was said, in UTC
 * @param resumeAt when it may run again by itself, in UTC
 * @param seekTo from where the next run shall read, in UTC
 */
public record SyncCondition(
        String sync,
        Kind kind,
        String message,
        Optional<String> by,
        Optional<Instant> since,
        Optional<Instant> resumeAt,
        Optional<Instant> seekTo) {

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
        return new SyncCondition(
                sync, Kind.ACTIVE, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, but it may not run. */
    public SyncCondition stopped(Kind how, String why, String who, Instant at, Optional<Instant> until) {
        return new SyncCondition(sync, how, why, Optional.of(who), Optional.of(at), until, seekTo);
    }

    /** The same, told in other words. */
    SyncCondition because(String why) {
        return new SyncCondition(sync, kind, why, by, since, resumeAt, seekTo);
    }

    /** The same, but it may run. */
    public SyncCondition resumed() {
        return active(sync).seeking(seekTo);
    }

    /** The same, with a wish for the next run, or without one. */
    public SyncCondition seeking(Optional<Instant> from) {
        return new SyncCondition(sync, kind, message, by, since, resumeAt, from);
    }
}
