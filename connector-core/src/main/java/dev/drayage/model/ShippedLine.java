package dev.drayage.model;

import java.math.BigDecimal;

/**
 * Units of one order line that left.
 *
 * @param line which line of the order
 * @param sku the SKU as the source writes it, for messages only; empty if it tells none
 * @param quantity units, above zero
 */
public record ShippedLine(LineReference line, String sku, BigDecimal quantity) {
    public ShippedLine {
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("ShippedLine.quantity must be above zero");
        }
        quantity = quantity.stripTrailingZeros();
    }
}
