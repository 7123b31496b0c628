package dev.drayage.model;

/**
 * One amount of tax.
 *
 * @param subject what is taxed
 * @param amount the tax, never negative on a sale
 * @param remittedBy who pays it to the authority
 * @param includedInPrice whether the price it belongs to already holds it (VAT countries)
 */
public record TaxLine(Subject subject, Money amount, RemittedBy remittedBy, boolean includedInPrice) {

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
