package dev.drayage.model;

import java.util.Optional;

/**
 * Money that went back by one means of payment.
 *
 * @param transactionId the channel's own id of it, by which a payout names it
 * @param parentTransactionId the payment that it takes back, if the channel tells
 * @param method the means of payment in the channel's words
 * @param amount how much, above zero
 */
public record RefundedPayment(String transactionId, Optional<String> parentTransactionId, String method, Money amount) {
    public RefundedPayment {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("RefundedPayment.amount must be above zero");
        }
    }
}
