package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes refunds: units come off the order and back into stock, shipping and duties are taken back, money moves. Guarded by the shop. */
final class RefundDesk {
    private final Shop shop;
    private final FulfillmentDesk desk;
    private final CashDesk cash;

    RefundDesk(Shop shop, FulfillmentDesk desk, CashDesk cash) {
        this.shop = shop;
        this.desk = desk;
        this.cash = cash;
    }

    /** Carries a refund out; refused, before anything changed, with Shopify's words. */
    OrderRefund refund(ShopOrder order, RefundDraft draft) {
        for (int n = 0; n < draft.lines.size(); n++) {
            RefundDraft.Line line = draft.lines.get(n);
            if (line.quantity() > line.line().currentQuantity()) {
                throw UserError.at(
                                "Quantity cannot refund more items than were purchased",
                                "refundLineItems",
                                Integer.toString(n),
                                "quantity")
                        .thrown();
            }
        }
        Currencies money = order.currencies;
        List<OrderRefund.Line> lines = new ArrayList<>();
        Bag worth = Bag.ZERO;
        for (RefundDraft.Line each : draft.lines) {
            Bag before = each.line().net(each.line().currentQuantity(), money);
            Bag taxBefore = each.line().tax(each.line().currentQuantity(), money);
            int left = each.line().currentQuantity() - each.quantity();
            Bag subtotal = before.minus(each.line().net(left, money));
            Bag tax = taxBefore.minus(each.line().tax(left, money));
            worth = worth.plus(subtotal).plus(order.taxesIncluded ? Bag.ZERO : tax);
            lines.add(new OrderRefund.Line(
                    shop.id("RefundLineItem"),
                    each.line(),
                    each.quantity(),
                    each.restockType(),
                    each.location(),
                    subtotal,
                    tax));
        }
        List<OrderRefund.Shipping> shipping = shipping(order, draft);
        for (OrderRefund.Shipping each : shipping) {
            worth = worth.plus(each.subtotal()).plus(order.taxesIncluded ? Bag.ZERO : each.tax());
        }
        List<OrderRefund.RefundedDuty> duties = draft.duties.stream()
                .map(line -> new OrderRefund.RefundedDuty(line, line.duty))
                .toList();
        for (OrderRefund.RefundedDuty each : duties) {
            worth = worth.plus(each.amount());
        }
        BigDecimal given = draft.money;
        Bag back = given != null ? money.ofPresentment(given) : draft.payBack ? worth : Bag.ZERO;
        Bag net = order.totals().net();
        if (back.presentment().compareTo(net.presentment()) > 0) {
            throw UserError.at(
                            "Refund amount " + dollars(back) + " is greater than net payment received " + dollars(net))
                    .thrown();
        }
        Bag gap = given == null ? Bag.ZERO : worth.minus(back);
        List<OrderRefund.Adjustment> adjustments = gap.presentment().signum() == 0
                ? List.of()
                : List.of(new OrderRefund.Adjustment(shop.id("OrderAdjustment"), "REFUND_DISCREPANCY", gap, Bag.ZERO));
        return carryOut(order, draft, lines, shipping, duties, adjustments, back);
    }

    private OrderRefund carryOut(
            ShopOrder order,
            RefundDraft draft,
            List<OrderRefund.Line> lines,
            List<OrderRefund.Shipping> shipping,
            List<OrderRefund.RefundedDuty> duties,
            List<OrderRefund.Adjustment> adjustments,
            Bag back) {
        Instant now = shop.now();
        List<OrderPayment> payments =
                back.isZero() ? List.of() : cash.payBack(order, back, draft.parent, draft.gateway, draft.pending);
        for (OrderRefund.Line each : lines) {
            takeBack(order, each);
        }
        for (OrderRefund.Shipping each : shipping) {
            each.line().refunded = each.line().refunded.plus(each.subtotal());
            each.line().refundedTax = each.line().refundedTax.plus(each.tax());
        }
        OrderRefund refund = new OrderRefund(
                shop.id("Refund"), order, draft.note, now, now, lines, shipping, duties, adjustments, payments);
        order.refunds.add(refund);
        order.agreements.add(agreement(order, refund));
        order.touch(now);
        shop.webhooks().changed("refunds/create", refund, Map.of("order_id", Long.toString(order.number())));
        shop.webhooks().changed("orders/updated", order);
        return refund;
    }

