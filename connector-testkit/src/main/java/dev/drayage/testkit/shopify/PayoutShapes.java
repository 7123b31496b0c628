package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Shopify Payments: account, payouts, balance. Guarded by the shop. */
final class PayoutShapes {
    private final Shapes shapes;

    PayoutShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    Shape account() {
        Shop shop = shapes.shop;
        SearchFields<Payout> payouts = new SearchFields<Payout>(shop)
                .field("issued_at", (each, seen) -> List.of(each.createdAt()))
                .field("status", (each, seen) -> List.of(each.status.name()))
                .field("currency", (each, seen) -> List.of(each.currency))
                .field("amount", (each, seen) -> List.of(each.net));
        SearchFields<BalanceRow> rows = new SearchFields<BalanceRow>(shop)
                .field(
                        "payments_transfer_id",
                        (each, seen) -> each.payout == null ? List.of() : List.of(each.payout.number()))
                .field(
                        "payout_status",
                        (each, seen) -> List.of(each.payout == null ? "pending" : each.payout.status.name()))
                .field("processed_at", (each, seen) -> List.of(each.createdAt()))
                .field(
                        "payout_date",
                        (each, seen) -> each.payout == null ? List.of() : List.of(each.payout.createdAt()))
                .field("transaction_type", (each, seen) -> List.of(each.kind.toLowerCase(Locale.ROOT)))
                .field("currency", (each, seen) -> List.of(each.currency));
        return Shape.of("ShopifyPaymentsAccount")
                .put("id", "gid://shopify/ShopifyPaymentsAccount/1")
                .put("activated", true)
                .put("country", "US")
                .put("defaultCurrency", shop.settings().currency())
                .ask("payouts", asked -> {
                    Args args = new Args(asked.getArguments());
                    List<Payout> found = payouts.search(asked, shop.payouts.values()).stream()
                            .filter(each -> args.maybe("transactionType")
                                    .map(type(each)::equals)
                                    .orElse(true))
                            .toList();
                    return Connection.page(asked, rows(found, this::payout), args.flag("reverse"));
                })
                .ask("balanceTransactions", asked -> {
                    Args args = new Args(asked.getArguments());
                    List<BalanceRow> found = rows.search(asked, shop.balance.values()).stream()
                            .filter(each -> !args.flag("hideTransfers") || !each.kind.equals("TRANSFER"))
                            .toList();
                    return Connection.page(asked, rows(found, this::row), args.flag("reverse"));
                });
    }

    private static <T extends Entity> List<Connection.Row> rows(List<T> all, Function<T, Shape> shape) {
        return all.stream()
                .map(each -> new Connection.Row(
                        Connection.padded(each.createdAt().toEpochMilli()), each.number(), asked -> shape.apply(each)))
                .toList();
    }

    private static String type(Payout payout) {
        return payout.net.signum() < 0 ? "WITHDRAWAL" : "DEPOSIT";
    }

    Shape payout(Payout each) {
        List<BalanceRow> rows = shapes.shop.balance.values().stream()
                .filter(row -> row.payout == each)
                .toList();
        return shapes.base(each)
                .put("issuedAt", each.createdAt())
                .put("status", each.status.name())
                .put("transactionType", type(each))
                .put("externalTraceId", "TRACE" + each.number())
                .put("net", Amounts.money(each.net, each.currency))
                .put(
                        "summary",
                        Shape.of("ShopifyPaymentsPayoutSummary")
                                .put("chargesGross", sum(each, rows, "CHARGE", BalanceRow::amount))
                                .put("chargesFee", sum(each, rows, "CHARGE", BalanceRow::fee))
                                .put("refundsFeeGross", sum(each, rows, "REFUND", BalanceRow::amount))
                                .put("refundsFee", sum(each, rows, "REFUND", BalanceRow::fee))
                                .put("adjustmentsGross", sum(each, rows, "ADJUSTMENT", BalanceRow::amount))
                                .put("adjustmentsFee", sum(each, rows, "ADJUSTMENT", BalanceRow::fee))
                                .put("reservedFundsGross", sum(each, rows, "RESERVED_FUNDS", BalanceRow::amount))
                                .put("reservedFundsFee", sum(each, rows, "RESERVED_FUNDS", BalanceRow::fee))
                                .put("retriedPayoutsGross", sum(each, rows, "TRANSFER_FAILURE", BalanceRow::amount))
                                .put("retriedPayoutsFee", sum(each, rows, "TRANSFER_FAILURE", BalanceRow::fee))
                                .put("advanceGross", sum(each, rows, "ADVANCE", BalanceRow::amount))
                                .put("advanceFees", sum(each, rows, "ADVANCE", BalanceRow::fee))
                                .put("usdcRebateCreditAmount", Amounts.money(BigDecimal.ZERO, each.currency)));
    }

    private static Shape sum(Payout payout, List<BalanceRow> rows, String kind, Function<BalanceRow, BigDecimal> of) {
        BigDecimal sum =
                rows.stream().filter(each -> each.kind.equals(kind)).map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Amounts.money(sum, payout.currency);
    }

    private Shape row(BalanceRow each) {
        OrderPayment payment = each.payment;
        ShopOrder order = each.order;
        Payout payout = each.payout;
        return shapes.base(each)
                .put("type", each.kind)
                .put("test", false)
                .put("transactionDate", each.createdAt())
                .put("amount", Amounts.money(each.amount, each.currency))
                .put("fee", Amounts.money(each.fee, each.currency))
                .put("net", Amounts.money(each.net(), each.currency))
                .put("sourceId", each.number() + 7)
                .put(
                        "sourceType",
                        each.kind.equals("REFUND")
                                ? "REFUND"
                                : each.kind.equals("CHARGE")
                                        ? "CHARGE"
                                        : each.kind.equals("TRANSFER") ? "TRANSFER" : "ADJUSTMENT")
                .put("sourceOrderTransactionId", payment == null ? null : payment.number)
                .put(
                        "associatedOrder",
                        order == null
                                ? null
                                : Shape.of("ShopifyPaymentsAssociatedOrder")
                                        .put("id", order.gid())
                                        .put("name", order.name))
                .put(
                        "associatedPayout",
                        Shape.of("ShopifyPaymentsBalanceTransactionAssociatedPayout")
                                .put("id", payout == null ? null : payout.gid())
                                .put("status", payout == null ? "PENDING" : payout.status.name()))
                .put("adjustmentReason", Shapes.orNull(each.reason))
                .put("adjustmentsOrders", List.of());
    }
}
