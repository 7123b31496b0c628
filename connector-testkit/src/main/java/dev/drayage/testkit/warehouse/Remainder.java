package dev.drayage.testkit.warehouse;

/** What becomes of the pieces of a line that a shipment leaves out. */
public enum Remainder {
    /** They are shipped later. */
    BACKORDERED,
    /** The warehouse never ships them. */
    CANCELLED
}
