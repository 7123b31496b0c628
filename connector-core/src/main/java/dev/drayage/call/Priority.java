package dev.drayage.call;

/** Who goes first when a quota is short; declared from first to last. */
public enum Priority {
    /** A person waits for the answer. */
    INTERACTIVE,
    /** Orders and what becomes of them. */
    ORDERS,
    /** Shipments, whose confirmation has a deadline. */
    FULFILLMENTS,
    /** Stock. */
    INVENTORY,
    /** Products, prices, companies. */
    CATALOG,
    /** History that is read again, and comparisons of both sides. */
    BACKFILL
}
