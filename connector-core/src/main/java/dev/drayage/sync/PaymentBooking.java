package dev.drayage.sync;

import dev.drayage.model.AccountId;
import dev.drayage.model.CustomFields;
import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.Invoice;
import dev.drayage.model.OrderPayment;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SaleTransaction;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the payments of an order become in the ERP, after the order itself. A payment is known by the channel's id of it, so
 * that it is booked once, whichever way it is booked.
 */
record PaymentBooking(AccountId erp, OrderSyncs.Booking booking) {

    /** Why the payments of an order cannot be booked, if they cannot. */
    Optional<String> mismatch(SalesOrder order) {
        return booking == OrderSyncs.Booking.ORDER
                ? Optional.empty()
                : order.payments().stream()
                        .filter(payment -> !payment.amount().currency().equals(order.currency()))
                        .map(payment -> "order " + order.number() + " is in " + order.currency()
                                + " but its payment " + payment.transactionId() + " is in "
                                + payment.amount().currency())
                        .findFirst();
    }

    /** The effects that follow the order's. An invoice is not changed, so a change of what was billed is told a person. */
    List<Effect<?>> of(Effect<SalesOrder> sale) {
        SalesOrder order = sale.record();
        List<Effect<?>> effects = new ArrayList<>();
        switch (booking) {
            case ORDER -> {}
            case ORDER_AND_DEPOSITS ->
                order.payments()
                        .forEach(payment ->
                                effects.add(deposit(order, payment, sale.lane()).after(Set.of(sale.key()))));
            case INVOICE_AND_PAYMENTS -> {
                Effect<Invoice> invoice = invoice(order, sale.lane()).after(Set.of(sale.key()));
                effects.add(invoice);
                order.payments()
                        .forEach(payment ->
                                effects.add(payment(order, payment, sale.lane()).after(Set.of(invoice.key()))));
            }
        }
        return effects;
    }

    private Effect<Invoice> invoice(SalesOrder order, String lane) {
        Invoice invoice = Invoice.builder()
                .from((SaleTransaction) order)
                .issuedAt(order.placedAt())
                .customFields(CustomFields.none())
                .build();
        return Effect.of(
                        new EffectKey(order.ref(), erp, "invoice"),
                        lane,
                        RecordType.INVOICE,
                        invoice,
                        Effect.Mode.CREATE_ONCE)
                .watching(SaleSubstance.of(order));
    }

    private Effect<CustomerDeposit> deposit(SalesOrder order, OrderPayment payment, String lane) {
        CustomerDeposit deposit = CustomerDeposit.builder()
                .ref(ref(order, payment))
                .amount(payment.amount())
                .paidAt(payment.paidAt())
                .method(payment.method())
                .transactionId(payment.transactionId())
                .addOrderReferences(reference(order))
                .channel(order.channel())
                .build();
        return Effect.of(key(order, payment), lane, RecordType.CUSTOMER_DEPOSIT, deposit, Effect.Mode.CREATE_ONCE);
    }

    private Effect<CustomerPayment> payment(SalesOrder order, OrderPayment payment, String lane) {
        CustomerPayment record = CustomerPayment.builder()
                .ref(ref(order, payment))
                .amount(payment.amount())
                .paidAt(payment.paidAt())
                .method(payment.method())
                .transactionId(payment.transactionId())
                .addOrderReferences(reference(order))
                .channel(order.channel())
                .build();
        return Effect.of(key(order, payment), lane, RecordType.CUSTOMER_PAYMENT, record, Effect.Mode.CREATE_ONCE);
    }

    private EffectKey key(SalesOrder order, OrderPayment payment) {
        return new EffectKey(ref(order, payment), erp, "payment");
    }

    private static RecordRef ref(SalesOrder order, OrderPayment payment) {
        return RecordRef.of(order.ref().account(), RecordType.CUSTOMER_PAYMENT, payment.transactionId());
    }

    private static OrderReference reference(SalesOrder order) {
        return new OrderReference(
                OrderReference.Kind.CHANNEL_ORDER_ID, order.ref().id());
    }
}
