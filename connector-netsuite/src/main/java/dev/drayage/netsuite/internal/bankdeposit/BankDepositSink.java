package dev.drayage.netsuite.internal.bankdeposit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.DepositedPayment;
import dev.drayage.model.Money;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.money.BookedPayments;
import dev.drayage.netsuite.internal.money.MoneyBody;
import dev.drayage.netsuite.internal.money.MoneySink;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.order.OrderFinder;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.TypedFields;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what a channel paid out as a bank deposit that picks up the very payments it settles (help: "Deposit" in the REST
 * guide). It waits while one of them is not booked, unless its money went back before its order was ever booked; a payment that was
 * booked with another sum is for a person. Thread-safe.
 */
public final class BankDepositSink extends MoneySink<BankDeposit> {
    private static final int NAMED_AT_MOST = 20;

    private final UndepositedFunds funds;
    private final Washouts washouts;
    private final MoneyOptions money;
    private final FieldNames fields;

    /** A sink that finds payments by {@code payments}, and orders that were booked by {@code orders}. */
    public BankDepositSink(
            NetSuiteAccount account,
            BookedPayments payments,
            OrderFinder orders,
            MoneyOptions money,
            FieldNames fields) {
        super(account, RecordType.BANK_DEPOSIT, RecordKind.DEPOSIT);
        this.funds = new UndepositedFunds(payments);
        this.washouts = new Washouts(orders);
        this.money = money;
        this.fields = fields;
    }

    @Override
    protected Money total(BankDeposit deposit) {
        return deposit.total();
    }

    @Override
    protected List<Violation> obstacles(BankDeposit deposit) {
        List<Violation> obstacles = new ArrayList<>();
        money.payoutBank(deposit.channel().account()).violation().ifPresent(obstacles::add);
        DepositRows rows = new DepositRows(money, account.records().body());
        rows.payments(deposit, Map.of(), Set.of());
        rows.postings(deposit);
        obstacles.addAll(rows.violations());
        return obstacles;
    }

    @Override
    protected EffectOutcome write(Prepared<BankDeposit> prepared, CallContext call) {
        BankDeposit deposit = prepared.effect().record();
        Optional<String> currency = account.currencies().id(deposit.total().currency(), call);
        if (currency.isEmpty()) {
            return new EffectOutcome.Rejected(Violations.of(
                    ErrorCode.CURRENCY_MISMATCH,
                    "currency",
                    "the account has no currency " + deposit.total().currency()));
        }
        boolean picks = money.paymentAccount(deposit.channel().account(), deposit.paymentMethod())
                .isEmpty();
        Map<DepositedPayment, UndepositedFunds.Found> found = picks ? funds.find(deposit, call) : Map.of();
        List<DepositedPayment> unbooked = found.entrySet().stream()
                .filter(entry -> entry.getValue().id().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        Set<DepositedPayment> washed = washouts.among(unbooked, deposit, call);
        ObjectNode body = body(prepared);
        DepositRows rows = new DepositRows(money, body);
        rows.payments(deposit, found, washed);
        rows.postings(deposit);
        if (!rows.violations().isEmpty()) {
            return new EffectOutcome.Rejected(new Violations(rows.violations()));
        }
        List<String> missing = unbooked.stream()
                .filter(payment -> !washed.contains(payment))
                .map(DepositedPayment::transactionId)
                .toList();
        if (!missing.isEmpty()) {
            return waiting(deposit, missing);
        }
        money.payoutBank(deposit.channel().account()).id().ifPresent(id -> body.set("account", reference(body, id)));
        MoneyBody.date(body, deposit.issuedAt(), money.zone());
        body.set("currency", reference(body, currency.get()));
        body.put("memo", deposit.channel().account().system() + " payout " + deposit.number());
        MoneyBody.channel(body, fields, deposit.channel(), Optional.empty());
        TypedFields.put(body, deposit.customFields());
        if (!rows.picked().isEmpty()) {
            body.set("payment", body.objectNode().set("items", rows.picked()));
        }
        if (!rows.others().isEmpty()) {
            body.set("other", body.objectNode().set("items", rows.others()));
        }
        return create(RecordKind.DEPOSIT, body, prepared, call);
    }

    private static EffectOutcome waiting(BankDeposit deposit, List<String> missing) {
        String some = String.join(", ", missing.subList(0, Math.min(NAMED_AT_MOST, missing.size())));
        return new EffectOutcome.Deferred(
                "netsuite payments of payout " + deposit.number(),
                new Violation(
                        ErrorCode.WAITING_FOR_RECORD,
                        "payment",
                        missing.size() + " of " + deposit.payments().size() + " payments of payout " + deposit.number()
                                + " are not booked yet: " + some));
    }
}
