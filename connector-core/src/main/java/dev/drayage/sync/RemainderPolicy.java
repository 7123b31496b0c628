package dev.drayage.sync;

/** What becomes of the units that a warehouse says will not leave any more. */
public enum RemainderPolicy {
    /** Their order lines are closed in the ERP. */
    CLOSE_LINES,
    /** They stay open, and the shipment is parked after it was booked, so that a person decides. */
    ASK,
    /** They stay open. */
    LEAVE_OPEN
}
