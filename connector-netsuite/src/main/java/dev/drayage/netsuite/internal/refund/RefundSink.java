package dev.drayage.netsuite.internal.refund;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CashSale;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import dev.drayage.model.RefundedPayment;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.item.ItemMatch;
import dev.drayage.netsuite.internal.money.BilledOrders;
import dev.drayage.netsuite.internal.money.MoneyBody;
import dev.drayage.netsuite.internal.money.MoneySink;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.options.MoneySettings;
import dev.drayage.netsuite.internal.options.SaleOptions;
import dev.drayage.netsuite.internal.order.OrderMatches;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.TypedFields;
import dev.drayage.netsuite.internal.sale.SaleExpectation;
import dev.drayage.netsuite.internal.sale.SaleLines;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes what a channel gave back by what the order was billed as: an invoice gets a credit memo, a cash sale a cash refund.
 * An order of which nothing was billed needs neither, if only units were given back that never left; else the refund waits
 * for the bill. Goods come back into stock only where the channel says so. What was given back without money is set off
 * against what is still to be paid. Thread-safe.
 */
public final class RefundSink extends MoneySink<Refund> {
    private final BilledOrders bills;
    private final SaleOptions sales;
    private final MoneyOptions money;

    /** A sink that finds what was billed by {@code bills}. */
    public RefundSink(NetSuiteAccount account, BilledOrders bills, SaleOptions sales, MoneyOptions money) {
        super(account, RecordType.REFUND, RecordKind.CREDIT_MEMO, RecordKind.CASH_REFUND);
        this.bills = bills;
        this.sales = sales;
        this.money = money;
    }

    @Override
    protected Money total(Refund refund) {
        return SaleExpectation.total(RefundedSale.of(refund), sales);
    }

    @Override
    protected List<Violation> obstacles(Refund refund) {
        List<Violation> obstacles = new ArrayList<>();
        boolean lost = refund.lines().stream().anyMatch(line -> !RefundedSale.returns(line));
        if (lost && money.refundItem().isEmpty()) {
            obstacles.add(new Violation(
                    ErrorCode.VALUE_UNMAPPED,
                    "item",
                    "setting " + MoneySettings.REFUND_ITEM.name()
                            + " names no item for refunded goods that do not come back into stock"));
        }
        return obstacles;
    }

    @Override
    protected EffectOutcome write(Prepared<Refund> prepared, CallContext call) {
        Refund refund = prepared.effect().record();
        BilledOrders.Standing standing = bills.find(refund.orderReferences(), refund.channel(), call);
        String names = refund.orderReferences().stream()
                .map(OrderReference::value)
                .distinct()
                .collect(Collectors.joining(", "));
        if (standing.orders().size() > 1) {
            return new EffectOutcome.Rejected(OrderMatches.ambiguous(names, standing.orders()));
        }
        if (standing.bills().isEmpty()) {
            return unbilled(refund, standing, names);
        }
        List<BilledOrders.Bill> invoices =
                standing.bills().stream().filter(BilledOrders.Bill::invoice).toList();
        boolean cash = invoices.isEmpty();
        if (cash && refund.payments().isEmpty()) {
            return new EffectOutcome.Rejected(Violations.of(
                    ErrorCode.TOTAL_MISMATCH,
                    "total",
                    "refund of order " + names + " moved no money, but the order was paid as cash sale "
                            + standing.bills().get(0).number()));
        }
        if (!cash && standing.orders().size() == 1) {
            Optional<EffectOutcome> never = unbilledUnits(refund, standing, names, call);
            if (never.isPresent()) {
                return never.get();
            }
        }
        return book(prepared, cash ? standing.bills() : invoices, cash, call);
    }

    /** Units that never left are in a bill only if the order was billed ahead of what left; else there is nothing to credit. */
    private Optional<EffectOutcome> unbilledUnits(
            Refund refund, BilledOrders.Standing standing, String names, CallContext call) {
        if (refund.lines().stream().noneMatch(line -> line.restock() == RefundLine.Restock.CANCELLED)) {
            return Optional.empty();
        }
        BilledAhead billed = BilledAhead.read(
                account, standing.orders().get(0).id(), sales.fields().lineId(), call);
        return switch (billed.of(refund)) {
            case ALL, UNKNOWN -> Optional.empty();
            case NONE -> onlyCancelled(refund) ? Optional.of(nothingToCredit(standing)) : Optional.of(mixed(names));
            case SOME -> Optional.of(mixed(names));
        };
    }

    private static EffectOutcome mixed(String names) {
        return new EffectOutcome.Rejected(Violations.of(
                ErrorCode.CHANGE_REFUSED,
                "lines",
                "refund of order " + names
                        + " gives back billed things together with units that never left and were not billed:"
                        + " book it by hand"));
    }

    private static boolean onlyCancelled(Refund refund) {
        return !refund.lines().isEmpty()
                && refund.lines().stream().allMatch(line -> line.restock() == RefundLine.Restock.CANCELLED)
                && refund.charges().isEmpty()
                && refund.adjustments().isEmpty();
    }

    private EffectOutcome nothingToCredit(BilledOrders.Standing standing) {
        return new EffectOutcome.Unchanged(RecordRef.of(
                account.id(), RecordType.SALES_ORDER, standing.orders().get(0).id()));
    }

