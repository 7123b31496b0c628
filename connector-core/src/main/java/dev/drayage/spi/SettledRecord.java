package dev.drayage.spi;

import dev.drayage.model.RecordRef;

/**
 * What became of a record that was read.
 *
 * @param ref the record
 * @param revision the revision as which the source told it; empty if it was not read
 * @param ending how it ended for now
 * @param message why, in one sentence without a buyer's data; empty when it was booked
 */
public record SettledRecord(RecordRef ref, String revision, Ending ending, String message) {
    /** What became of a record, whatever its revision. */
    public SettledRecord(RecordRef ref, Ending ending, String message) {
        this(ref, "", ending, message);
    }

    /** How a record ended. */
    public enum Ending {
        /** Every effect is in its target, or none was needed. */
        SETTLED,
        /** It waits in the ledger and is looked at again. */
        WAITING,
        /** It needs a person. */
        PARKED
    }
}
