package dev.drayage.shopify.internal.refunds;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import dev.drayage.model.Refund;
import java.util.Optional;

/**
 * What a refund comes to, by its parts and by its money. Immutable.
 *
 * <p>The parts are the lines, carriage and duties that were given back, with their tax where prices do not hold it, less what was kept
 * back: Shopify writes an adjustment with the sign of what stays with the shop, so a restocking fee is positive there and money that no
 * line explains is negative. What was given back in all is what the parts come to. Shopify makes adjustments so that this is the money:
 *
 * <ul>
 *   <li>less money than parts is a credit that was not paid out, or not yet, and stays as it is;
 *   <li>more money than parts is nothing that Shopify does; it is left to the sync, which shows it to a person;
 *   <li>where both amounts come from different days' exchange rates they differ in one currency and are equal in the other, in which
 *       the refund was made (recorded): the difference is a part of its own;
 *   <li>so is what a cash register rounded.
 * </ul>
 *
 * @param parts lines, charges, taxes on top, adjustments
 * @param money what went back or is on its way
 * @param rounded how much of the money is cash rounding
 */
record RefundSum(Money parts, Money money, Money rounded) {
    static final String EXCHANGE_RATE = "EXCHANGE_RATE";
    static final String CASH_ROUNDING = "CASH_ROUNDING";

    static RefundSum of(ReadRefund read, Basis basis) throws UnreadableRefund {
        boolean included = isFlagged(read.order(), "taxesIncluded");
        Money parts = basis.nothing();
        for (JsonValue line : read.lines()) {
            parts = parts.plus(worth(basis, line, "subtotalSet", "totalTaxSet", included));
        }
        for (JsonValue line : read.shippingLines()) {
            parts = parts.plus(worth(basis, line, "subtotalAmountSet", "taxAmountSet", included));
        }
        if (!isFlagged(read.order(), "dutiesIncluded")) {
            for (JsonValue duty : read.refund().elements("duties")) {
                parts = parts.plus(basis.amount(duty.at("amountSet")));
            }
        }
        for (JsonValue adjustment : read.adjustments()) {
            parts = parts.plus(given(basis, adjustment, included));
        }
        Money money = basis.nothing();
        Money rounded = basis.nothing();
        for (JsonValue payment : read.payments()) {
            money = money.plus(basis.amount(payment.required("amountSet")));
            rounded = rounded.plus(basis.amount(payment.at("amountRoundingSet")));
        }
        return new RefundSum(parts, money, rounded);
    }

    /** An adjustment as given back, or held back if negative. */
    static Money given(Basis basis, JsonValue adjustment, boolean included) throws UnreadableRefund {
        return worth(basis, adjustment, "amountSet", "taxAmountSet", included).negate();
    }

    private static Money worth(Basis basis, JsonValue part, String amount, String tax, boolean included)
            throws UnreadableRefund {
        Money bare = basis.amount(part.required(amount));
        return included ? bare : bare.plus(basis.amount(part.at(tax)));
    }

    static boolean isFlagged(JsonValue order, String name) {
        return order.at(name).flag().orElse(false);
    }

    /** Whether no money moved, or just what the parts come to. */
    boolean isSettled() {
        return money.isZero() || parts.equals(money);
    }

    /**
     * The part that the channel does not tell of a refund that is not settled.
     *
     * @param other the same refund in its other currency
     */
    Optional<Refund.Adjustment> difference(RefundSum other) {
        Money difference = money.minus(parts);
        if (difference.abs().equals(rounded.abs())) {
            return Optional.of(new Refund.Adjustment(CASH_ROUNDING, difference));
        }
        return !parts.currency().equals(other.parts().currency())
                        && other.parts().equals(other.money())
                ? Optional.of(new Refund.Adjustment(EXCHANGE_RATE, difference))
                : Optional.empty();
    }
}
