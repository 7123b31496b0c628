package dev.drayage.netsuite.internal.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.OrderReference;
import dev.drayage.model.PaymentTransaction;
import dev.drayage.netsuite.internal.money.MoneyBody;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.TypedFields;
import dev.drayage.spi.Violation;
import java.util.List;

/** The part of the body that payments and deposits share. Stateless but for its options; thread-safe. */
final class PaymentBody {
    private final MoneyOptions options;
    private final FieldNames fields;

    PaymentBody(MoneyOptions options, FieldNames fields) {
        this.options = options;
        this.fields = fields;
    }

    List<Violation> obstacles(PaymentTransaction payment) {
        return options.paymentOption(payment.method()).violation().stream().toList();
    }

    void fill(PaymentTransaction payment, ObjectNode body) {
        MoneyBody.date(body, payment.paidAt(), options.zone());
        body.put("payment", MoneyBody.plain(payment.amount()));
        options.paymentOption(payment.method())
                .id()
                .ifPresent(id -> body.set("paymentOption", RecordClient.reference(body, id)));
        MoneyBody.destination(body, options.paymentAccount(payment.channel().account(), payment.method()));
        body.put(
                "memo",
                payment.method() + payment.transactionId().map(id -> " " + id).orElse(""));
        payment.transactionId().ifPresent(id -> body.put(options.paymentIdField(), id));
        MoneyBody.channel(
                body,
                fields,
                payment.channel(),
                OrderReference.find(payment.orderReferences(), OrderReference.Kind.CHANNEL_ORDER_ID));
        TypedFields.put(body, payment.customFields());
    }
}
