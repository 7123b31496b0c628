package dev.drayage.testkit.shopify;

/**
 * What one discount takes off one line. Immutable.
 *
 * @param application index of the discount in the order
 * @param amount taken off the line's whole quantity
 */
public record Allocation(int application, Bag amount) {}
