package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Sync;
import dev.drayage.spi.Connector;
import dev.drayage.sync.ProductSyncs;
import dev.drayage.testing.Interposed;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.shopify.PriceList;
import dev.drayage.testkit.shopify.Variant;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** G1 and G2 for bar codes and prices that NetSuite tells a shop. */
class ProductsCrashMatrixTest {
    private static final int PAIRS = Integer.getInteger("drayage.pairs", 12);

    private static List<Sync<?>> syncs(Connector shop, Connector erp) {
        return List.of(ProductSyncs.toStorefront(
                "products",
                erp,
                shop,
                ProductSyncs.Options.standard().basePrice("Base Price").priceList("Trade", "CAD", "Dealers Canada")));
    }

    @Test
    void G2_a_disturbance_at_any_call_leaves_the_shop_as_an_undisturbed_run_does() {
        try (Matrix matrix = new Matrix()) {
            assertThat(matrix.undisturbed())
                    .containsEntry("MUG", "20.00 4006381333931 dealers 17.25")
                    .containsEntry("TEE", "12.00  dealers 10.50");
            assertThat(matrix.crashes()).isEmpty();
        }
    }

    @Test
    void G2_pairs_of_disturbances_too() {
        System.out.println("seed " + ShopMatrix.SEED);
        try (Matrix matrix = new Matrix()) {
            assertThat(matrix.pairs(ShopMatrix.SEED, PAIRS)).isEmpty();
        }
    }

    /** Two products, one of which had a price for dealers that NetSuite has changed since. */
    private static final class Catalog implements AutoCloseable {
        final ShopAndBooks world = ShopAndBooks.open();
        final Variant mug = world.shop.stock().product("MUG", "Mug", "1.00");
        final Variant tee = world.shop.stock().product("TEE", "Tee", "1.00");
        final PriceList dealers = world.shop
                .stock()
                .priceList(
                        "Dealers Canada",
                        "CAD",
                        world.shop
                                .companies()
                                .location(world.shop.companies().company("Maple Goods", null), "Toronto", null));

        Catalog() {
            world.netSuite.seed(Seed.of("priceLevel", "{\"id\":1,\"name\":\"Base Price\"}"));
            world.netSuite.seed(Seed.of("priceLevel", "{\"id\":5,\"name\":\"Trade\"}"));
            world.netSuiteSettings.put("item.where", "itemtype=InvtPart");
            trades("98", "18.00");
            world.run(ProductsCrashMatrixTest::syncs);
            trades("98", "17.25");
            trades("99", "10.50");
            world.netSuite.clerk().edit("inventoryItem", "98", "{\"upcCode\":\"4006381333931\"}");
        }

        private void trades(String itemId, String amount) {
            world.netSuite.clerk().changePrice(itemId, "5", "7", BigDecimal.ZERO, new BigDecimal(amount));
        }

        private String shows(Variant variant) {
            return variant.price().toPlainString() + " " + variant.barcode() + " dealers "
                    + dealers.price(variant)
                            .map(price -> price.amount().toPlainString())
                            .orElse("none");
        }

        @Override
        public void close() {
            world.close();
        }
    }

    private static final class Matrix extends ShopMatrix<Catalog> {
        @Override
        Catalog happened() {
            return new Catalog();
        }

        @Override
        ShopAndBooks books(Catalog catalog) {
            return catalog.world;
        }

        @Override
        void run(Catalog catalog, Interposed.Tap tap) {
            catalog.world.run(ProductsCrashMatrixTest::syncs, tap);
        }

        @Override
        protected Map<String, String> picture(Catalog catalog) {
            Map<String, String> picture = new TreeMap<>();
            picture.put("MUG", catalog.shows(catalog.mug));
            picture.put("TEE", catalog.shows(catalog.tee));
            return picture;
        }
    }
}
