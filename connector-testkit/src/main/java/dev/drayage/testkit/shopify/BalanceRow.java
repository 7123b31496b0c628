package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the balance at Shopify Payments; {@code net} is amount less fee. Changed under the shop's lock. */
public final class BalanceRow extends Entity {
    final String kind;
    final BigDecimal amount;
    final BigDecimal fee;
    final String currency;
    final String reason;
    final @Nullable ShopOrder order;
    final @Nullable OrderPayment payment;

    @Nullable Payout payout;

    BalanceRow(
            long number,
            Instant at,
            String kind,
            BigDecimal amount,
            BigDecimal fee,
            String currency,
            String reason,
            @Nullable ShopOrder order,
            @Nullable OrderPayment payment) {
        super("ShopifyPaymentsBalanceTransaction", number, at);
        this.kind = kind;
        this.amount = amount;
        this.fee = fee;
        this.currency = currency;
        this.reason = reason;
        this.order = order;
        this.payment = payment;
    }

    /** Shopify's type, such as {@code CHARGE}. */
    public String kind() {
        return kind;
    }

    /** Before the fee; negative for what went out. */
    public BigDecimal amount() {
        return amount;
    }

    /** The fee. */
    public BigDecimal fee() {
        return fee;
    }

    /** What it changed. */
    public BigDecimal net() {
        return amount.subtract(fee);
    }

    /** The payout that it went into. */
    public Optional<Payout> payout() {
        return Optional.ofNullable(payout);
    }

    /** The charge or refund behind it. */
    public Optional<OrderPayment> payment() {
        return Optional.ofNullable(payment);
    }
}
