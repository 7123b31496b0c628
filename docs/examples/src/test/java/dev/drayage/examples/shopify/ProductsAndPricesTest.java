package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Sync;
import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Connector;
import dev.drayage.store.RecordEntry;
import dev.drayage.sync.ProductSyncs;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.shopify.Company;
import dev.drayage.testkit.shopify.PriceList;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.shopify.Variant;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Items of NetSuite at a shop: bar codes, the shop's own prices, and what a company's buyers pay. */
class ProductsAndPricesTest {
    private static final String TRADE = "5";
    private static final String CAD = "7";

    private final ShopAndBooks world = ShopAndBooks.open();
    private final Variant mug = world.shop.stock().product("MUG", "Mug", "1.00");
    private final Variant tee = world.shop.stock().product("TEE", "Tee", "1.00");
    private final Company company = world.shop.companies().company("Maple Goods", null);
    private final PriceList dealers = world.shop
            .stock()
            .priceList("Dealers Canada", "CAD", world.shop.companies().location(company, "Toronto", null));

    @BeforeEach
    void priceLevels() {
        world.netSuite.seed(Seed.of("priceLevel", "{\"id\":1,\"name\":\"Base Price\"}"));
        world.netSuite.seed(Seed.of("priceLevel", "{\"id\":5,\"name\":\"Trade\"}"));
        world.netSuiteSettings.put("item.where", "itemtype=InvtPart");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static List<Sync<?>> syncs(Connector shop, Connector erp) {
        return List.of(ProductSyncs.toStorefront(
                "products",
                erp,
                shop,
                ProductSyncs.Options.standard().basePrice("Base Price").priceList("Trade", "CAD", "Dealers Canada")));
    }

    private void run() {
        world.run(ProductsAndPricesTest::syncs);
    }

    private void trades(String itemId, String amount) {
        world.netSuite.clerk().changePrice(itemId, TRADE, CAD, BigDecimal.ZERO, new BigDecimal(amount));
    }

    private Optional<BigDecimal> dealersPay(Variant variant) {
        return dealers.price(variant).map(PriceList.Price::amount);
    }

    private int writes() {
        return world.shop.journal().writes().size();
    }

    @Test
    void prices_and_bar_codes_arrive_and_what_stands_is_not_written_again() {
        world.netSuite.clerk().edit("inventoryItem", "98", "{\"upcCode\":\"4006381333931\"}");
        run();
        assertThat(mug.price()).isEqualByComparingTo("20.00");
        assertThat(mug.barcode()).isEqualTo("4006381333931");
        assertThat(tee.price()).isEqualByComparingTo("12.00");
        int written = writes();
        run();
        world.emptyStore();
        run();
        assertThat(writes()).isEqualTo(written);
        world.netSuite.clerk().changePrice("98", new BigDecimal("21.50"));
        run();
        assertThat(mug.price()).isEqualByComparingTo("21.50");
        assertThat(writes()).isEqualTo(written + 1);
        assertThat(world.parked()).isEmpty();
    }

    @Test
    void a_companys_list_shows_its_own_price_in_its_currency_until_netsuite_has_none() {
        trades("98", "17.25");
        run();
        assertThat(dealersPay(mug)).contains(new BigDecimal("17.25"));
        assertThat(dealersPay(tee)).isEmpty();
        assertThat(mug.price()).isEqualByComparingTo("20.00");
        trades("98", "16.75");
        run();
        assertThat(dealersPay(mug)).contains(new BigDecimal("16.75"));
        world.netSuite.clerk().removePrice("98", TRADE, CAD);
        run();
        assertThat(dealersPay(mug)).isEmpty();
        assertThat(world.shop.journal().count("priceListFixedPricesDelete")).isEqualTo(1);
        run();
        assertThat(world.shop.journal().count("priceListFixedPricesDelete")).isEqualTo(1);
        assertThat(world.parked()).isEmpty();
    }

    @Test
    void G4_a_sku_that_the_shop_does_not_sell_waits_and_stops_no_other() {
        world.netSuite.seed(Seed.inventoryItem(97, "HAT", new BigDecimal("9.00")));
        run();
        assertThat(world.parked()).extracting(RecordEntry::code).containsExactly(Optional.of(ErrorCode.SKU_UNKNOWN));
        assertThat(mug.price()).isEqualByComparingTo("20.00");
        assertThat(tee.price()).isEqualByComparingTo("12.00");
        Variant hat = world.shop.stock().product("HAT", "Hat", "1.00");
        world.netSuite.clerk().changePrice("97", new BigDecimal("9.50"));
        run();
        assertThat(hat.price()).isEqualByComparingTo("9.50");
        assertThat(world.parked()).isEmpty();
    }

    @Test
    void G2_lost_answers_double_nothing_and_lose_nothing() {
        trades("98", "17.25");
        world.shop.faults().next(3, Fault.LOST_ANSWER, ShopifySimulator::isMutation);
        run();
        run();
        assertThat(mug.price()).isEqualByComparingTo("20.00");
        assertThat(tee.price()).isEqualByComparingTo("12.00");
        assertThat(dealersPay(mug)).contains(new BigDecimal("17.25"));
        assertThat(writes()).isEqualTo(3);
        assertThat(world.parked()).isEmpty();
    }

    @Test
    void a_call_that_never_arrived_is_made_again() {
        trades("98", "17.25");
        world.shop.faults().next(1, Fault.RESET, ShopifySimulator::isMutation);
        run();
        run();
        run();
        assertThat(mug.price()).isEqualByComparingTo("20.00");
        assertThat(tee.price()).isEqualByComparingTo("12.00");
        assertThat(dealersPay(mug)).contains(new BigDecimal("17.25"));
        assertThat(world.parked()).isEmpty();
    }

    @Test
    void an_inactive_item_keeps_what_the_shop_shows() {
        trades("98", "17.25");
        run();
        int written = writes();
        world.netSuite.clerk().changePrice("98", new BigDecimal("5.00"));
        world.netSuite.clerk().inactivateItem("inventoryItem", "98");
        run();
        assertThat(mug.price()).isEqualByComparingTo("20.00");
        assertThat(dealersPay(mug)).contains(new BigDecimal("17.25"));
        assertThat(writes()).isEqualTo(written);
    }
}
