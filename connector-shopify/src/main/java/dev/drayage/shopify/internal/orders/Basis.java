package dev.drayage.shopify.internal.orders;

import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import dev.drayage.shopify.MoneyBasis;
import dev.drayage.shopify.internal.api.BagMember;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * One of the two currencies of an order, in which every amount of it is read (page "MoneyBag"). Amounts are decimal texts
 * without a fixed scale. Immutable.
 *
 * @param field the member of a bag that counts
 * @param currency the order's currency on this basis
 */
record Basis(String field, Currency currency) {
    static Basis of(JsonValue order, MoneyBasis chosen) throws UnreadableOrder {
        boolean shop = chosen == MoneyBasis.SHOP;
        String code = order.requiredText(shop ? "currencyCode" : "presentmentCurrencyCode");
        try {
            return new Basis(BagMember.of(chosen), Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            throw new UnreadableOrder(ErrorCode.VALUE_UNKNOWN, "the order is in a currency that is not known here");
        }
    }

    /** The amount in a bag; nothing if there is no bag. */
    Money amount(JsonValue bag) throws UnreadableOrder {
        if (!bag.isPresent()) {
            return Money.zero(currency);
        }
        JsonValue money = bag.required(field);
        if (!money.requiredText("currencyCode").equals(currency.getCurrencyCode())) {
            throw new UnreadableOrder(
                    ErrorCode.CURRENCY_MISMATCH, "the amount at " + bag.path() + " is not in " + currency);
        }
        return new Money(money.requiredDecimal("amount"), currency);
    }

    /** The part of an amount that belongs to so many of its units, rounded to the currency. */
    Money part(Money whole, BigDecimal units, BigDecimal of) {
        if (units.compareTo(of) == 0) {
            return whole;
        }
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        return new Money(whole.amount().multiply(units).divide(of, decimals, RoundingMode.HALF_UP), currency);
    }

    /** The smallest unit of the currency. */
    Money unit() {
        return new Money(BigDecimal.ONE.movePointLeft(Math.max(0, currency.getDefaultFractionDigits())), currency);
    }
}
