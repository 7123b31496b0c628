package dev.drayage.model;

import java.math.BigDecimal;

/**
 * What a warehouse says of the units of an order line that did not leave.
 *
 * @param line which line of the order
 * @param sku the SKU as the source writes it, for messages only; empty if it tells none
 * @param quantity units that did not leave; zero if the warehouse does not tell how many
 * @param fate what becomes of them
 * @param word the warehouse's own word for it, for messages
 */
public record LineRemainder(LineReference line, String sku, BigDecimal quantity, Fate fate, String word) {
    /** What becomes of units that did not leave. */
    public enum Fate {
        /** They follow in a later shipment. */
        BACK_ORDERED,
        /** They will not leave. */
        CANCELLED,
        /** The warehouse used a word that is not known: they stay open and a person is told. */
        UNKNOWN
    }

    public LineRemainder {
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException("LineRemainder.quantity must not be below zero");
        }
        quantity = quantity.stripTrailingZeros();
    }
}
