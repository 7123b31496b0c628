package dev.drayage.shopify.internal.inventory;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.Effect;
import dev.drayage.spi.RecordSink;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testkit.shopify.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sink of stock keeps the contract that every sink keeps. */
class StockContractTest extends SinkContract<InventoryLevel> {
    private static final int AT_FIRST = 1;

    @Override
    protected SinkUnderTest<InventoryLevel> open() {
        return new Shelves();
    }

    /** Products that are stocked in the east. */
    private static final class Shelves implements SinkUnderTest<InventoryLevel> {
        private final StockedShop at = new StockedShop();
        private final RecordSink<InventoryLevel> sink = at.sink(RecordType.INVENTORY_LEVEL);
        private final List<Variant> products = new ArrayList<>();

        Shelves() {
            for (int i = 0; i < 3; i++) {
                Variant product = at.shop.stock().product("THING-" + i, "Thing", "1.00");
                at.shop.stock().available(product, at.east, AT_FIRST);
                products.add(product);
            }
        }

        @Override
        public RecordSink<InventoryLevel> sink() {
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
        public Effect<InventoryLevel> effect(int number) {
            return StockTruths.available("THING-" + number, Integer.toString(20 + number))
                    .effect();
        }

        @Override
        public Effect<InventoryLevel> refused() {
            return StockTruths.available("THING-0", "5").at("Shed").effect();
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
                    .filter(product ->
                            product.item().level(at.east).orElseThrow().quantity("available") != AT_FIRST)
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
