package dev.drayage.shopify.internal.refunds;

import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import dev.drayage.shopify.MoneyBasis;
import dev.drayage.shopify.internal.api.BagMember;
import java.util.Currency;

/**
 * One of the two currencies of a refund, in which every amount of it is read (type {@code MoneyBag}). Immutable.
 *
 * @param field the member of a bag that counts
 * @param currency the currency on this basis
 */
record Basis(String field, Currency currency) {
    static Basis of(JsonValue order, MoneyBasis chosen) throws UnreadableRefund {
        boolean shop = chosen == MoneyBasis.SHOP;
        String code = order.requiredText(shop ? "currencyCode" : "presentmentCurrencyCode");
        try {
            return new Basis(BagMember.of(chosen), Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            throw new UnreadableRefund(ErrorCode.VALUE_UNKNOWN, "the order is in a currency that is not known here");
        }
    }

    /** The other one of the two. */
    static Basis other(JsonValue order, MoneyBasis chosen) throws UnreadableRefund {
        return of(order, chosen == MoneyBasis.SHOP ? MoneyBasis.PRESENTMENT : MoneyBasis.SHOP);
    }

    Money nothing() {
        return Money.zero(currency);
    }

    /** The amount in a bag; nothing if there is no bag. */
    Money amount(JsonValue bag) throws UnreadableRefund {
        if (!bag.isPresent()) {
            return nothing();
        }
        JsonValue money = bag.required(field);
        if (!money.requiredText("currencyCode").equals(currency.getCurrencyCode())) {
            throw new UnreadableRefund(
                    ErrorCode.CURRENCY_MISMATCH, "the amount at " + bag.path() + " is not in " + currency);
        }
        return new Money(money.requiredDecimal("amount"), currency);
    }
}
