package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What the account demands of one kind of record, and what it fills in itself. Guarded by the account's lock. */
interface RecordRules {
    /** Refuses what may not be sent, whatever the record becomes by it. */
    default void checkSent(ObjectNode sent) {}

    /**
     * Checks the whole record and fills in defaults, line numbers, prices, totals and status.
     *
     * @param draft the record to be saved, changed in place
     * @param before the record as it stands, absent when it is new
     */
    void complete(ObjectNode draft, Optional<ObjectNode> before);

    /** Refuses a delete that other records stand in the way of. */
    default void checkDelete(StoredRecord record) {}

    /** Called when a record was saved or deleted, to bring others into line. */
    default void afterChange(StoredRecord record) {}

    /** Called after an update with what stood before, to bring into line what the record has let go of. */
    default void afterReplaced(StoredRecord before) {}

    /** Called once when a record came into being, after {@link #afterChange}. */
    default void afterCreated(StoredRecord record) {}
}
