package dev.drayage.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a payment and a deposit have in common: money that a buyer paid once, by one means. */
public interface PaymentTransaction extends CommerceRecord {
    /** How much, above zero, in the currency in which it is booked. */
    Money amount();

    /** When it was paid, in UTC. */
    Instant paidAt();

    /** The means of payment in the channel's words, such as {@code shopify_payments}. */
    String method();

    /** The channel's own id of the payment, by which a payout names it; empty if it was paid elsewhere. */
    Optional<String> transactionId();

    /** The order that it pays, under every name that the source knows; never empty. */
    List<OrderReference> orderReferences();

    /** Where it was paid. */
    SalesChannel channel();

    /** Refuses an amount that is not above zero and a payment for no order. */
    static void check(PaymentTransaction payment, String type) {
        if (payment.amount().signum() <= 0) {
            throw new IllegalArgumentException(type + ".amount must be above zero");
        }
        if (payment.orderReferences().isEmpty()) {
            throw new IllegalArgumentException(type + ".orderReferences must name the order");
        }
    }
}
