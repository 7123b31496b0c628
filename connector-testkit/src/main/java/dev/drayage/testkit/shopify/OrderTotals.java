package dev.drayage.testkit.shopify;

import org.jspecify.annotations.Nullable;

/**
 * All money of an order. {@code total*} is after edits and before refunds, {@code current*} after both. Immutable.
 *
 * @param subtotal lines after discounts, shipping and tip apart
 * @param currentSubtotal the same of what is left
 * @param discounts all discounts
 * @param currentDiscounts the discounts on what is left
 * @param shipping shipping after discounts
 * @param currentShipping the same less what was refunded
 * @param tax all taxes
 * @param currentTax taxes of what is left
 * @param duties import duties
 * @param currentDuties the same less what was refunded
 * @param fees additional fees
 * @param tip the tip
 * @param total what the buyer was to pay
 * @param currentTotal what the buyer is to pay
 * @param original the total at the time of the order
 * @param received money that came in
 * @param refunded money that went back
 * @param rounding cash rounding
 * @param authorized money that can be captured
 * @param discrepancy refunds that no line explains
 * @param shippingRefunded shipping that was refunded
 */
public record OrderTotals(
        Bag subtotal,
        Bag currentSubtotal,
        Bag discounts,
        Bag currentDiscounts,
        Bag shipping,
        Bag currentShipping,
        Bag tax,
        Bag currentTax,
        Bag duties,
        Bag currentDuties,
        Bag fees,
        Bag tip,
        Bag total,
        Bag currentTotal,
        Bag original,
        Bag received,
        Bag refunded,
        Bag rounding,
        Bag authorized,
        Bag discrepancy,
        Bag shippingRefunded) {

    static OrderTotals of(ShopOrder order) {
        Currencies money = order.currencies;
        Bag subtotal = Bag.ZERO;
        Bag currentSubtotal = Bag.ZERO;
        Bag discounts = Bag.ZERO;
        Bag currentDiscounts = Bag.ZERO;
        Bag tax = Bag.ZERO;
        Bag currentTax = Bag.ZERO;
        Bag duties = Bag.ZERO;
        Bag currentTip = Bag.ZERO;
        for (OrderLine line : order.lines) {
            int kept = line.quantity - line.removed;
            int current = line.currentQuantity();
            if (line.tip) {
                currentTip = currentTip.plus(line.net(current, money));
            } else {
                subtotal = subtotal.plus(line.net(kept, money));
                currentSubtotal = currentSubtotal.plus(line.net(current, money));
            }
            discounts = discounts.plus(line.discount().share(kept, line.quantity, money));
            currentDiscounts = currentDiscounts.plus(line.discount().share(current, line.quantity, money));
            tax = tax.plus(line.tax(kept, money));
            currentTax = currentTax.plus(line.tax(current, money));
            duties = duties.plus(line.duty);
        }
        Bag shipping = Bag.ZERO;
        Bag shippingRefunded = Bag.ZERO;
        for (ShippingLine line : order.shipping) {
            shipping = shipping.plus(line.discountedPrice());
            shippingRefunded = shippingRefunded.plus(line.refunded);
            Bag off = line.price.minus(line.discountedPrice());
            discounts = discounts.plus(off);
            currentDiscounts = currentDiscounts.plus(off);
            tax = tax.plus(line.tax());
            currentTax = currentTax.plus(line.tax()).minus(line.refundedTax);
        }
        Bag currentShipping = shipping.minus(shippingRefunded);
        Bag currentDuties = duties;
        Bag discrepancy = Bag.ZERO;
        for (OrderRefund refund : order.refunds) {
            for (OrderRefund.RefundedDuty duty : refund.duties) {
                currentDuties = currentDuties.minus(duty.amount());
            }
            for (OrderRefund.Adjustment adjustment : refund.adjustments) {
                discrepancy = discrepancy.plus(adjustment.amount());
            }
        }
        Bag fees = order.fees.stream().map(ShopOrder.Fee::price).reduce(Bag.ZERO, Bag::plus);
        Bag total = subtotal.plus(shipping)
                .plus(order.dutiesIncluded ? Bag.ZERO : duties)
                .plus(fees)
                .plus(order.tip)
                .plus(order.taxesIncluded ? Bag.ZERO : tax);
        Bag currentTotal = currentSubtotal
                .plus(currentShipping)
                .plus(order.dutiesIncluded ? Bag.ZERO : currentDuties)
                .plus(fees)
                .plus(currentTip)
                .plus(order.taxesIncluded ? Bag.ZERO : currentTax)
                .plus(discrepancy);
        Bag received = Bag.ZERO;
        Bag refunded = Bag.ZERO;
        Bag rounding = Bag.ZERO;
        Bag authorized = Bag.ZERO;
        for (OrderPayment each : order.payments) {
            if (each.done(OrderPayment.Kind.SALE, OrderPayment.Kind.CAPTURE)) {
                received = received.plus(each.amount);
                rounding = rounding.plus(each.rounding);
            } else if (each.done(OrderPayment.Kind.REFUND)) {
                refunded = refunded.plus(each.amount);
            } else if (each.done(OrderPayment.Kind.AUTHORIZATION)) {
                authorized = authorized.plus(capturable(order, each));
            }
        }
        return new OrderTotals(
                subtotal,
                currentSubtotal,
                discounts,
                currentDiscounts,
                shipping,
                currentShipping,
                tax,
                currentTax,
                duties,
                currentDuties,
                fees,
                order.tip,
                total,
                currentTotal,
                order.originalTotal,
                received,
                refunded,
                rounding,
                authorized,
                discrepancy,
                shippingRefunded);
    }

    /** What is left of an authorization. */
    static Bag capturable(ShopOrder order, OrderPayment authorization) {
        Bag left = authorization.amount;
        for (OrderPayment each : order.payments) {
            if (each.parent == authorization && each.done(OrderPayment.Kind.VOID)) {
                return Bag.ZERO;
            }
            if (each.parent == authorization && each.done(OrderPayment.Kind.CAPTURE)) {
                left = left.minus(each.amount);
            }
        }
        return left;
    }

    /** Money that came in and stayed. */
    public Bag net() {
        return received.minus(refunded);
    }

    /** Positive: to be collected; negative: to be given back. */
    public Bag outstanding() {
        return currentTotal.plus(rounding).minus(net());
    }

    @Nullable String financialStatus(ShopOrder order) {
        boolean voided = order.payments.stream().anyMatch(each -> each.done(OrderPayment.Kind.VOID));
        boolean pending = order.payments.stream().anyMatch(each -> each.status == OrderPayment.Status.PENDING);
        if (refunded.presentment().signum() > 0) {
            return refunded.presentment().compareTo(received.presentment()) >= 0 ? "REFUNDED" : "PARTIALLY_REFUNDED";
        }
        if (received.presentment().signum() > 0) {
            return outstanding().presentment().signum() > 0 ? "PARTIALLY_PAID" : "PAID";
        }
        if (!authorized.isZero()) {
            return "AUTHORIZED";
        }
        if (voided || (pending && order.cancelledAt != null)) {
            return "VOIDED";
        }
        if (pending || order.terms != null) {
            return "PENDING";
        }
        return total.isZero() ? "PAID" : null;
    }
}
