package dev.drayage.shopify.internal.payments;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import dev.drayage.shopify.internal.api.Vocabulary;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an order stands with its money, in one currency.
 *
 * @param gid the order
 * @param name what people call it
 * @param cancelled whether it was called off
 * @param owed what is still to be paid; below zero if too much was paid
 * @param paidIn the currency in which the buyer pays: a part can be entered in it alone
 * @param payments what was entered under the method of payments of the ERP, in the order of the payments
 */
record OwedOrder(String gid, String name, boolean cancelled, Money owed, Currency paidIn, List<ByHand> payments) {
    OwedOrder {
        payments = List.copyOf(payments);
    }

    /**
     * A payment that the ERP told.
     *
     * @param gid the transaction
     * @param amount how much
     * @param createdAt when it was entered, in UTC
     */
    record ByHand(String gid, Money amount, Instant createdAt) {}

    /** Reads an order; amounts are those of the bag member {@code basis}, payments those under a manual method. */
    static OwedOrder of(JsonValue order, String basis, Optional<String> method) {
        Money owed = amount(order.required("totalOutstandingSet").required(basis));
        return new OwedOrder(
                order.requiredText("id"),
                order.text("name").orElse(""),
                order.at("cancelledAt").isPresent(),
                owed,
                amount(order.required("totalOutstandingSet").required("presentmentMoney"))
                        .currency(),
                order.requiredElements("transactions").stream()
                        .filter(row -> isUnder(row, method))
                        .map(row -> new ByHand(
                                row.requiredName("id"),
                                in(owed.currency(), row.required("amountSet").required(basis)),
                                row.requiredInstant("createdAt")))
                        .toList());
    }

    private static boolean isUnder(JsonValue row, Optional<String> method) {
        return row.requiredWord("status", Vocabulary.PAYMENT_STATUSES).equals("SUCCESS")
                && row.text("gateway")
                        .filter(gateway ->
                                method.filter(gateway::equalsIgnoreCase).isPresent())
                        .isPresent();
    }

    private static Money in(Currency currency, JsonValue money) {
        money.requiredWord("currencyCode", Set.of(currency.getCurrencyCode()));
        return amount(money);
    }

    private static Money amount(JsonValue money) {
        return new Money(money.requiredDecimal("amount"), money.requiredCurrency("currencyCode"));
    }

    /** The last payment of a sum that was entered at an instant or later. */
    Optional<ByHand> entered(Money amount, Instant from) {
        return payments.stream()
                .filter(payment ->
                        payment.amount().equals(amount) && !payment.createdAt().isBefore(from))
                .reduce((first, second) -> second);
    }
}
