package dev.drayage.shopify.internal.prices;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.ListPrice;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.Effect;
import dev.drayage.spi.RecordSink;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testkit.shopify.PriceList;
import dev.drayage.testkit.shopify.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sink of list prices keeps the contract that every sink keeps. */
class ListPriceContractTest extends SinkContract<ListPrice> {
    @Override
    protected SinkUnderTest<ListPrice> open() {
        return new Lists();
    }

    /** A price list with no fixed price yet. */
    private static final class Lists implements SinkUnderTest<ListPrice> {
        private final StockedShop at = new StockedShop();
        private final RecordSink<ListPrice> sink = at.sink(RecordType.LIST_PRICE);
        private final PriceList list = at.shop.stock().priceList("Trade EU", "EUR");
        private final List<Variant> products = new ArrayList<>();

        Lists() {
            for (int i = 0; i < 3; i++) {
                products.add(at.shop.stock().product("THING-" + i, "Thing", "1.00"));
            }
        }

        @Override
        public RecordSink<ListPrice> sink() {
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
        public Effect<ListPrice> effect(int number) {
            return PriceTruth.of("THING-" + number, "Trade EU", 20 + number + ".50", "EUR")
                    .effect();
        }

        @Override
        public Effect<ListPrice> refused() {
            return PriceTruth.of("THING-0", "Trade UK", "5.00", "GBP").effect();
        }

        @Override
        public List<String> buyerTexts() {
            return List.of("Quentin");
        }

        @Override
        public long writes() {
            return at.shop.journal().writes().size();
        }

        @Override
        public long standing() {
            return products.stream()
                    .filter(product -> list.price(product).isPresent())
                    .count();
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
