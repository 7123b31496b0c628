package dev.drayage.testkit.amazon;

/** Where an order stands, in the words of Orders 2026-01-01. */
public enum FulfillmentStatus {
    PENDING_AVAILABILITY,
    PENDING,
    UNSHIPPED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    CANCELLED,
    UNFULFILLABLE;

    /** Whether the payment is not cleared yet, so that price and address are withheld. */
    public boolean pending() {
        return this == PENDING || this == PENDING_AVAILABILITY;
    }
}
