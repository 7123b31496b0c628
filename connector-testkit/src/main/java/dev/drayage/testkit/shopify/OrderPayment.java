package dev.drayage.testkit.shopify;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transaction of an order. Its status may change. Changed under the shop's lock. */
public final class OrderPayment {
    /** What a transaction does. */
    public enum Kind {
        /** Money is taken at once. */
        SALE,
        /** Money is set aside. */
        AUTHORIZATION,
        /** Money that was set aside is taken. */
        CAPTURE,
        /** Money that was set aside is let go. */
        VOID,
        /** Money goes back. */
        REFUND
    }

    /** How a transaction ended. */
    public enum Status {
        /** Done. */
        SUCCESS,
        /** Not decided. */
        PENDING,
        /** Refused. */
        FAILURE
    }

    final long number;
    final Kind kind;
    final String gateway;
    final Bag amount;
    final Bag rounding;
    final Instant at;
    final boolean test;
    final @Nullable OrderPayment parent;
    Status status;

    OrderPayment(
            long number,
            Kind kind,
            Status status,
            String gateway,
            Bag amount,
            Bag rounding,
            Instant at,
            boolean test,
            @Nullable OrderPayment parent) {
        this.number = number;
        this.kind = kind;
        this.status = status;
        this.gateway = gateway;
        this.amount = amount;
        this.rounding = rounding;
        this.at = at;
        this.test = test;
        this.parent = parent;
    }

    /** Global id. */
    public String gid() {
        return Gids.gid("OrderTransaction", number);
    }

    /** The number in the global id, by which payouts name it. */
    public long number() {
        return number;
    }

    /** What it does. */
    public Kind kind() {
        return kind;
    }

    /** How it stands. */
    public Status status() {
        return status;
    }

    /** The gateway, such as {@code shopify_payments}, {@code manual} or {@code gift_card}. */
    public String gateway() {
        return gateway;
    }

    /** The amount, never negative. */
    public Bag amount() {
        return amount;
    }

    /** When it was processed. */
    public Instant processedAt() {
        return at;
    }

    /** The transaction that it captures, voids or refunds. */
    public Optional<OrderPayment> parent() {
        return Optional.ofNullable(parent);
    }

    boolean done(Kind... kinds) {
        for (Kind each : kinds) {
            if (kind == each) {
                return status == Status.SUCCESS;
            }
        }
        return false;
    }
}
