package dev.drayage.netsuite.internal.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.Money;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.money.BilledOrders;
import dev.drayage.netsuite.internal.money.MoneyBody;
import dev.drayage.netsuite.internal.money.MoneySink;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Writes money that was paid for a billed order as a customer payment, made out of its invoice and applied to it with
 * exactly its own sum (help: "Customer Payment" in the REST guide). Thread-safe.
 */
public final class CustomerPaymentSink extends MoneySink<CustomerPayment> {
    private final BilledOrders bills;
    private final PaymentBody bodies;

    /** A sink that finds invoices by {@code bills}. */
    public CustomerPaymentSink(NetSuiteAccount account, BilledOrders bills, MoneyOptions options, FieldNames fields) {
        super(account, RecordType.CUSTOMER_PAYMENT, RecordKind.CUSTOMER_PAYMENT);
        this.bills = bills;
        this.bodies = new PaymentBody(options, fields);
    }

    @Override
    protected Money total(CustomerPayment payment) {
        return payment.amount();
    }

    @Override
    protected List<Violation> obstacles(CustomerPayment payment) {
        return bodies.obstacles(payment);
    }

    @Override
    protected EffectOutcome write(Prepared<CustomerPayment> prepared, CallContext call) {
        CustomerPayment payment = prepared.effect().record();
        Optional<String> invoice = bound(prepared, RecordType.INVOICE.name());
        if (invoice.isEmpty()) {
            List<BilledOrders.Bill> open =
                    bills.find(payment.orderReferences(), payment.channel(), call).bills().stream()
                            .filter(BilledOrders.Bill::invoice)
                            .filter(bill -> bill.unpaid()
                                    .filter(rest ->
                                            rest.compareTo(payment.amount().amount()) >= 0)
                                    .isPresent())
                            .toList();
            if (open.size() != 1) {
                return waiting(payment, open.size());
            }
            invoice = Optional.of(open.get(0).id());
        }
        ObjectNode body = body(prepared);
        bodies.fill(payment, body);
        ObjectNode row = body.putObject("apply").putArray("items").addObject();
        row.set("doc", reference(body, invoice.get()));
        row.put("apply", true);
        row.put("amount", MoneyBody.plain(payment.amount()));
        return transform(RecordKind.INVOICE, invoice.get(), RecordKind.CUSTOMER_PAYMENT, body, prepared, call);
    }

    private static EffectOutcome waiting(CustomerPayment payment, int open) {
        String order = payment.orderReferences().stream()
                .map(OrderReference::value)
                .findFirst()
                .orElse("");
        return new EffectOutcome.Deferred(
                "netsuite invoice of order " + order,
                new Violation(
                        ErrorCode.WAITING_FOR_RECORD,
                        "apply",
                        open == 0
                                ? "no invoice of order " + order + " has " + payment.amount() + " left to be paid"
                                : open + " invoices of order " + order + " have " + payment.amount()
                                        + " left to be paid: apply the payment by hand, then accept it"));
    }
}
