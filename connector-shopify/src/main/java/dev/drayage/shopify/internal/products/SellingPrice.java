package dev.drayage.shopify.internal.products;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Money;
import dev.drayage.spi.Violation;
import java.util.Optional;

/** What Shopify takes as a price: nothing below zero, and no more decimals than the currency has. Stateless. */
public final class SellingPrice {
    private SellingPrice() {}

    /** Why an amount cannot be the price of a SKU; empty if it can. */
    public static Optional<Violation> violation(String sku, Money price) {
        int decimals = Math.max(0, price.currency().getDefaultFractionDigits());
        if (price.signum() < 0) {
            return refused("the price of SKU " + sku + " is below zero: " + price);
        }
        return price.amount().scale() > decimals
                ? refused("the price of SKU " + sku + " has more than the " + decimals + " decimals of its currency: "
                        + price + "; it is not rounded here, so round it in the ERP")
                : Optional.empty();
    }

    private static Optional<Violation> refused(String message) {
        return Optional.of(new Violation(ErrorCode.REFUSED_BY_TARGET, "price", message));
    }
}
