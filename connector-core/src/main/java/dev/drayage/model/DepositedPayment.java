package dev.drayage.model;

import java.util.Optional;

/**
 * A payment or refund that a bank deposit settles.
 *
 * @param transactionId the channel's own id of it
 * @param orderId the order that it belongs to, by the channel's own id, if the channel tells
 * @param amount positive for a payment, negative for a refund
 */
public record DepositedPayment(String transactionId, Optional<String> orderId, Money amount) {}
