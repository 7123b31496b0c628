package dev.drayage.testkit.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mutations of orders: changes of the head, cancelling, money in, money out. Guarded by the shop. */
final class OrderWritesApi {
    private final Shop shop;
    private final Shapes shapes;
    private final Orders orders;

    OrderWritesApi(Shop shop, Shapes shapes, Orders orders) {
        this.shop = shop;
        this.shapes = shapes;
        this.orders = orders;
    }

    void addTo(Mutations mutations) {
        mutations
                .add("orderUpdate", (args, asked) -> update(args.in("input")))
                .add("orderClose", (args, asked) -> {
                    ShopOrder order = order(args.in("input").text("id"), "id");
                    orders.orderDesk().close(order);
                    return answer(order);
                })
                .add("orderOpen", (args, asked) -> {
                    ShopOrder order = order(args.in("input").text("id"), "id");
                    orders.orderDesk().open(order);
                    return answer(order);
                })
                .add("orderCancel", (args, asked) -> cancel(args))
                .add("orderMarkAsPaid", (args, asked) -> {
                    ShopOrder order = order(args.in("input").text("id"), "id");
                    orders.orderDesk().markAsPaid(order);
                    return answer(order);
                })
                .add("orderCreateManualPayment", this::manualPayment)
                .add("orderCapture", (args, asked) -> capture(args.in("input")))
                .add("transactionVoid", (args, asked) -> voided(args.text("parentTransactionId")))
                .add("refundCreate", (args, asked) -> refund(args.in("input")));
    }

    private ShopOrder order(String gid, String field) {
        ShopOrder order = shop.orders.get(Gids.number(gid, "Order"));
        if (order == null) {
            throw UserError.at("Order does not exist", field).coded("NOT_FOUND").thrown();
        }
        return order;
    }

    private Shape answer(ShopOrder order) {
        return Shape.of("Payload").ask("order", asked -> shapes.orders.order(order));
    }

    private Shape update(Args input) {
        ShopOrder order = order(input.text("id"), "id");
        if (input.raw().size() < 2) {
            throw UserError.at("No valid update parameters have been provided").thrown();
        }
        if (input.maybe("phone")
                .filter(phone -> !phone.matches("[+0-9() .-]{5,}"))
                .isPresent()) {
            throw UserError.at("Phone is invalid", "phone").thrown();
        }
        input.maybe("email").ifPresent(text -> order.email = text);
        input.maybe("phone").ifPresent(text -> order.phone = text);
        input.maybe("note").ifPresent(text -> order.note = text);
        input.maybe("poNumber").ifPresent(text -> order.poNumber = text);
        if (input.has("tags")) {
            order.tags.clear();
            order.tags.addAll(input.texts("tags"));
        }
        if (input.has("customAttributes")) {
            order.customAttributes.clear();
            input.objects("customAttributes")
                    .forEach(each -> order.customAttributes.put(each.text("key"), each.text("value")));
        }
        input.object("shippingAddress")
                .ifPresent(each -> order.shippingAddress = new PostalAddress(
                        each.text("firstName"),
                        each.text("lastName"),
                        each.text("company"),
                        each.text("address1"),
                        each.text("address2"),
                        each.text("city"),
                        each.text("provinceCode"),
                        each.text("zip"),
                        each.text("countryCode"),
                        each.text("phone")));
        order.touch(shop.now());
        shop.webhooks().changed("orders/updated", order);
        return answer(order);
    }

    private Shape cancel(Args args) {
        if (args.text("staffNote").length() > 255) {
            throw UserError.at("Staff note is too long. Maximum length is 255 characters.", "staffNote")
                    .coded("INVALID")
                    .thrown();
        }
        ShopOrder order = order(args.text("orderId"), "orderId");
        boolean back = args.in("refundMethod").flag("originalPaymentMethodsRefund");
        orders.orderDesk().cancel(order, args.text("reason"), args.flag("restock"), back, args.text("staffNote"));
        long job = shop.id("Job");
        shop.jobs.put(job, order);
        return Shape.of("Payload")
                .put("job", Shape.of("Job").put("id", Gids.gid("Job", job)).put("done", false));
    }

    private Shape manualPayment(Args args, DataFetchingEnvironment asked) {
        if (args.object("amount").isPresent() && !shop.settings().plus()) {
            throw ApiError.accessDenied(
                    "orderCreateManualPayment", "The shop must be on Shopify Plus to give an amount.");
        }
        ShopOrder order = order(args.text("id"), "id");
        Bag due = order.totals().outstanding();
        if (due.presentment().signum() <= 0 || order.cancelledAt != null) {
            throw UserError.at("Order cannot be marked as paid.", "id").thrown();
        }
        Args asking = args.in("amount");
        if (asking.maybe("currencyCode")
                .filter(code -> !code.equals(order.currencies.presentment()))
                .isPresent()) {
            throw UserError.at(
                            "The currency must be that of the order, " + order.currencies.presentment() + ".", "amount")
                    .coded("CURRENCY_MISMATCH")
                    .thrown();
        }
        if (asking.decimal("amount")
                .filter(wanted -> wanted.compareTo(due.presentment()) > 0)
                .isPresent()) {
            throw UserError.at("The amount exceeds the balance of the order.", "amount")
                    .coded("AMOUNT_EXCEEDS_BALANCE")
                    .thrown();
        }
        Bag amount =
                asking.decimal("amount").map(order.currencies::ofPresentment).orElse(due);
        String gateway = args.maybe("paymentMethodName").orElse("manual");
        orders.cashDesk()
                .add(order, OrderPayment.Kind.SALE, OrderPayment.Status.SUCCESS, gateway, amount, Bag.ZERO, null);
        return answer(order);
    }

