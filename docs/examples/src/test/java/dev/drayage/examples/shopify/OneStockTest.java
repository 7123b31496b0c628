package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.amazon.AmazonRegion;
import dev.drayage.amazon.AmazonSettings;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.http.ApiClient;
import dev.drayage.model.InventoryLevel;
import dev.drayage.spi.Connector;
import dev.drayage.store.RecordEntry;
import dev.drayage.sync.PromiseSyncs;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.ChannelStock;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.amazon.SimulatedListing;
import dev.drayage.testkit.shopify.StockLocation;
import dev.drayage.testkit.shopify.Variant;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One stock of the books feeds a shop, location by location, and Amazon, which takes one number. */
class OneStockTest {
    private final ShopAndBooks world = ShopAndBooks.open();
    private final AmazonSimulator amazon = AmazonSimulator.builder(world.time).start();
    private final StockLocation east = world.shop.stock().location("East");
    private final StockLocation west = world.shop.stock().location("West");
    private final Variant mug = world.shop.stock().product("MUG", "Mug", "20.00");
    private final dev.drayage.testkit.shopify.InventoryLevel inTheEast =
            world.shop.stock().available(mug, east, 1);
    private final dev.drayage.testkit.shopify.InventoryLevel inTheWest =
            world.shop.stock().available(mug, west, 1);

    @BeforeEach
    void wire() {
        world.shopSettings.put("location.map", east.number() + "=6," + west.number() + "=7");
        world.netSuiteSettings.put("stock.totals", "true");
        amazon.listings().put(SimulatedListing.of("MUG", "B0EXAMPLE1", "Mug", 1, "22.00", world.time.instant()));
        amazon.listings().promise("MUG", Marketplace.US, 4, Optional.empty());
    }

    @AfterEach
    void close() {
        amazon.close();
        world.close();
    }

    private void count(String location, int units) {
        world.netSuite.clerk().countStock("98", location, new BigDecimal(units), BigDecimal.ZERO);
    }

    private Optional<ChannelStock> onAmazon() {
        return amazon.listings().inForce("MUG", Marketplace.US);
    }

    private static Optional<ChannelStock> offered(int units) {
        return Optional.of(new ChannelStock("DEFAULT", Optional.of(units), Optional.of(4), Optional.empty()));
    }

    /** Both syncs of one engine, one after the other, as after a restart. */
    private List<RunReport> run() {
        world.time.advance(Duration.ofMinutes(20));
        Map<String, String> seller = AmazonSettings.builder()
                .seller(amazon.sellerId(), AmazonRegion.NA)
                .marketplaces(Marketplace.US.id())
                .application(amazon.clientId(), amazon.clientSecret())
                .refreshToken(amazon.refreshToken())
                .endpoints(amazon.endpoint(), amazon.tokenEndpoint())
                .userAgent("Acme Books", "4.2")
                .toMap();
        Connectors connectors = Connectors.discover(new Connectors.Environment(
                world.store,
                "default",
                world.time,
                ApiClient.standardTransport(),
                new Random(world.time.instant().toEpochMilli())));
        try (Connector shop = connectors.open("shopify", world.shopSettings);
                Connector store = connectors.open("amazon", seller);
                Connector erp = connectors.open("netsuite", world.netSuiteSettings);
                SyncEngine engine = SyncEngine.builder()
                        .store(world.store)
                        .time(world.time)
                        .startAt(ShopAndBooks.GO_LIVE)
                        .sync(toShop(erp, shop))
                        .sync(toAmazon(erp, store))
                        .build()) {
            return List.of(
                    engine.run("shop-stock", RunBudget.minutes(60)), engine.run("amazon-stock", RunBudget.minutes(60)));
        }
    }

    private static Sync<InventoryLevel> toShop(Connector netsuite, Connector shopify) {
        return PromiseSyncs.toStorefront("shop-stock", netsuite, shopify, PromiseSyncs.Options.standard());
    }

    private static Sync<InventoryLevel> toAmazon(Connector netsuite, Connector amazon) {
        return PromiseSyncs.toStorefront(
                "amazon-stock",
                netsuite,
                amazon,
                PromiseSyncs.Options.standard()
                        .telling(PromiseSyncs.Levels.TOTAL)
                        .keeping(2));
    }

    @Test
    void a_shop_is_told_each_location_and_amazon_the_sum_less_a_buffer() {
        count("6", 41);
        count("7", 9);
        run();
        assertThat(world.parked()).extracting(RecordEntry::ref).isEmpty();
        assertThat(inTheEast.quantity("available")).isEqualTo(41);
        assertThat(inTheWest.quantity("available")).isEqualTo(9);
        assertThat(onAmazon()).isEqualTo(offered(48));
        count("7", 4);
        run();
        assertThat(inTheEast.quantity("available")).isEqualTo(41);
        assertThat(inTheWest.quantity("available")).isEqualTo(4);
        assertThat(onAmazon()).isEqualTo(offered(43));
        assertThat(run()).allMatch(report -> report.written() == 0);
    }

    @Test
    void a_number_comes_back_after_another_one_and_is_never_below_zero() {
        for (int units : List.of(7, 5, 7, 1)) {
            count("6", units);
            run();
            assertThat(inTheEast.quantity("available")).isEqualTo(units);
            assertThat(onAmazon()).isEqualTo(offered(Math.max(0, units - 2)));
        }
        assertThat(amazon.journal().submissions()).hasSize(4);
    }

    @Test
    void a_lost_answer_of_amazon_is_looked_up_and_told_once() {
        count("6", 41);
        amazon.faults().next(1, Fault.LOST_ANSWER, Operation.PATCH_LISTINGS_ITEM::matches);
        run();
        run();
        assertThat(world.parked()).extracting(RecordEntry::ref).isEmpty();
        assertThat(onAmazon()).isEqualTo(offered(39));
        assertThat(amazon.journal().submissions()).hasSize(1);
    }

    @Test
    void a_sku_that_amazon_does_not_list_parks_alone() {
        world.netSuite.clerk().countStock("99", "6", new BigDecimal("3"), BigDecimal.ZERO);
        count("6", 41);
        run();
        assertThat(onAmazon()).isEqualTo(offered(39));
        assertThat(inTheEast.quantity("available")).isEqualTo(41);
        assertThat(world.parked())
                .filteredOn(entry -> entry.sync().equals("amazon-stock"))
                .hasSize(1);
    }
}
