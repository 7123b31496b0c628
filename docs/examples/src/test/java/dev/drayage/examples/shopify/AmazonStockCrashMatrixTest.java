package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.amazon.AmazonRegion;
import dev.drayage.amazon.AmazonSettings;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.http.ApiClient;
import dev.drayage.spi.Connector;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.PromiseSyncs;
import dev.drayage.testing.Interposed;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.SimulatedListing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** G1 and G2 for the stock that Amazon is told as one number. */
class AmazonStockCrashMatrixTest {
    private static final int PAIRS = Integer.getInteger("drayage.pairs", 12);

    @Test
    void G2_a_disturbance_at_any_call_leaves_amazon_as_an_undisturbed_run_does() {
        try (Matrix matrix = new Matrix()) {
            assertThat(matrix.undisturbed())
                    .containsEntry("MUG", "Optional[48]")
                    .containsEntry("TEE", "Optional[0]")
                    .containsEntry("submissions", "2");
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

    /** Books whose stock lies at two locations, and Amazon, which offers other numbers. */
    private static final class Offers implements AutoCloseable {
        final ShopAndBooks world = ShopAndBooks.open();
        final AmazonSimulator amazon = AmazonSimulator.builder(world.time).start();

        Offers() {
            world.netSuiteSettings.put("stock.totals", "true");
            for (String sku : List.of("MUG", "TEE")) {
                amazon.listings()
                        .put(SimulatedListing.of(sku, "B0EXAMPLE" + sku, sku, 1, "22.00", world.time.instant()));
                amazon.listings().promise(sku, Marketplace.US, 4, Optional.empty());
            }
            count("98", "6", 41);
            count("98", "7", 9);
            count("99", "6", 2);
        }

        private void count(String item, String location, int units) {
            world.netSuite.clerk().countStock(item, location, new BigDecimal(units), BigDecimal.ZERO);
        }

        private Map<String, String> seller() {
            return AmazonSettings.builder()
                    .seller(amazon.sellerId(), AmazonRegion.NA)
                    .marketplaces(Marketplace.US.id())
                    .application(amazon.clientId(), amazon.clientSecret())
                    .refreshToken(amazon.refreshToken())
                    .endpoints(amazon.endpoint(), amazon.tokenEndpoint())
                    .userAgent("Acme Books", "4.2")
                    .toMap();
        }

        void run(Interposed.Tap tap) {
            world.time.advance(Duration.ofMinutes(20));
            SyncStore tapped = Interposed.wrap(SyncStore.class, world.store, tap);
            Connectors connectors = Connectors.discover(new Connectors.Environment(
                    tapped,
                    "default",
                    world.time,
                    ApiClient.standardTransport(),
                    new Random(world.time.instant().toEpochMilli())));
            try (Connector storefront = Interposed.wrap(Connector.class, connectors.open("amazon", seller()), tap);
                    Connector erp =
                            Interposed.wrap(Connector.class, connectors.open("netsuite", world.netSuiteSettings), tap);
                    SyncEngine engine = SyncEngine.builder()
                            .store(tapped)
                            .time(world.time)
                            .startAt(ShopAndBooks.GO_LIVE)
                            .sync(PromiseSyncs.toStorefront(
                                    "amazon-stock",
                                    erp,
                                    storefront,
                                    PromiseSyncs.Options.standard()
                                            .telling(PromiseSyncs.Levels.TOTAL)
                                            .keeping(2)))
                            .build()) {
                engine.run("amazon-stock", RunBudget.minutes(60));
            }
        }

        @Override
        public void close() {
            amazon.close();
            world.close();
        }
    }

    private static final class Matrix extends ShopMatrix<Offers> {
        @Override
        Offers happened() {
            return new Offers();
        }

        @Override
        ShopAndBooks books(Offers offers) {
            return offers.world;
        }

        @Override
        void run(Offers offers, Interposed.Tap tap) {
            offers.run(tap);
        }

        @Override
        protected Map<String, String> picture(Offers offers) {
            Map<String, String> picture = new TreeMap<>();
            for (String sku : List.of("MUG", "TEE")) {
                picture.put(
                        sku,
                        offers.amazon
                                .listings()
                                .inForce(sku, Marketplace.US)
                                .orElseThrow()
                                .quantity()
                                .toString());
            }
            picture.put(
                    "submissions",
                    Integer.toString(offers.amazon.journal().submissions().size()));
            return picture;
        }
    }
}
