package dev.drayage.spi;

import java.time.Duration;

/**
 * How a sink takes writes and what can be guaranteed there.
 *
 * @param batchSize the most effects that one {@link RecordSink#apply} may be given
 * @param recovery how a lost answer is resolved
 * @param absenceGrace how long after a write "not found" may still be wrong: only later is it believed
 * @param verifyBatch the most records that one {@link RecordSink#verify} may be given; 0 if there is nothing to verify
 */
public record SinkTraits(int batchSize, Recovery recovery, Duration absenceGrace, int verifyBatch) {
    /** How a lost answer is resolved. */
    public enum Recovery {
        /** The target refuses a second record with the same native key. */
        UNIQUE_KEY,
        /** The same write again changes nothing. */
        REPEATABLE,
        /** Only looking it up tells; two writers at once could double. */
        LOOKUP_ONLY,
        /** Neither key nor look-up: duplicates are possible after a lost answer. */
        NONE
    }
}