    private void takeBack(ShopOrder order, OrderRefund.Line refunded) {
        OrderLine line = refunded.line();
        boolean toShelf = refunded.restockType().equals("RETURN")
                || refunded.restockType().equals("CANCEL");
        int unshipped = Math.min(refunded.quantity(), order.unfulfilled(line));
        int shipped = refunded.quantity() - unshipped;
        if (refunded.restockType().equals("RETURN")) {
            shipped = Math.min(refunded.quantity(), line.fulfilled);
            unshipped = refunded.quantity() - shipped;
        }
        desk.takeOff(order, line, unshipped, toShelf);
        StockLocation location = refunded.location();
        if (toShelf && shipped > 0 && location != null) {
            desk.stock(line, location, "available", shipped);
        }
        line.refunded += refunded.quantity();
    }

    private List<OrderRefund.Shipping> shipping(ShopOrder order, RefundDraft draft) {
        List<OrderRefund.Shipping> rows = new ArrayList<>();
        BigDecimal left = draft.shipping;
        for (ShippingLine line : order.shipping) {
            Bag open = line.discountedPrice().minus(line.refunded);
            Bag openTax = line.tax().minus(line.refundedTax);
            Bag full = order.taxesIncluded ? open : open.plus(openTax);
            if (full.presentment().signum() <= 0) {
                continue;
            }
            BigDecimal part = draft.fullShipping ? full.presentment() : left.min(full.presentment());
            if (part.signum() > 0) {
                BigDecimal factor = part.divide(full.presentment(), 12, RoundingMode.HALF_UP);
                Bag tax = draft.fullShipping ? openTax : openTax.share(factor, order.currencies);
                Bag all = draft.fullShipping ? full : order.currencies.ofPresentment(part);
                rows.add(new OrderRefund.Shipping(
                        shop.id("RefundShippingLine"), line, order.taxesIncluded ? all : all.minus(tax), tax));
                left = left.subtract(part);
            }
        }
        return rows;
    }

    private ShopOrder.Agreement agreement(ShopOrder order, OrderRefund refund) {
        List<ShopOrder.Sale> sales = new ArrayList<>();
        for (OrderRefund.Line each : refund.lines) {
            Bag total = each.subtotal()
                    .plus(order.taxesIncluded ? Bag.ZERO : each.tax())
                    .negated();
            String type = each.line().giftCard ? "GiftCardSale" : "ProductSale";
            sales.add(new ShopOrder.Sale(
                    shop.id("Sale"),
                    type,
                    "RETURN",
                    each.line().giftCard ? "GIFT_CARD" : "PRODUCT",
                    -each.quantity(),
                    total,
                    each.tax().negated(),
                    Bag.ZERO,
                    each.line(),
                    null));
        }
        for (OrderRefund.Shipping each : refund.shipping) {
            Bag total = each.subtotal()
                    .plus(order.taxesIncluded ? Bag.ZERO : each.tax())
                    .negated();
            sales.add(new ShopOrder.Sale(
                    shop.id("Sale"),
                    "ShippingLineSale",
                    "RETURN",
                    "SHIPPING",
                    null,
                    total,
                    each.tax().negated(),
                    Bag.ZERO,
                    null,
                    each.line()));
        }
        for (OrderRefund.Adjustment each : refund.adjustments) {
            sales.add(new ShopOrder.Sale(
                    shop.id("Sale"),
                    "AdjustmentSale",
                    "RETURN",
                    "ADJUSTMENT",
                    null,
                    each.amount(),
                    each.tax(),
                    Bag.ZERO,
                    null,
                    null));
        }
        return new ShopOrder.Agreement(
                shop.id("SalesAgreement"), "RefundAgreement", "REFUND", refund.createdAt(), refund, sales);
    }

    private static String dollars(Bag bag) {
        return "$" + bag.presentment().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
