package dev.drayage.model;

/**
 * Something that is taken off.
 *
 * @param label code or name of the promotion, empty if the channel names none
 * @param subject what it lowers
 * @param amount how much is taken off, as a positive amount
 */
public record Discount(String label, TaxLine.Subject subject, Money amount) {
    public Discount {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("Discount.amount is what is taken off and must not be negative");
        }
    }
}
