package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.CustomerDeposit;
import dev.drayage.model.CustomerPayment;
import dev.drayage.model.OrderReference;
import dev.drayage.model.PaymentTransaction;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import java.util.Optional;

/**
 * Money that people book in the ERP for orders of a storefront, told to the storefront. What the storefront told the ERP in the
 * first place carries its own payment id and is not told back.
 */
public final class PaymentSyncs {
    private PaymentSyncs() {}

    /** Payments of invoices; called {@code storefront-payments}. */
    public static Sync<CustomerPayment> toStorefront(Connector erp, Connector storefront) {
        return payments("storefront-payments", erp, storefront, SyncPolicy.defaults(Priority.ORDERS));
    }

    /** Deposits of orders; called {@code storefront-deposits}. */
    public static Sync<CustomerDeposit> depositsToStorefront(Connector erp, Connector storefront) {
        return deposits("storefront-deposits", erp, storefront, SyncPolicy.defaults(Priority.ORDERS));
    }

    /** Payments of invoices, under a name of the host's. */
    public static Sync<CustomerPayment> payments(String name, Connector erp, Connector storefront, SyncPolicy policy) {
        return sync(name, erp, storefront, RecordType.CUSTOMER_PAYMENT, policy);
    }

    /** Deposits of orders, under a name of the host's. */
    public static Sync<CustomerDeposit> deposits(String name, Connector erp, Connector storefront, SyncPolicy policy) {
        return sync(name, erp, storefront, RecordType.CUSTOMER_DEPOSIT, policy);
    }

    private static <T extends PaymentTransaction & CommerceRecord> Sync<T> sync(
            String name, Connector erp, Connector storefront, RecordType<T> type, SyncPolicy policy) {
        return Sync.reading(name, erp, type)
                .writing(storefront, RecordType.CUSTOMER_PAYMENT)
                .policy(policy)
                .translation(new ToStorefront<>(storefront.account()))
                .build();
    }

    /** From a payment that somebody booked to one that the storefront is told. */
    private record ToStorefront<T extends PaymentTransaction>(AccountId storefront) implements Translation<T> {
        @Override
        public Translated translate(T payment) {
            if (!payment.channel().account().equals(storefront)) {
                return new Translated.Skip("its order came from another storefront");
            }
            if (payment.transactionId().isPresent()) {
                return new Translated.Skip("the storefront told it");
            }
            Optional<String> order =
                    OrderReference.find(payment.orderReferences(), OrderReference.Kind.CHANNEL_ORDER_ID);
            if (order.isEmpty()) {
                return new Translated.Skip("its order came from no storefront");
            }
            CustomerPayment told = CustomerPayment.builder()
                    .ref(payment.ref())
                    .amount(payment.amount())
                    .paidAt(payment.paidAt())
                    .method(payment.method())
                    .orderReferences(payment.orderReferences())
                    .channel(payment.channel())
                    .customFields(payment.customFields())
                    .build();
            return Translated.effects(Effect.of(
                    new EffectKey(payment.ref(), storefront, "payment"),
                    OrderLane.of(order.get()),
                    RecordType.CUSTOMER_PAYMENT,
                    told,
                    Effect.Mode.CREATE_ONCE));
        }
    }
}
