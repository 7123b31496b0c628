package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.Effect;
import dev.drayage.spi.RecordSink;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.PostalAddress;
import dev.drayage.testkit.shopify.ShopOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sink of shipments keeps the contract that every sink keeps. */
class FulfillmentContractTest extends SinkContract<ItemFulfillment> {
    @Override
    protected SinkUnderTest<ItemFulfillment> open() {
        return new Orders();
    }

    /** Orders that wait for their shipments. */
    private static final class Orders implements SinkUnderTest<ItemFulfillment> {
        private final StockedShop at = new StockedShop();
        private final RecordSink<ItemFulfillment> sink = at.sink(RecordType.ITEM_FULFILLMENT);
        private final List<ShopOrder> orders = new ArrayList<>();

        Orders() {
            for (int i = 0; i < 3; i++) {
                orders.add(at.shop
                        .orders()
                        .placePaid(NewOrder.of(NewLine.of("SHIRT-1", 2, "20.00").from(at.east))
                                .shipTo(PostalAddress.of(
                                        "Quentin", "Sample", "7 Hidden Lane", "Springfield", "OR", "97477", "US"))));
            }
        }

        @Override
        public RecordSink<ItemFulfillment> sink() {
            return sink;
        }

        @Override
        public AccountId account() {
            return StockedShop.SHOP;
        }

        @Override
        public CallContext call() {
            return at.call();
        }

        @Override
        public Instant now() {
            return at.time.instant();
        }

        @Override
        public Effect<ItemFulfillment> effect(int number) {
            return Parcels.all(orders.get(number))
                    .shipment(4711 + number)
                    .tracking("1Z" + number)
                    .effect();
        }

        @Override
        public Effect<ItemFulfillment> refused() {
            return new Parcels(orders.get(0))
                    .shipment(4700)
                    .parcel("9")
                    .line(0, 7)
                    .effect();
        }

        @Override
        public List<String> buyerTexts() {
            return List.of("Quentin", "Hidden Lane");
        }

        @Override
        public long writes() {
            return at.shop.journal().writes().size();
        }

        @Override
        public long standing() {
            return orders.stream()
                    .mapToLong(order -> order.fulfillments().size())
                    .sum();
        }

        @Override
        public long requests() {
            return at.shop.traffic().asked().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }

        @Override
        public void close() {
            at.close();
        }
    }
}
