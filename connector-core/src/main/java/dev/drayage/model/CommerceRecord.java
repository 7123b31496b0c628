package dev.drayage.model;

/** What flows through Drayage: an immutable record of one system in canonical form. Implementations are thread-safe. */
public interface CommerceRecord {
    /** Where the record was read, or where it is to be written when its system made no id yet. */
    RecordRef ref();

    /** Typed extras that travel with the record. */
    CustomFields customFields();
}
