package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Transactions of orders, and the rows that those of Shopify Payments leave in the balance. Guarded by the shop. */
final class CashDesk {
    /** Gateway whose money goes through payouts. */
    static final String SHOPIFY_PAYMENTS = "shopify_payments";

    private static final BigDecimal RATE = new BigDecimal("0.029");
    private static final BigDecimal FIXED = new BigDecimal("0.30");

    private final Shop shop;

    CashDesk(Shop shop) {
        this.shop = shop;
    }

    OrderPayment add(
            ShopOrder order,
            OrderPayment.Kind kind,
            OrderPayment.Status status,
            String gateway,
            Bag amount,
            Bag rounding,
            @Nullable OrderPayment parent) {
        OrderPayment payment = new OrderPayment(
                shop.id("OrderTransaction"), kind, status, gateway, amount, rounding, shop.now(), order.test, parent);
        order.payments.add(payment);
        order.touch(shop.now());
        settle(order, payment);
        shop.webhooks()
                .changed(
                        "orders/updated",
                        order,
                        Map.of("financial_status", order.financialStatus().orElse("")));
        return payment;
    }

    /** A pending transaction is decided; the order's time moves, no new transaction comes. */
    void decide(ShopOrder order, OrderPayment payment, OrderPayment.Status status) {
        payment.status = status;
        order.touch(shop.now());
        settle(order, payment);
    }

    List<OrderPayment> payBack(
            ShopOrder order, Bag back, @Nullable OrderPayment parent, String gateway, boolean pending) {
        OrderPayment.Status status = pending ? OrderPayment.Status.PENDING : OrderPayment.Status.SUCCESS;
        List<OrderPayment> refunds = new ArrayList<>();
        if (parent != null) {
            refunds.add(add(
                    order,
                    OrderPayment.Kind.REFUND,
                    status,
                    gateway.isEmpty() ? parent.gateway : gateway,
                    back,
                    Bag.ZERO,
                    parent));
            return refunds;
        }
        Bag left = back;
        for (OrderPayment each : List.copyOf(order.payments)) {
            if (each.done(OrderPayment.Kind.SALE, OrderPayment.Kind.CAPTURE)
                    && left.presentment().signum() > 0) {
                Bag open = refundable(order, each);
                Bag part = open.presentment().compareTo(left.presentment()) < 0 ? open : left;
                if (part.presentment().signum() > 0) {
                    refunds.add(add(order, OrderPayment.Kind.REFUND, status, each.gateway, part, Bag.ZERO, each));
                    left = left.minus(part);
                }
            }
        }
        return refunds;
    }

    static Bag refundable(ShopOrder order, OrderPayment charge) {
        Bag left = charge.amount;
        for (OrderPayment each : order.payments) {
            if (each.parent == charge
                    && each.kind == OrderPayment.Kind.REFUND
                    && each.status != OrderPayment.Status.FAILURE) {
                left = left.minus(each.amount);
            }
        }
        return left;
    }

    private void settle(ShopOrder order, OrderPayment payment) {
        boolean charge = payment.done(OrderPayment.Kind.SALE, OrderPayment.Kind.CAPTURE);
        boolean refund = payment.done(OrderPayment.Kind.REFUND);
        if (!payment.gateway.equals(SHOPIFY_PAYMENTS) || !shop.settings().payments() || !(charge || refund)) {
            return;
        }
        BigDecimal amount = payment.amount.shop();
        BigDecimal fee = charge
                ? amount.multiply(RATE).add(FIXED).setScale(order.currencies.shopScale(), RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
        row(
                charge ? "CHARGE" : "REFUND",
                charge ? amount : amount.negate(),
                fee,
                "",
                Optional.of(order),
                Optional.of(payment));
    }

    BalanceRow row(
            String kind,
            BigDecimal amount,
            BigDecimal fee,
            String reason,
            Optional<ShopOrder> order,
            Optional<OrderPayment> payment) {
        BalanceRow row = new BalanceRow(
                shop.id("ShopifyPaymentsBalanceTransaction"),
                shop.now(),
                kind,
                amount,
                fee,
                shop.settings().currency(),
                reason,
                order.orElse(null),
                payment.orElse(null));
        shop.balance.put(row.number(), row);
        return row;
    }
}
