package dev.drayage.shopify.internal.prices;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import java.util.Currency;
import java.util.Optional;

/**
 * A price that was set for one variant in one list. Immutable.
 *
 * @param price what buyers pay
 * @param compareAt the struck-out price beside it
 */
record FixedPrice(Money price, Optional<Money> compareAt) {

    static FixedPrice of(JsonValue row) {
        JsonValue struck = row.at("compareAtPrice");
        return new FixedPrice(
                money(row.required("price")), struck.isPresent() ? Optional.of(money(struck)) : Optional.empty());
    }

    static Money money(JsonValue money) {
        return new Money(money.requiredDecimal("amount"), Currency.getInstance(money.requiredText("currencyCode")));
    }
}
