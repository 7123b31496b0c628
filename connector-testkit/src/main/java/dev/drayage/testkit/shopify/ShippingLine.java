package dev.drayage.testkit.shopify;

import java.util.List;

/** A shipping line. Changed under the shop's lock. */
public final class ShippingLine {
    final long number;
    final String title;
    final String code;
    final Bag price;
    final List<Allocation> allocations;
    final List<TaxRow> taxes;
    Bag refunded = Bag.ZERO;
    Bag refundedTax = Bag.ZERO;

    ShippingLine(long number, String title, String code, Bag price, List<Allocation> allocations, List<TaxRow> taxes) {
        this.number = number;
        this.title = title;
        this.code = code;
        this.price = price;
        this.allocations = List.copyOf(allocations);
        this.taxes = List.copyOf(taxes);
    }

    /** Global id. */
    public String gid() {
        return Gids.gid("ShippingLine", number);
    }

    /** Title. */
    public String title() {
        return title;
    }

    /** After discounts, before refunds. */
    public Bag discountedPrice() {
        return price.minus(allocations.stream().map(Allocation::amount).reduce(Bag.ZERO, Bag::plus));
    }

    /** Taxes on it. */
    public List<TaxRow> taxes() {
        return taxes;
    }

    Bag tax() {
        return taxes.stream().map(TaxRow::amount).reduce(Bag.ZERO, Bag::plus);
    }
}
