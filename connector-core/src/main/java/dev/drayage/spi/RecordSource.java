package dev.drayage.spi;

import dev.drayage.call.CallContext;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import java.util.List;
import java.util.Optional;

/**
 * How records of one type are read from one account. Blocking and thread-safe; called by the engine only. Methods throw a
 * {@link dev.drayage.error.ConnectorException} when the account cannot be used; one bad record is a
 * {@link Change.Unreadable}, never an exception.
 *
 * @param <T> the record
 */
public interface RecordSource<T extends CommerceRecord> {
    /** How it can be read. */
    SourceTraits traits();

    /**
     * Reads one page of a slice, from its start or from a cursor of an earlier page, maybe of an earlier process.
     *
     * @throws CursorExpiredException if the cursor is no longer good
     */
    Page<T> read(Slice slice, Optional<Cursor> at, CallContext call);

    /**
     * Reads one record as it is now: for push, retry, replay and recovery. The answer is about the record that was asked for;
     * for an answer about another one the engine parks it.
     */
    Change<T> fetch(RecordRef ref, CallContext call);

    /**
     * Tells the source what became of records once the ledger has it; never called by a plan, and at least once in each run,
     * then perhaps with none: that is when a backlog source may put away what it holds. After a crash a backlog source is told
     * again; one that is read by windows is not, unless the record is read again.
     */
    default void acknowledge(List<SettledRecord> settled, CallContext call) {}

    /** Another way to list what {@link #read} lists, if the account has one. */
    default Optional<Census<T>> census() {
        return Optional.empty();
    }
}
