package dev.drayage.testkit.warehouse;

/** How far the warehouse is with an order. */
public enum OrderStatus {
    /** Received; nothing is shipped. */
    OPEN,
    /** Some of it is shipped, the rest waits. */
    PARTLY_SHIPPED,
    /** Nothing waits any more: shipped, or what was not shipped is cancelled by the warehouse. */
    DONE,
    /** The depositor cancelled what was not shipped. */
    CANCELLED
}
