package dev.drayage.model;

import java.util.Optional;

/** Ties the parts of a sale to the channel's own total, to the last decimal. Stateless. */
public final class OrderTotals {
    private OrderTotals() {}

    /**
     * What the parts add up to.
     *
     * @param goods lines before discounts
     * @param charges everything charged beside the goods
     * @param discounts everything taken off, as a positive amount
     * @param sellerTax tax on top that the seller remits
     * @param marketplaceTax tax on top that the marketplace remits
     */
    public record Sums(Money goods, Money charges, Money discounts, Money sellerTax, Money marketplaceTax) {
        /** The sum of all parts. */
        public Money total() {
            return goods.plus(charges).minus(discounts).plus(sellerTax).plus(marketplaceTax);
        }
    }

    /** Adds the parts up; an amount of another currency than the sale's is an {@link IllegalArgumentException}. */
    public static Sums sums(SaleTransaction sale) {
        Money zero = Money.zero(sale.currency());
        Money goods = zero;
        Money charges = zero;
        Money discounts = zero;
        Money seller = zero;
        Money marketplace = zero;
        for (OrderLine line : sale.lines()) {
            goods = goods.plus(line.amount());
            charges = add(charges, line.charges());
            discounts = take(discounts, line.discounts());
            seller = tax(seller, line.taxes(), RemittedBy.SELLER);
            marketplace = tax(marketplace, line.taxes(), RemittedBy.MARKETPLACE);
        }
        charges = add(charges, sale.charges());
        discounts = take(discounts, sale.discounts());
        seller = tax(seller, sale.taxes(), RemittedBy.SELLER);
        marketplace = tax(marketplace, sale.taxes(), RemittedBy.MARKETPLACE);
        return new Sums(goods, charges, discounts, seller, marketplace);
    }

    /** Nothing if the parts tie to the channel's total, else a sentence with every sum and the difference. */
    public static Optional<String> check(SaleTransaction sale) {
        Sums sums = sums(sale);
        Money difference = sale.total().minus(sums.total());
        if (difference.isZero()) {
            return Optional.empty();
        }
        return Optional.of("the channel's total is " + sale.total() + " but the parts add up to " + sums.total()
                + " (goods " + sums.goods() + ", charges " + sums.charges() + ", discounts " + sums.discounts()
                + ", seller's tax " + sums.sellerTax() + ", marketplace's tax " + sums.marketplaceTax()
                + "): difference " + difference);
    }

    private static Money add(Money sum, Iterable<Charge> charges) {
        for (Charge charge : charges) {
            sum = sum.plus(charge.amount());
        }
        return sum;
    }

    private static Money take(Money sum, Iterable<Discount> discounts) {
        for (Discount discount : discounts) {
            sum = sum.plus(discount.amount());
        }
        return sum;
    }

    private static Money tax(Money sum, Iterable<TaxLine> taxes, RemittedBy remittedBy) {
        for (TaxLine tax : taxes) {
            if (tax.remittedBy() == remittedBy && !tax.includedInPrice()) {
                sum = sum.plus(tax.amount());
            }
        }
        return sum;
    }
}
