package dev.drayage.testkit.netsuite;

import java.time.Instant;
import java.util.Optional;

/**
 * One accepted write.
 *
 * @param sequence position in the journal, from 1
 * @param at when, by the account's clock
 * @param origin who wrote
 * @param operation what was done
 * @param recordType record type that came out, such as {@code itemFulfillment}
 * @param id internal id of the record
 * @param externalId its external id after the write
 */
public record JournaledWrite(
        long sequence,
        Instant at,
        Origin origin,
        Operation operation,
        String recordType,
        String id,
        Optional<String> externalId) {

    /** Who wrote. */
    public enum Origin {
        /** A request over the wire. */
        API,
        /** Somebody at the screen. */
        PERSON,
        /** What the account held before the test began. */
        SEED
    }

    /** What was done. */
    public enum Operation {
        /** A record came into being. */
        CREATE,
        /** A record was changed. */
        UPDATE,
        /** A record came into being out of another. */
        TRANSFORM,
        /** A record is gone. */
        DELETE
    }
}
