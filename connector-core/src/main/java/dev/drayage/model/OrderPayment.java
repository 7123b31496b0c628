package dev.drayage.model;

import java.time.Instant;

/**
 * Money that a buyer paid for an order: taken, not merely reserved. A gift card that was used is one too.
 *
 * @param transactionId the channel's own id of the payment
 * @param method the means of payment in the channel's words
 * @param amount how much, above zero
 * @param paidAt when, in UTC
 */
public record OrderPayment(String transactionId, String method, Money amount, Instant paidAt) {
    public OrderPayment {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("OrderPayment.amount must be above zero");
        }
    }
}
