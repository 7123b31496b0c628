package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The money of orders: totals, transactions, refunds, ledger, payment terms. Guarded by the shop. */
final class MoneyShapes {
    private final Shapes shapes;

    MoneyShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    Shape addTo(Shape shape, ShopOrder order) {
        OrderTotals totals = order.totals();
        boolean fees = !order.fees.isEmpty();
        boolean duties = !totals.duties().isZero();
        bag(shape, order, "subtotalPriceSet", totals.subtotal());
        bag(shape, order, "currentSubtotalPriceSet", totals.currentSubtotal());
        bag(shape, order, "totalDiscountsSet", totals.discounts());
        bag(shape, order, "currentTotalDiscountsSet", totals.currentDiscounts());
        bag(shape, order, "cartDiscountAmountSet", totals.discounts());
        bag(shape, order, "currentCartDiscountAmountSet", totals.currentDiscounts());
        bag(shape, order, "totalShippingPriceSet", totals.shipping());
        bag(shape, order, "currentShippingPriceSet", totals.currentShipping());
        bag(shape, order, "totalTaxSet", totals.tax());
        bag(shape, order, "currentTotalTaxSet", totals.currentTax());
        bag(shape, order, "totalPriceSet", totals.total());
        bag(shape, order, "currentTotalPriceSet", totals.currentTotal());
        bag(shape, order, "originalTotalPriceSet", totals.original());
        bag(shape, order, "totalRefundedSet", totals.refunded());
        bag(shape, order, "totalRefundedShippingSet", totals.shippingRefunded());
        bag(shape, order, "refundDiscrepancySet", totals.discrepancy());
        bag(shape, order, "totalReceivedSet", totals.received());
        bag(shape, order, "netPaymentSet", totals.net());
        bag(shape, order, "totalOutstandingSet", totals.outstanding());
        bag(shape, order, "totalTipReceivedSet", totals.tip());
        bag(shape, order, "totalCapturableSet", totals.authorized());
        if (duties) {
            bag(shape, order, "originalTotalDutiesSet", totals.duties());
            bag(shape, order, "currentTotalDutiesSet", totals.currentDuties());
        }
        if (fees) {
            bag(shape, order, "originalTotalAdditionalFeesSet", totals.fees());
            bag(shape, order, "currentTotalAdditionalFeesSet", totals.fees());
        }
        return shape.put("displayFinancialStatus", totals.financialStatus(order))
                .put(
                        "totalCashRoundingAdjustment",
                        Shape.of("CashRoundingAdjustment")
                                .put("paymentSet", Amounts.bag(totals.rounding(), order.currencies))
                                .put("refundSet", Amounts.bag(Bag.ZERO, order.currencies)))
                .put("unpaid", totals.received().isZero())
                .put("fullyPaid", totals.outstanding().presentment().signum() <= 0)
                .put("canMarkAsPaid", totals.outstanding().presentment().signum() > 0 && order.cancelledAt == null)
                .put("capturable", !totals.authorized().isZero())
                .put("refundable", totals.net().presentment().signum() > 0)
                .put(
                        "subtotalLineItemsQuantity",
                        order.lines.stream().mapToInt(each -> each.quantity).sum())
                .put(
                        "currentSubtotalLineItemsQuantity",
                        order.lines.stream()
                                .mapToInt(OrderLine::currentQuantity)
                                .sum())
                .ask("taxLines", asked -> OrderShapes.taxes(order, false))
                .ask("currentTaxLines", asked -> OrderShapes.taxes(order, true))
                .put(
                        "additionalFees",
                        order.fees.stream().map(each -> fee(order, each)).toList())
                .ask(
                        "transactions",
                        asked -> Shapes.list(
                                order.payments.stream()
                                        .map(each -> payment(order, each))
                                        .toList(),
                                asked))
                .put("transactionsCount", Shapes.count(order.payments.size()))
                .ask(
                        "refunds",
                        asked -> Shapes.list(
                                order.refunds.stream().map(this::refund).toList(), asked))
                .ask(
                        "agreements",
                        Connection.of(order.agreements, ShopOrder.Agreement::number, each -> agreement(order, each)))
                .ask("paymentTerms", asked -> terms(order))
                .ask("suggestedRefund", asked -> SuggestedRefunds.of(shapes, order, new Args(asked.getArguments())));
    }