    private EffectOutcome unbilled(Refund refund, BilledOrders.Standing standing, String names) {
        if (standing.orders().isEmpty()) {
            return OrderMatches.missing(names);
        }
        if (onlyCancelled(refund) || standing.orders().get(0).isClosed()) {
            return nothingToCredit(standing);
        }
        return new EffectOutcome.Deferred(
                "netsuite bill of order " + names,
                new Violation(
                        ErrorCode.WAITING_FOR_RECORD,
                        "createdFrom",
                        "order " + names + " was neither invoiced nor made a cash sale yet"));
    }

    private EffectOutcome book(
            Prepared<Refund> prepared, List<BilledOrders.Bill> standing, boolean cash, CallContext call) {
        Refund refund = prepared.effect().record();
        CashSale sale = RefundedSale.of(refund);
        List<Violation> violations = new ArrayList<>();
        ObjectNode body = body(prepared);
        SaleLines lines = lines(refund, sale, body, call);
        violations.addAll(lines.violations());
        body.set("entity", reference(body, standing.get(0).entity()));
        Optional<String> currency = account.currencies().id(refund.currency(), call);
        if (currency.isEmpty()) {
            violations.add(new Violation(
                    ErrorCode.CURRENCY_MISMATCH, "currency", "the account has no currency " + refund.currency()));
        }
        currency.ifPresent(id -> body.set("currency", reference(body, id)));
        MoneyBody.date(body, refund.refundedAt(), money.zone());
        body.put("memo", refund.channel().account().system() + " " + refund.number());
        MoneyBody.channel(
                body,
                sales.fields(),
                refund.channel(),
                OrderReference.find(refund.orderReferences(), OrderReference.Kind.CHANNEL_ORDER_ID));
        sales.channels()
                .location(refund.channel().account())
                .ifPresent(id -> body.set("location", reference(body, id)));
        if (!lines.carriage().isZero() && lines.lines().isEmpty()) {
            carriageAlone(lines, violations);
        } else if (!lines.carriage().isZero()) {
            body.put("shippingCost", MoneyBody.plain(lines.carriage()));
        }
        body.set("item", body.objectNode().set("items", lines.lines()));
        body.setAll(lines.taxFields());
        TypedFields.put(body, refund.customFields());
        if (cash) {
            paidBack(refund, body, violations);
        } else {
            setOff(refund, standing, body);
        }
        if (!violations.isEmpty()) {
            return new EffectOutcome.Rejected(new Violations(violations));
        }
        return create(cash ? RecordKind.CASH_REFUND : RecordKind.CREDIT_MEMO, body, prepared, call);
    }

    /** NetSuite takes no document without a line, so carriage that is given back alone is one. */
    private void carriageAlone(SaleLines lines, List<Violation> violations) {
        if (money.refundItem().isEmpty()) {
            violations.add(new Violation(
                    ErrorCode.VALUE_UNMAPPED,
                    "item",
                    "setting " + MoneySettings.REFUND_ITEM.name()
                            + " names no item for carriage that is given back alone"));
            return;
        }
        ObjectNode row = lines.lines().addObject();
        row.set("item", reference(row, money.refundItem().get()));
        row.put("quantity", 1);
        row.set("price", reference(row, "-1"));
        row.put("rate", MoneyBody.plain(lines.carriage()));
        row.put("amount", MoneyBody.plain(lines.carriage()));
        row.put("description", "Shipping");
    }

    private SaleLines lines(Refund refund, CashSale sale, ObjectNode body, CallContext call) {
        Set<String> skus = refund.lines().stream()
                .filter(RefundedSale::returns)
                .map(RefundLine::sku)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, ItemMatch> items =
                skus.isEmpty() ? Map.of() : account.items().match(skus, call);
        return new SaleLines(
                sale,
                sales,
                line -> RefundedSale.returns(RefundedSale.origin(refund, line, sale.lines()))
                        ? items.getOrDefault(line.sku(), new ItemMatch.None())
                        : money.refundItem().<ItemMatch>map(ItemMatch.One::new).orElseGet(ItemMatch.None::new),
                account.items().field(),
                body);
    }

    private void paidBack(Refund refund, ObjectNode body, List<Violation> violations) {
        String method = refund.payments().get(0).method();
        MoneyOptions.Named bank = money.refundAccount(refund.channel().account(), method);
        bank.violation().ifPresent(violations::add);
        bank.id().ifPresent(id -> body.set("account", reference(body, id)));
        MoneyOptions.Named option = money.paymentOption(method);
        option.violation().ifPresent(violations::add);
        option.id().ifPresent(id -> body.set("paymentOption", reference(body, id)));
        body.put(
                money.paymentIdField(),
                refund.payments().stream().map(RefundedPayment::transactionId).collect(Collectors.joining(",")));
    }

    /** What was given back without money lowers what is still to be paid, the oldest invoice first. */
    private void setOff(Refund refund, List<BilledOrders.Bill> invoices, ObjectNode body) {
        BigDecimal rest = total(refund).amount();
        for (RefundedPayment payment : refund.payments()) {
            rest = rest.subtract(payment.amount().amount());
        }
        ArrayNode rows = body.objectNode().arrayNode();
        for (BilledOrders.Bill invoice : invoices) {
            BigDecimal part = invoice.unpaid().orElse(BigDecimal.ZERO).min(rest);
            if (part.signum() > 0) {
                ObjectNode row = rows.addObject();
                row.set("doc", reference(body, invoice.id()));
                row.put("apply", true);
                row.put("amount", part);
                rest = rest.subtract(part);
            }
        }
        body.put("autoApply", false);
        if (!rows.isEmpty()) {
            body.set("apply", body.objectNode().set("items", rows));
        }
    }
}
