package dev.drayage.netsuite.internal.record;

/** How the record service answered a write. A lost answer is an exception, not a value. */
public sealed interface WriteAnswer {
    /**
     * It was written.
     *
     * @param id internal id
     */
    record Landed(String id) implements WriteAnswer {}

    /** It was turned down; nothing was written. */
    record Refused(RecordRefusal refusal) implements WriteAnswer {}
}
