package dev.drayage.model;

import java.math.BigDecimal;

/**
 * What an item costs under one price level.
 *
 * @param level the price level, in the source's words
 * @param minimum the smallest quantity from which this price holds, above zero
 * @param price the price of one unit, in its currency
 */
public record ItemPrice(String level, BigDecimal minimum, Money price) {
    public ItemPrice {
        if (level.isBlank()) {
            throw new IllegalArgumentException("ItemPrice.level must not be blank");
        }
        if (minimum.signum() <= 0) {
            throw new IllegalArgumentException("ItemPrice.minimum must be above zero");
        }
        minimum = minimum.stripTrailingZeros();
    }
}
