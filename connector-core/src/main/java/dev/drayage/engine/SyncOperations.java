package dev.drayage.engine;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Slice;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.Retention;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * What people do to a sync (guarantee G12); every act but a hint, which software gives, is written to the audit trail. What
 * changes a record's own state is refused with an {@link IllegalStateException} while the sync runs, and everything but a hint
 * while another process holds the sync's lease. Thread-safe.
 */
public interface SyncOperations {
    /** The sync does not run until it is resumed. */
    void pause(String reason);

    /** The sync may run again, after a pause or after credentials were renewed. */
    void resume();

    /** The next run reads changes from this instant on; what is booked already is not booked again. */
    void seek(Instant from);

    /** The next run reads everything from go-live on; what is booked already is not booked again. */
    void reset();

    /** Records that match are worked on in the next run; returns how many. */
    long retry(RecordQuery filter);

    /** Unsettled records of this sync that match are worked on in the next run, whatever the filter's page; returns how many. */
    long retry(WorkFilter filter);

    /**
     * A record that changed at its source after it was booked ({@link dev.drayage.error.ErrorCode#CHANGED_AFTER_BOOKING}) was
     * changed at the target by hand: what the source shows in the next run counts as booked, and later changes are told again.
     *
     * @throws IllegalArgumentException if the record is not parked for that reason
     */
    void accept(RecordRef ref, String reason);

    /**
     * What was sent for a record and never answered did not arrive, as its target's people say: the next run sends it anew. If
     * it did arrive all the same, a target that knows no keys may have it twice.
     *
     * @throws IllegalArgumentException if no answer is awaited for the record
     */
    void resend(RecordRef ref, String reason);

    /** A record is set aside, whatever changes at its source, until it is retried or pushed. */
    void park(RecordRef ref, String reason);

    /** A person takes a record over: nothing is written for it any more, whatever changes, unless it is pushed. */
    void dismiss(RecordRef ref, String reason);

    /**
     * Fetches one record and books it now, whatever its age, unless the sync is paused or runs; what {@link SyncEngine#push} does, in
     * the actor's name.
     */
    RunReport push(RecordRef ref);

    /** Fetches one record, changes it as the actor wants for the reason that the audit trail keeps, and books it now. */
    RunReport push(RecordRef ref, UnaryOperator<CommerceRecord> override, String reason);

    /**
     * Reads a window again in turns with the live sync, whose checkpoint stays where it is: ends {@code BUSY} while that runs, and
     * that does while this goes on.
     */
    RunReport backfill(Slice.Window window, RunBudget budget);

    /**
     * Compares both sides of a window and writes to no account; what {@link SyncEngine#compare} does. What is to be booked is asked
     * for in the actor's name; while another process holds the sync's lease nothing is, which the report says.
     *
     * @throws IllegalArgumentException if the source cannot list the window, or none of it yet
     */
    ComparisonReport compare(Comparison comparison);

    /**
     * Carries out what a plan said.
     *
     * @throws IllegalArgumentException if the plan is of another sync
     */
    RunReport apply(Plan plan);

    /**
     * What ended long ago is taken out of the ledger; returns how many records and audit entries went. Effects stay, so
     * nothing is booked twice when it is read again, and later documents find theirs. Of stock, what was told last stays for
     * each level. A record's age counts from where the sync has read, if that is earlier than now.
     */
    long forget(Retention retention);

    /** A record may have changed: the next run fetches it. Webhooks call this; it is durable when it returns. */
    void hint(RecordRef ref);
}
