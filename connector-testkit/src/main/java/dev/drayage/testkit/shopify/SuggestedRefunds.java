package dev.drayage.testkit.shopify;

import java.util.ArrayList;
import java.util.List;

/** What a refund of some units would come to, and which transactions would pay it. Stateless. */
final class SuggestedRefunds {
    private SuggestedRefunds() {}

    static Shape of(Shapes shapes, ShopOrder order, Args args) {
        Bag subtotal = Bag.ZERO;
        Bag tax = Bag.ZERO;
        List<Shape> lines = new ArrayList<>();
        for (Args each : args.objects("refundLineItems")) {
            OrderLine line =
                    order.line(Gids.number(each.text("lineItemId"), "LineItem")).orElse(null);
            int units = each.integer("quantity").orElse(0);
            if (line != null) {
                Bag part = line.net(units, order.currencies);
                subtotal = subtotal.plus(part);
                tax = tax.plus(line.tax(units, order.currencies));
                lines.add(Shape.of("RefundLineItem")
                        .put("quantity", units)
                        .put("restockType", each.maybe("restockType").orElse("NO_RESTOCK"))
                        .ask("lineItem", asked -> shapes.orders.line(order, line)));
            }
        }
        Bag amount = subtotal.plus(order.taxesIncluded ? Bag.ZERO : tax);
        if (args.flag("refundShipping")) {
            for (ShippingLine line : order.shipping) {
                amount = amount.plus(line.discountedPrice().minus(line.refunded));
                Bag openTax = line.tax().minus(line.refundedTax);
                tax = tax.plus(openTax);
                amount = amount.plus(order.taxesIncluded ? Bag.ZERO : openTax);
            }
        }
        List<Shape> transactions = new ArrayList<>();
        Bag left = amount;
        for (OrderPayment each : order.payments) {
            Bag open = CashDesk.refundable(order, each);
            if (each.done(OrderPayment.Kind.SALE, OrderPayment.Kind.CAPTURE)
                    && left.presentment().signum() > 0
                    && open.presentment().signum() > 0) {
                Bag part = open.presentment().compareTo(left.presentment()) < 0 ? open : left;
                left = left.minus(part);
                transactions.add(Shape.of("SuggestedOrderTransaction")
                        .put("kind", "SUGGESTED_REFUND")
                        .put("gateway", each.gateway)
                        .ask("parentTransaction", asked -> shapes.money.payment(order, each))
                        .put("amountSet", Amounts.bag(part, order.currencies)));
            }
        }
        return Shape.of("SuggestedRefund")
                .put("amountSet", Amounts.bag(amount, order.currencies))
                .put("subtotalSet", Amounts.bag(subtotal, order.currencies))
                .put("totalTaxSet", Amounts.bag(tax, order.currencies))
                .put("maximumRefundableSet", Amounts.bag(order.totals().net(), order.currencies))
                .put("suggestedTransactions", transactions)
                .put("refundLineItems", lines);
    }
}
