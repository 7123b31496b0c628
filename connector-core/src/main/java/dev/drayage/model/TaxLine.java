package dev.drayage.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One amount of tax.
 *
 * @param subject what is taxed
 * @param amount the tax, never negative on a sale
 * @param remittedBy who pays it to the authority
 * @param includedInPrice whether the price it belongs to already holds it (VAT countries)
 * @param name what the tax is called, such as {@code NV State Tax}; empty if the source does not tell
 * @param rate the rate as a fraction, such as 0.0825; empty if the source does not tell
 */
public record TaxLine(
        Subject subject,
        Money amount,
        RemittedBy remittedBy,
        boolean includedInPrice,
        String name,
        Optional<BigDecimal> rate) {

    /** Tax without name and rate. */
    public TaxLine(Subject subject, Money amount, RemittedBy remittedBy, boolean includedInPrice) {
        this(subject, amount, remittedBy, includedInPrice, "", Optional.empty());
    }

    /** What is taxed. */
    public enum Subject {
        /** Goods. */
        ITEM,
        /** Carriage. */
        SHIPPING,
        /** Gift wrap. */
        GIFT_WRAP,
        /** A discount, whose tax is taken off. */
        DISCOUNT,
        /** Anything else, or not told. */
        OTHER
    }
}