    private Shape capture(Args input) {
        ShopOrder order = order(input.text("id"), "id");
        OrderPayment parent = payment(order, input.text("parentTransactionId"));
        if (parent == null) {
            throw UserError.at("Unable to find parent transaction").thrown();
        }
        boolean two = !order.currencies.shop().equals(order.currencies.presentment());
        String currency = input.maybe("currency").orElse(two ? "" : order.currencies.shop());
        if (!currency.equals(order.currencies.presentment())) {
            throw UserError.at(
                            "Currency Currency must match parent transaction " + order.currencies.presentment(),
                            "currency")
                    .thrown();
        }
        BigDecimal amount = input.decimal("amount").orElse(BigDecimal.ZERO);
        if (amount.signum() <= 0) {
            throw UserError.at("Amount must be greater than zero for capture transactions")
                    .thrown();
        }
        if (!parent.done(OrderPayment.Kind.AUTHORIZATION)) {
            throw UserError.at("Can only capture successful authorizations").thrown();
        }
        BigDecimal left = OrderTotals.capturable(order, parent).presentment();
        if (amount.compareTo(left) > 0) {
            throw UserError.at("Cannot capture more than the authorized " + left.setScale(2, RoundingMode.HALF_UP)
                            + " for this payment.")
                    .thrown();
        }
        OrderPayment done = orders.cashDesk()
                .add(
                        order,
                        OrderPayment.Kind.CAPTURE,
                        OrderPayment.Status.SUCCESS,
                        parent.gateway,
                        order.currencies.ofPresentment(amount),
                        Bag.ZERO,
                        parent);
        return Shape.of("Payload").put("transaction", shapes.money.payment(order, done));
    }

    private Shape voided(String gid) {
        Gids.number(gid, "OrderTransaction");
        for (ShopOrder order : shop.orders.values()) {
            OrderPayment parent = payment(order, gid);
            if (parent != null) {
                if (!parent.done(OrderPayment.Kind.AUTHORIZATION)
                        || OrderTotals.capturable(order, parent).isZero()) {
                    throw UserError.at("Parent transaction cannot be voided", "parentTransactionId")
                            .coded("AUTH_NOT_VOIDABLE")
                            .thrown();
                }
                OrderPayment done = orders.cashDesk()
                        .add(
                                order,
                                OrderPayment.Kind.VOID,
                                OrderPayment.Status.SUCCESS,
                                parent.gateway,
                                Bag.ZERO,
                                Bag.ZERO,
                                parent);
                return Shape.of("Payload").put("transaction", shapes.money.payment(order, done));
            }
        }
        throw UserError.at("Transaction does not exist", "parentTransactionId")
                .coded("TRANSACTION_NOT_FOUND")
                .thrown();
    }

    private static @Nullable OrderPayment payment(ShopOrder order, String gid) {
        return order.payments.stream()
                .filter(each -> each.gid().equals(gid))
                .findFirst()
                .orElse(null);
    }

    private Shape refund(Args input) {
        ShopOrder order = order(input.text("orderId"), "orderId");
        RefundDraft draft = RefundDraft.empty().note(input.text("note"));
        List<Args> rows = input.objects("refundLineItems");
        for (int n = 0; n < rows.size(); n++) {
            draft.lines.add(line(order, rows.get(n), n));
        }
        Args shipping = input.in("shipping");
        draft.fullShipping = shipping.flag("fullRefund");
        draft.shipping = shipping.decimal("amount").orElse(BigDecimal.ZERO);
        for (Args duty : input.objects("refundDuties")) {
            order.lines.stream()
                    .filter(each -> Gids.gid("Duty", each.dutyNumber).equals(duty.text("dutyId")))
                    .forEach(draft.duties::add);
        }
        BigDecimal money = BigDecimal.ZERO;
        for (Args each : input.objects("transactions")) {
            if (!each.text("kind").equals("REFUND")) {
                throw UserError.at("Kind " + each.text("kind").toLowerCase(Locale.ROOT) + " is not a valid transaction")
                        .thrown();
            }
            OrderPayment parent = payment(order, each.text("parentId"));
            if (parent == null) {
                throw UserError.at("Transactions require a parent_id associated with the order", "transactions")
                        .thrown();
            }
            draft.parent = parent;
            draft.gateway = each.text("gateway");
            money = money.add(each.decimal("amount").orElse(BigDecimal.ZERO));
        }
        if (money.signum() > 0) {
            draft.money(money.toPlainString());
        }
        OrderRefund refund = orders.refundDesk().refund(order, draft);
        return answer(order).ask("refund", asked -> shapes.money.refund(refund));
    }

    private RefundDraft.Line line(ShopOrder order, Args row, int index) {
        OrderLine line = order.line(Gids.number(row.text("lineItemId"), "LineItem"))
                .orElseThrow(() -> UserError.at(
                                "Line item does not exist", "refundLineItems", Integer.toString(index), "lineItemId")
                        .thrown());
        String restock = row.maybe("restockType").orElse("NO_RESTOCK");
        StockLocation location = row.maybe("locationId")
                .map(gid -> shop.locations.get(Gids.number(gid, "Location")))
                .orElse(null);
        if (location == null && Map.of("RETURN", 1, "CANCEL", 1).containsKey(restock)) {
            throw UserError.at(
                            "Location must be present when restocking",
                            "refundLineItems",
                            Integer.toString(index),
                            "locationId")
                    .thrown();
        }
        return new RefundDraft.Line(line, row.integer("quantity").orElse(0), restock, location);
    }
}
