package dev.drayage.shopify.internal.products;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.Item;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.Effect;
import dev.drayage.spi.RecordSink;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testkit.shopify.Variant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sink of items keeps the contract that every sink keeps. */
class ItemContractTest extends SinkContract<Item> {
    private static final BigDecimal AT_FIRST = new BigDecimal("1.00");

    @Override
    protected SinkUnderTest<Item> open() {
        return new Shelf();
    }

    /** Products that cost one dollar each. */
    private static final class Shelf implements SinkUnderTest<Item> {
        private final StockedShop at = new StockedShop();
        private final RecordSink<Item> sink = at.sink(RecordType.ITEM);
        private final List<Variant> products = new ArrayList<>();

        Shelf() {
            for (int i = 0; i < 3; i++) {
                products.add(at.shop.stock().product("THING-" + i, "Thing", AT_FIRST.toPlainString()));
            }
        }

        @Override
        public RecordSink<Item> sink() {
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
        public Effect<Item> effect(int number) {
            return new ItemTruth("THING-" + number)
                    .costing(20 + number + ".50", "USD")
                    .barcode("400638133393" + number)
                    .effect();
        }

        @Override
        public Effect<Item> refused() {
            return new ItemTruth("THING-0").costing("5.00", "EUR").effect();
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
                    .filter(product -> product.price().compareTo(AT_FIRST) != 0)
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
