package dev.drayage.engine;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.RecordState;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a sync. Holds ids, codes and instants in UTC, never a buyer's data. Immutable. Kinds are added in
 * later versions: who handles each kind apart overrides the methods of {@link SyncListener}, who passes all on overrides
 * {@link SyncListener#on}.
 */
public sealed interface SyncEvent {
    /** The sync. */
    String sync();

    /** When, in UTC. */
    Instant at();

    /** Calls the method of {@code listener} that is for this kind of event. */
    void tell(SyncListener listener);

    /** What a run is for. */
    enum Purpose {
        /** To read on from the checkpoint. */
        CATCH_UP,
        /** To read a window again. */
        BACKFILL,
        /** To book one record that a person named. */
        PUSH,
        /** To carry out a plan. */
        PLAN
    }

    /** What changed about whether and from where a sync runs. */
    enum Change {
        /** A person paused it. */
        PAUSED,
        /** It may run again: a person resumed it, or an account takes its credentials again. */
        RESUMED,
        /** An account refuses the credentials or lacks a permission. */
        NEEDS_REAUTHORISATION,
        /** The next run reads from another instant on. */
        SEEK,
        /** The next run reads from go-live on. */
        RESET
    }

    /**
     * A run begins.
     *
     * @param run names this run in logs
     * @param purpose what it is for
     */
    record RunStarted(String sync, Instant at, String run, Purpose purpose) implements SyncEvent {
        @Override
        public void tell(SyncListener listener) {
            listener.runStarted(this);
        }
    }

    /**
     * A run ended. One that the store did not let begin has no {@link RunStarted}.
     *
     * @param run names this run in logs
     * @param purpose what it was for
     * @param report what it did
     */
    record RunEnded(String sync, Instant at, String run, Purpose purpose, RunReport report) implements SyncEvent {
        @Override
        public void tell(SyncListener listener) {
            listener.runEnded(this);
        }
    }

    /**
     * A record that a run read ended; told for each of them.
     *
     * @param ref the record
     * @param outcome how
     * @param code why it is not booked, if for a coded reason
     * @param message the same for people; empty if it is booked
     */
    record RecordEnded(
            String sync, Instant at, RecordRef ref, Outcome outcome, Optional<ErrorCode> code, String message)
            implements SyncEvent {
        @Override
        public void tell(SyncListener listener) {
            listener.recordEnded(this);
        }
    }

    /**
     * A record needs a person from now on, or for another reason than before.
     *
     * @param ref the record
     * @param code why; empty if a person set it aside
     * @param message the same for people
     */
    record RecordParked(String sync, Instant at, RecordRef ref, Optional<ErrorCode> code, String message)
            implements SyncEvent {
        @Override
        public void tell(SyncListener listener) {
            listener.recordParked(this);
        }
    }

    /**
     * A record was parked and is no more.
     *
     * @param ref the record
     * @param state where it stands now
     */
    record RecordUnparked(String sync, Instant at, RecordRef ref, RecordState state) implements SyncEvent {
        @Override
        public void tell(SyncListener listener) {
            listener.recordUnparked(this);
        }
    }

    /**
     * A record begins to wait, or waits for something else; not told for each look in vain.
     *
     * @param ref the record
     * @param code why
     * @param message the same for people
     * @param waitingFor the effect or other name that it waits for, if there is one
     * @param lookAt when it is looked at again at the latest, if that is known
     */
    record RecordDeferred(
            String sync,
            Instant at,
            RecordRef ref,
            ErrorCode code,
            String message,
            Optional<String> waitingFor,
            Optional<Instant> lookAt)
            implements SyncEvent {
        @Override
        public void tell(SyncListener listener) {
            listener.recordDeferred(this);
        }
    }

    /**
     * A target took a write.
     *
     * @param effect its name, with the account that was written to
     * @param cause the source record it was written for
     * @param type name of the record type at the target
     * @param written the target's record
     * @param attempts how often it was sent
     */
    record EffectWritten(
            String sync, Instant at, EffectKey effect, RecordRef cause, String type, RecordRef written, int attempts)
            implements SyncEvent {
        /** The account that was written to. */
        public AccountId target() {
            return effect.target();
        }

        @Override
        public void tell(SyncListener listener) {
            listener.effectWritten(this);
        }
    }

    /**
     * A write was sent and nobody knows how it ended; the target is read before anything else happens.
     *
     * @param effect its name, with the account that was written to
     * @param cause the source record it was sent for
     * @param type name of the record type at the target
     * @param attempts how often it was sent so far
     * @param reason what became of the call
     */
    record EffectUnclear(
            String sync, Instant at, EffectKey effect, RecordRef cause, String type, int attempts, String reason)
            implements SyncEvent {
        /** The account that was written to. */
        public AccountId target() {
            return effect.target();
        }

        @Override
        public void tell(SyncListener listener) {
            listener.effectUnclear(this);
        }
    }

    /**
     * Whether or from where the sync runs changed.
     *
     * @param actor who, as in the audit trail; {@code engine} for the engine itself
     * @param change what
     * @param message why, or from which instant
     */
    record ConditionChanged(String sync, Instant at, String actor, Change change, String message) implements SyncEvent {
        @Override
        public void tell(SyncListener listener) {
            listener.conditionChanged(this);
        }
    }

    /**
     * Something needs a person: told once per cause, but by every run that fails.
     *
     * @param code what, with its remedy
     * @param message the same for people; names the record, if it is about one
     * @param ref the record, if it is about one
     */
    record Alarm(String sync, Instant at, ErrorCode code, String message, Optional<RecordRef> ref)
            implements SyncEvent {
        @Override
        public void tell(SyncListener listener) {
            listener.alarm(this);
        }
    }
}