    private static void bag(Shape shape, ShopOrder order, String field, Bag amount) {
        shape.ask(field, asked -> Amounts.bag(amount, order.currencies));
    }

    private static Shape fee(ShopOrder order, ShopOrder.Fee fee) {
        return Shape.of("AdditionalFee")
                .put("id", Gids.gid("AdditionalFee", fee.number()))
                .put("name", fee.name())
                .put("price", Amounts.bag(fee.price(), order.currencies))
                .put("taxLines", List.of());
    }

    Shape payment(ShopOrder order, OrderPayment payment) {
        OrderPayment parent = payment.parent;
        boolean manual = payment.gateway.equals("manual") || payment.gateway.equals("cash");
        return Shape.of("OrderTransaction")
                .put("id", payment.gid())
                .put("kind", payment.kind.name())
                .put("status", payment.status.name())
                .put("gateway", payment.gateway)
                .put("formattedGateway", payment.gateway)
                .put("manualPaymentGateway", manual)
                .put("test", payment.test)
                .put("processedAt", payment.at)
                .put("createdAt", payment.at)
                .put("paymentId", order.name + "." + payment.number)
                .ask("parentTransaction", asked -> parent == null ? null : payment(order, parent))
                .put("amountSet", Amounts.bag(payment.amount, order.currencies))
                .put("totalUnsettledSet", Amounts.bag(OrderTotals.capturable(order, payment), order.currencies))
                .put(
                        "amountRoundingSet",
                        payment.rounding.isZero() ? null : Amounts.bag(payment.rounding, order.currencies))
                .ask(
                        "fees",
                        asked -> row(payment)
                                .filter(row -> row.fee.signum() != 0)
                                .map(row -> List.of(fee(row)))
                                .orElse(List.of()))
                .ask(
                        "settlementCurrency",
                        asked -> row(payment).map(row -> row.currency).orElse(null))
                .ask(
                        "settlementCurrencyRate",
                        asked -> row(payment).map(row -> "1.0").orElse(null));
    }

    private Optional<BalanceRow> row(OrderPayment payment) {
        return shapes.shop.balance.values().stream()
                .filter(each -> each.payment == payment)
                .findFirst();
    }

    private static Shape fee(BalanceRow row) {
        return Shape.of("TransactionFee")
                .put("id", Gids.gid("TransactionFee", row.number()))
                .put("type", "processing_fee")
                .put("rate", "0.029")
                .put("amount", Amounts.money(row.fee, row.currency))
                .put("taxAmount", Amounts.money(BigDecimal.ZERO, row.currency));
    }

    Shape refund(OrderRefund refund) {
        ShopOrder order = refund.order;
        Function<Bag, Shape> bag = each -> Amounts.bag(each, order.currencies);
        return shapes.base(refund)
                .put("processedAt", refund.processedAt)
                .put("note", Shapes.orNull(refund.note))
                .ask("order", asked -> shapes.orders.order(order))
                .put("totalRefundedSet", bag.apply(refund.refunded()))
                .ask(
                        "refundLineItems",
                        Connection.of(refund.lines, OrderRefund.Line::number, each -> refundLine(order, each)))
                .ask(
                        "refundShippingLines",
                        Connection.of(
                                refund.shipping,
                                OrderRefund.Shipping::number,
                                each -> Shape.of("RefundShippingLine")
                                        .put("id", Gids.gid("RefundShippingLine", each.number()))
                                        .put("shippingLine", shapes.orders.shipping(order, each.line()))
                                        .put("subtotalAmountSet", bag.apply(each.subtotal()))
                                        .put("taxAmountSet", bag.apply(each.tax()))))
                .put(
                        "duties",
                        refund.duties.stream()
                                .map(each -> Shape.of("RefundDuty")
                                        .put("amountSet", bag.apply(each.amount()))
                                        .put("originalDuty", shapes.orders.duty(order, each.line())))
                                .toList())
                .ask(
                        "orderAdjustments",
                        Connection.of(
                                refund.adjustments,
                                OrderRefund.Adjustment::number,
                                each -> Shape.of("OrderAdjustment")
                                        .put("id", Gids.gid("OrderAdjustment", each.number()))
                                        .put("reason", each.reason())
                                        .put("amountSet", bag.apply(each.amount()))
                                        .put("taxAmountSet", bag.apply(each.tax()))))
                .ask("transactions", Connection.of(refund.payments, each -> each.number, each -> payment(order, each)));
    }

