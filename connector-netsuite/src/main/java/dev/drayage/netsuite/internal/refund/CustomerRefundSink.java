package dev.drayage.netsuite.internal.refund;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CustomerRefund;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.money.BookedPayments;
import dev.drayage.netsuite.internal.money.MoneyBody;
import dev.drayage.netsuite.internal.money.MoneySink;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.record.TypedFields;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes money that went back to a customer: out of the credit memo that an earlier effect wrote, or out of the deposit of the
 * payment that it takes back, if nothing was billed. A cash refund has paid it already (help: "Customer Refund" in the REST
 * guide). Thread-safe.
 */
public final class CustomerRefundSink extends MoneySink<CustomerRefund> {
    private final BookedPayments payments;
    private final MoneyOptions money;
    private final FieldNames fields;

    /** A sink that finds deposits by {@code payments}. */
    public CustomerRefundSink(NetSuiteAccount account, BookedPayments payments, MoneyOptions money, FieldNames fields) {
        super(account, RecordType.CUSTOMER_REFUND, RecordKind.CUSTOMER_REFUND);
        this.payments = payments;
        this.money = money;
        this.fields = fields;
    }

    @Override
    protected Money total(CustomerRefund refund) {
        return refund.payment().amount();
    }

    @Override
    protected List<Violation> obstacles(CustomerRefund refund) {
        List<Violation> obstacles = new ArrayList<>();
        money.refundAccount(refund.channel().account(), refund.payment().method())
                .violation()
                .ifPresent(obstacles::add);
        money.paymentOption(refund.payment().method()).violation().ifPresent(obstacles::add);
        return obstacles;
    }

    @Override
    protected EffectOutcome write(Prepared<CustomerRefund> prepared, CallContext call) {
        Optional<String> paid = bound(prepared, RecordKind.CASH_REFUND.path());
        if (paid.isPresent()) {
            return new EffectOutcome.Unchanged(new RecordRef(account.id(), RecordKind.CASH_REFUND.path(), paid.get()));
        }
        Optional<String> credit = bound(prepared, RecordKind.CREDIT_MEMO.path());
        if (credit.isPresent()) {
            Optional<String> customer = account.records()
                    .readHeader(RecordKind.CREDIT_MEMO, credit.get(), call)
                    .flatMap(found -> RecordClient.idOf(found.at("entity")));
            return customer.isEmpty()
                    ? new EffectOutcome.Rejected(Violations.of(
                            ErrorCode.RECORD_GONE, "apply", "credit memo " + credit.get() + " is not there any more"))
                    : pay(prepared, customer.get(), "apply", credit.get(), call);
        }
        return fromDeposit(prepared, call);
    }

    private EffectOutcome fromDeposit(Prepared<CustomerRefund> prepared, CallContext call) {
        CustomerRefund refund = prepared.effect().record();
        Optional<String> parent = refund.payment().parentTransactionId();
        List<BookedPayments.Booked> deposits =
                parent.map(id -> payments.find(List.of(id), call)).orElse(List.of()).stream()
                        .filter(booked -> booked.kind() == RecordKind.CUSTOMER_DEPOSIT)
                        .toList();
        String name = "refund " + refund.payment().transactionId() + " of payment " + parent.orElse("(not told)");
        if (deposits.isEmpty()) {
            return new EffectOutcome.Deferred(
                    "netsuite deposit of payment " + parent.orElse(""),
                    new Violation(
                            ErrorCode.WAITING_FOR_RECORD,
                            "deposit",
                            name + ": neither a credit memo nor a deposit is there to be paid out"));
        }
        if (deposits.size() > 1) {
            return new EffectOutcome.Rejected(Violations.of(
                    ErrorCode.MATCH_AMBIGUOUS, "deposit", name + ": several deposits carry the payment's id"));
        }
        BookedPayments.Booked deposit = deposits.get(0);
        return pay(prepared, deposit.customer(), "deposit", deposit.id(), call);
    }

    private EffectOutcome pay(
            Prepared<CustomerRefund> prepared, String customer, String list, String document, CallContext call) {
        CustomerRefund refund = prepared.effect().record();
        Optional<String> currency =
                account.currencies().id(refund.payment().amount().currency(), call);
        if (currency.isEmpty()) {
            return new EffectOutcome.Rejected(Violations.of(
                    ErrorCode.CURRENCY_MISMATCH,
                    "currency",
                    "the account has no currency " + refund.payment().amount().currency()));
        }
        ObjectNode body = body(prepared);
        body.set("customer", reference(body, customer));
        MoneyBody.date(body, refund.refundedAt(), money.zone());
        body.set("currency", reference(body, currency.get()));
        money.refundAccount(refund.channel().account(), refund.payment().method())
                .id()
                .ifPresent(id -> body.set("account", reference(body, id)));
        money.paymentOption(refund.payment().method())
                .id()
                .ifPresent(id -> body.set("paymentOption", reference(body, id)));
        body.put("memo", refund.payment().method() + " " + refund.payment().transactionId());
        body.put(money.paymentIdField(), refund.payment().transactionId());
        MoneyBody.channel(
                body,
                fields,
                refund.channel(),
                OrderReference.find(refund.orderReferences(), OrderReference.Kind.CHANNEL_ORDER_ID));
        TypedFields.put(body, refund.customFields());
        ObjectNode row = body.putObject(list).putArray("items").addObject();
        row.set("doc", reference(body, document));
        row.put("apply", true);
        row.put("amount", MoneyBody.plain(refund.payment().amount()));
        return create(RecordKind.CUSTOMER_REFUND, body, prepared, call);
    }
}
