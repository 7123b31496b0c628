package dev.drayage.threepl.internal.terms;

/** What a document about an order is for. */
public enum Purpose {
    /** The order is told for the first time, or again after it was called off. */
    ORIGINAL,
    /** The order is told anew, instead of what was told before. */
    CHANGE,
    /** The order is called off. */
    CANCELLATION
}
