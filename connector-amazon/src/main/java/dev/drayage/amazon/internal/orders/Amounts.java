package dev.drayage.amazon.internal.orders;

import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import java.util.Currency;
import java.util.Optional;

/** Amazon's money, {@code {"amount": "39.99", "currencyCode": "USD"}}: the amount is text and exact. Stateless. */
final class Amounts {
    private Amounts() {}

    /** The money of a member, if it is there. */
    static Optional<Money> find(JsonValue json, String name) throws UnreadableOrder {
        JsonValue money = json.at(name);
        return money.isPresent() ? Optional.of(read(money)) : Optional.empty();
    }

    /** The money of a member that must be there. */
    static Money required(JsonValue json, String name) throws UnreadableOrder {
        return read(json.required(name));
    }

    private static Money read(JsonValue money) throws UnreadableOrder {
        return new Money(money.requiredDecimal("amount"), currency(money));
    }

    private static Currency currency(JsonValue money) throws UnreadableOrder {
        try {
            return Currency.getInstance(money.requiredText("currencyCode"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableOrder(
                    ErrorCode.RECORD_UNREADABLE, money.at("currencyCode") + " is no currency of ISO 4217");
        }
    }
}
