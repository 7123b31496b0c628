package dev.drayage.testkit.shopify;

import java.math.BigDecimal;

/**
 * Tax of one kind on one line. Immutable.
 *
 * @param title name of the tax
 * @param rate as a fraction, 0.0825
 * @param amount for the line's whole quantity
 * @param channelLiable whether a marketplace remits it
 */
public record TaxRow(String title, BigDecimal rate, Bag amount, boolean channelLiable) {
    TaxRow scaled(BigDecimal factor, Currencies currencies) {
        return new TaxRow(title, rate, amount.share(factor, currencies), channelLiable);
    }
}
