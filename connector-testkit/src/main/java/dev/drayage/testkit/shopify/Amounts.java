package dev.drayage.testkit.shopify;

import java.math.BigDecimal;

/** Money as Shopify writes it: a decimal string with no fixed scale, {@code "42.5"}, {@code "10.0"}. Stateless. */
final class Amounts {
    private Amounts() {}

    static String text(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < 1 ? bare.setScale(1) : bare).toPlainString();
    }

    static Shape money(BigDecimal amount, String currency) {
        return Shape.of("MoneyV2").put("amount", text(amount)).put("currencyCode", currency);
    }

    static Shape bag(Bag bag, Currencies currencies) {
        return Shape.of("MoneyBag")
                .put("shopMoney", money(bag.shop(), currencies.shop()))
                .put("presentmentMoney", money(bag.presentment(), currencies.presentment()));
    }
}
