package dev.drayage.testkit.netsuite;

/** How a property of a record is written, kept and shown. */
public enum FieldKind {
    /** Set by NetSuite; what a client sends for it is dropped. */
    COMPUTED,
    /** Text. */
    TEXT,
    /** Exact decimal. */
    NUMBER,
    /** Checkbox. */
    FLAG,
    /** Calendar day without a zone. */
    DATE,
    /** Reference to another record, by {@code id} or {@code externalId}. */
    REFERENCE,
    /** One of a closed list, by {@code id}. */
    CHOICE,
    /** One of a closed list, set by NetSuite only. */
    COMPUTED_CHOICE,
    /** Address subrecord. */
    ADDRESS,
    /** Kept as it was sent. */
    BLOB
}
