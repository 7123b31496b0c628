package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.time.Instant;

/** Money that Shopify Payments sends to the bank, or takes from it. Changed under the shop's lock. */
public final class Payout extends Entity {
    /** How a payout stands. */
    public enum Status {
        /** To be sent. */
        SCHEDULED,
        /** Arrived. */
        PAID,
        /** Came back. */
        FAILED,
        /** Called off. */
        CANCELED
    }

    final BigDecimal net;
    final String currency;
    Status status;

    Payout(long number, Instant at, BigDecimal net, String currency, Status status) {
        super("ShopifyPaymentsPayout", number, at);
        this.net = net;
        this.currency = currency;
        this.status = status;
    }

    /** What reaches the bank; negative for a withdrawal. */
    public BigDecimal net() {
        return net;
    }

    /** How it stands. */
    public Status status() {
        return status;
    }
}