    private Shape refundLine(ShopOrder order, OrderRefund.Line line) {
        StockLocation location = line.location();
        return Shape.of("RefundLineItem")
                .put("id", Gids.gid("RefundLineItem", line.number()))
                .put("quantity", line.quantity())
                .put("restockType", line.restockType())
                .put("restocked", !line.restockType().equals("NO_RESTOCK"))
                .ask("location", asked -> location == null ? null : shapes.stock.location(location))
                .ask("lineItem", asked -> shapes.orders.line(order, line.line()))
                .put(
                        "priceSet",
                        Amounts.bag(line.subtotal().share(1, line.quantity(), order.currencies), order.currencies))
                .put("subtotalSet", Amounts.bag(line.subtotal(), order.currencies))
                .put("totalTaxSet", Amounts.bag(line.tax(), order.currencies));
    }

    private Shape agreement(ShopOrder order, ShopOrder.Agreement agreement) {
        OrderRefund refund = agreement.refund();
        return Shape.of(agreement.type())
                .put("id", Gids.gid("SalesAgreement", agreement.number()))
                .put("reason", agreement.reason())
                .put("happenedAt", agreement.at())
                .ask("order", asked -> shapes.orders.order(order))
                .ask("refund", asked -> refund == null ? null : refund(refund))
                .ask("sales", Connection.of(agreement.sales(), ShopOrder.Sale::number, each -> sale(order, each)));
    }

    private Shape sale(ShopOrder order, ShopOrder.Sale sale) {
        OrderLine line = sale.line();
        ShippingLine shipping = sale.shipping();
        return Shape.of(sale.type())
                .put("id", Gids.gid(sale.type(), sale.number()))
                .put("actionType", sale.action())
                .put("lineType", sale.lineType())
                .put("quantity", sale.quantity())
                .put("totalAmount", Amounts.bag(sale.total(), order.currencies))
                .put("totalTaxAmount", Amounts.bag(sale.tax(), order.currencies))
                .put("totalDiscountAmountAfterTaxes", Amounts.bag(sale.discount(), order.currencies))
                .put("totalDiscountAmountBeforeTaxes", Amounts.bag(sale.discount(), order.currencies))
                .put("taxes", List.of())
                .ask("lineItem", asked -> line == null ? null : shapes.orders.line(order, line))
                .ask("shippingLine", asked -> shipping == null ? null : shapes.orders.shipping(order, shipping));
    }

    private @Nullable Shape terms(ShopOrder order) {
        PaymentTermsTemplate terms = order.terms;
        if (terms == null) {
            return null;
        }
        Instant due = order.dueAt().orElse(null);
        String currency = order.currencies.presentment();
        OrderTotals totals = order.totals();
        BigDecimal open = totals.outstanding().presentment();
        Shape schedule = Shape.of("PaymentSchedule")
                .put("id", Gids.gid("PaymentSchedule", order.scheduleNumber))
                .put("issuedAt", order.createdAt())
                .put("dueAt", due)
                .put("completedAt", open.signum() > 0 ? null : order.updatedAt())
                .put("amount", Amounts.money(totals.total().presentment(), currency))
                .put("totalBalance", Amounts.money(open, currency))
                .put("balanceDue", Amounts.money(open, currency));
        List<Shape> schedules = due == null ? List.of() : List.of(schedule);
        return Shape.of("PaymentTerms")
                .put("id", Gids.gid("PaymentTerms", order.termsNumber))
                .put("paymentTermsName", terms.label)
                .put("paymentTermsType", terms.type)
                .put("dueInDays", terms.dueInDays().orElse(null))
                .put(
                        "due",
                        due != null && open.signum() > 0 && !shapes.shop.now().isBefore(due))
                .put(
                        "overdue",
                        due != null && open.signum() > 0 && shapes.shop.now().isAfter(due))
                .ask("paymentSchedules", Connection.of(schedules, each -> order.scheduleNumber, each -> each));
    }
}
