package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The two currencies of an order and the rate between them. Immutable.
 *
 * @param shop ISO code of the shop's currency
 * @param presentment ISO code of the buyer's currency
 * @param rate presentment units for one shop unit
 */
public record Currencies(String shop, String presentment, BigDecimal rate) {

    /** Both the same. */
    public static Currencies only(String currency) {
        return new Currencies(currency, currency, BigDecimal.ONE);
    }

    /** An amount of the shop's currency with its counterpart. */
    public Bag ofShop(BigDecimal amount) {
        return new Bag(amount, amount.multiply(rate).setScale(presentmentScale(), RoundingMode.HALF_UP));
    }

    /** An amount of the buyer's currency with its counterpart. */
    public Bag ofPresentment(BigDecimal amount) {
        return new Bag(amount.divide(rate, shopScale(), RoundingMode.HALF_UP), amount);
    }

    /** Decimal places of the shop's currency. */
    public int shopScale() {
        return Currency.getInstance(shop).getDefaultFractionDigits();
    }

    /** Decimal places of the buyer's currency. */
    public int presentmentScale() {
        return Currency.getInstance(presentment).getDefaultFractionDigits();
    }
}
