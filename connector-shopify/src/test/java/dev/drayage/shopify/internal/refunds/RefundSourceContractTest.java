package dev.drayage.shopify.internal.refunds;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.shopify.MoneyBasis;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.spi.RecordSource;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.WindowSourceContract;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.OrderPayment;
import dev.drayage.testkit.shopify.OrderRefund;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import java.time.Duration;
import java.time.Instant;

class RefundSourceContractTest extends WindowSourceContract<Refund> {
    @Override
    protected SourceUnderTest<Refund> open() {
        return new Refunds();
    }

    /** Refunds that the gateway has not settled yet; they change when it does. */
    private static final class Refunds implements SourceUnderTest<Refund> {
        private final SimulatedShop simulated = new SimulatedShop();

        @Override
        public RecordSource<Refund> connect() {
            return new RefundSource(
                    simulated.api(),
                    SimulatedShop.ACCOUNT,
                    new RefundOptions("2026-10", Duration.ofMinutes(1), MoneyBasis.SHOP, false, 2));
        }

        @Override
        public AccountId account() {
            return SimulatedShop.ACCOUNT;
        }

        @Override
        public CallContext call() {
            return simulated.call();
        }

        @Override
        public Instant start() {
            return SimulatedShop.START.plusSeconds(60);
        }

        @Override
        public void passTo(Instant instant) {
            simulated.time.advanceTo(instant);
        }

        @Override
        public RecordRef seed(Instant at) {
            passTo(at);
            ShopOrder order = simulated.shop.orders().placePaid(NewOrder.of(NewLine.of("SHIRT-1", 2, "25.00")));
            OrderRefund refund = simulated
                    .shop
                    .orders()
                    .refund(order, RefundDraft.empty().money("10.00").pending());
            return ref(refund.number());
        }

        @Override
        public void change(RecordRef ref, Instant at) {
            passTo(at);
            for (ShopOrder order : simulated.shop.orders().all()) {
                for (OrderRefund refund : order.refunds()) {
                    if (Long.toString(refund.number()).equals(ref.id())) {
                        simulated.shop.orders().decide(order, refund.payments().get(0), OrderPayment.Status.SUCCESS);
                    }
                }
            }
        }

        @Override
        public RecordRef absent() {
            return ref(99);
        }

        private RecordRef ref(long number) {
            return RecordRef.of(account(), RecordType.REFUND, Long.toString(number));
        }

        @Override
        public void close() {
            simulated.close();
        }
    }
}
