package dev.drayage.testkit.shopify;

import java.util.List;
import java.util.Map;

/** Cancelling, closing and paying of orders, with Shopify's refusals. Guarded by the shop. */
final class OrderDesk {
    private final Shop shop;
    private final FulfillmentDesk desk;
    private final CashDesk cash;
    private final RefundDesk refunds;

    OrderDesk(Shop shop, FulfillmentDesk desk, CashDesk cash, RefundDesk refunds) {
        this.shop = shop;
        this.desk = desk;
        this.cash = cash;
        this.refunds = refunds;
    }

    void cancel(ShopOrder order, String reason, boolean restock, boolean payBack, String staffNote) {
        if (order.cancelledAt != null) {
            throw UserError.at("Cannot cancel an order that has already been canceled", "orderId")
                    .coded("INVALID")
                    .thrown();
        }
        if (order.fulfillments.stream().anyMatch(each -> !each.cancelled)) {
            throw UserError.at("Cannot cancel an order that has outstanding fulfillments", "orderId")
                    .coded("INVALID")
                    .thrown();
        }
        for (OrderPayment each : List.copyOf(order.payments)) {
            if (each.done(OrderPayment.Kind.AUTHORIZATION)
                    && !OrderTotals.capturable(order, each).isZero()) {
                cash.add(
                        order,
                        OrderPayment.Kind.VOID,
                        OrderPayment.Status.SUCCESS,
                        each.gateway,
                        Bag.ZERO,
                        Bag.ZERO,
                        each);
            }
        }
        RefundDraft draft = RefundDraft.empty().allShipping().note("order canceled");
        for (OrderLine line : order.lines) {
            if (line.currentQuantity() > 0) {
                StockLocation location = shop.firstLocation().orElse(null);
                draft.lines.add(new RefundDraft.Line(
                        line, line.currentQuantity(), restock ? "CANCEL" : "NO_RESTOCK", location));
            }
            boolean back =
                    order.refunds.stream().flatMap(each -> each.duties.stream()).anyMatch(each -> each.line() == line);
            if (!line.duty.isZero() && !back) {
                draft.duty(line);
            }
        }
        Bag net = order.totals().net();
        if (payBack && net.presentment().signum() > 0) {
            draft.money(net.presentment().toPlainString());
        }
        refunds.refund(order, draft);
        order.cancelledAt = shop.now();
        order.cancelReason = reason;
        order.staffNote = staffNote;
        for (FulfillmentOrder each : order.fulfillmentOrders) {
            if (each.live() || each.fulfillments.isEmpty()) {
                each.status = restock ? FulfillmentOrder.Status.CLOSED : FulfillmentOrder.Status.CANCELLED;
                each.touch(shop.now());
            }
        }
        close(order);
        shop.webhooks().changed("orders/cancelled", order, Map.of("cancel_reason", reason));
    }

    void close(ShopOrder order) {
        if (order.closedAt == null) {
            order.closedAt = shop.now();
            order.touch(shop.now());
        }
    }

    void open(ShopOrder order) {
        if (order.closedAt != null) {
            order.closedAt = null;
            order.touch(shop.now());
        }
    }

    /** All that is outstanding, as one sale through the manual gateway. */
    OrderPayment markAsPaid(ShopOrder order) {
        Bag due = order.totals().outstanding();
        if (due.presentment().signum() <= 0 || order.cancelledAt != null) {
            throw UserError.at("Order cannot be marked as paid.", "id").thrown();
        }
        return cash.add(order, OrderPayment.Kind.SALE, OrderPayment.Status.SUCCESS, "manual", due, Bag.ZERO, null);
    }

    FulfillmentDesk fulfillment() {
        return desk;
    }
}
