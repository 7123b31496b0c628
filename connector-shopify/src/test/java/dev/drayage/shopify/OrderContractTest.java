package dev.drayage.shopify;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.RecordSource;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.WindowSourceContract;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.ShopOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Orders keep the contract of sources that are read by windows. */
class OrderContractTest extends WindowSourceContract<SalesOrder> {
    @Override
    protected SourceUnderTest<SalesOrder> open() {
        return new Orders();
    }

    /** Orders that buyers place and pay, and that the merchant writes a note on. */
    private static final class Orders implements SourceUnderTest<SalesOrder> {
        private final MerchantShop merchant =
                MerchantShop.open(UnaryOperator.identity(), settings -> settings.pageSize(2));
        private final Map<RecordRef, ShopOrder> placed = new HashMap<>();

        @Override
        public RecordSource<SalesOrder> connect() {
            return merchant.connect(settings -> settings.pageSize(2))
                    .source(RecordType.SALES_ORDER)
                    .orElseThrow();
        }

        @Override
        public AccountId account() {
            return merchant.connector.account();
        }

        @Override
        public CallContext call() {
            return merchant.call();
        }

        @Override
        public Instant start() {
            return MerchantShop.START.plusSeconds(60);
        }

        @Override
        public void passTo(Instant instant) {
            merchant.time.advanceTo(instant);
        }

        @Override
        public RecordRef seed(Instant at) {
            passTo(at);
            ShopOrder order = merchant.shop.orders().placePaid(NewOrder.of(NewLine.of("MUG", 2, "20.00")));
            RecordRef ref = RecordRef.of(account(), RecordType.SALES_ORDER, Long.toString(order.number()));
            placed.put(ref, order);
            return ref;
        }

        @Override
        public void change(RecordRef ref, Instant at) {
            passTo(at);
            ShopOrder order = Objects.requireNonNull(placed.get(ref));
            merchant.shop.orders().note(order, "changed at " + at);
        }

        @Override
        public RecordRef absent() {
            return RecordRef.of(account(), RecordType.SALES_ORDER, "4711");
        }

        @Override
        public void close() {
            merchant.close();
        }
    }
}
