package dev.drayage.model;

/** Who ships an order. */
public enum FulfilledBy {
    /** The seller or a warehouse of the seller's. */
    MERCHANT,
    /** The channel itself. */
    CHANNEL
}
