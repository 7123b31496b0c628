package dev.drayage.testkit.amazon;

/** Who ships an order: the seller (MFN) or Amazon (AFN). */
public enum FulfilledBy {
    MERCHANT,
    AMAZON
}
