package dev.drayage.threepl.internal.documents;

import dev.drayage.call.CallContext;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import java.util.Optional;
import java.util.Set;

/** What one file tells, after all of it was checked. Thread-safe. */
public interface Documents {
    /** Whether the file ends as its format says it must. One that does not may still be being written. */
    default boolean isComplete() {
        return true;
    }

    /** Why nothing of the file can be used, naming file and place; empty if it can. */
    Optional<String> refusal();

    /** Whether the same content that comes again tells something new, as a count of stock does and a shipment does not. */
    boolean isNewsAgain();

    /** The kinds of record that it tells of. */
    Set<RecordType<?>> types();

    /** Its records of one kind from the start, one after the other; none if it tells of no such record. */
    <T extends CommerceRecord> Reading<T> read(RecordType<T> type);

    /**
     * Tells the partner what became of the file, where the format has a way; called before it is put away, and again after a
     * crash, and for a copy of a file that came before.
     */
    default void answer(CallContext call) {}
}
