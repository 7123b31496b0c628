package dev.drayage.shopify.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.Priority;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.engine.Translated;
import dev.drayage.model.Carrier;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testkit.shopify.Fulfillment;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an ERP ships and counts reaches the shop through the engine. */
class ErpToShopTest {
    private final StockedShop at = new StockedShop();
    private final FakeWorld erp = new FakeWorld(StockedShop.ERP, at.time);
    private final FakeConnector books = new FakeConnector(erp);
    private final InMemorySyncStore store = new InMemorySyncStore(at.time);

    @AfterEach
    void close() {
        assertThat(at.shop.traffic().violations()).isEmpty();
        at.close();
    }

    private RunReport run(String name) {
        at.time.advance(Duration.ofMinutes(3));
        try (Connector shop = at.open();
                SyncEngine engine = SyncEngine.builder()
                        .store(store)
                        .time(at.time)
                        .startAt(StockedShop.NOW.minusSeconds(60))
                        .sync(FulfillmentSyncs.toStorefront(
                                books,
                                shop,
                                FulfillmentSyncs.ConfirmationOptions.standard().tellingProgress(false)))
                        .sync(stock(shop))
                        .build()) {
            return engine.run(name, RunBudget.minutes(10));
        }
    }

    private Sync<InventoryLevel> stock(Connector shop) {
        return Sync.reading("storefront-stock", books, RecordType.INVENTORY_LEVEL)
                .writing(shop, RecordType.INVENTORY_LEVEL)
                .policy(SyncPolicy.defaults(Priority.INVENTORY))
                .translation(level -> Translated.effects(Effect.of(
                        new EffectKey(level.ref(), StockedShop.SHOP, "stock"),
                        "stock/" + level.sku() + "@" + level.location().orElse(""),
                        RecordType.INVENTORY_LEVEL,
                        level,
                        Effect.Mode.CREATE_OR_UPDATE)))
                .build();
    }

    private RunReport ships() {
        return run("storefront-shipments");
    }

    private static ShippedLine units(ShopOrder order, int line, int units) {
        return new ShippedLine(
                LineReference.channel(StockedShop.number(order.lines().get(line).gid())),
                "SKU",
                BigDecimal.valueOf(units));
    }

    private static ShippedPackage parcel(String name, String tracking, ShippedLine... contents) {
        return ShippedPackage.builder()
                .reference(name)
                .carrier(new Carrier("UPS"))
                .trackingNumbers(List.of(tracking))
                .contents(List.of(contents))
                .build();
    }

    /** The ERP ships the two shirts and the mug of an order, in two parcels. */
    private void ship(ShopOrder order, String firstNumber) {
        ItemFulfillment.Builder shipment = ItemFulfillment.builder();
        shipment.ref(RecordRef.of(StockedShop.ERP, RecordType.ITEM_FULFILLMENT, "77"))
                .addOrderReferences(
                        new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, Long.toString(order.number())))
                .status(ItemFulfillment.Status.SHIPPED)
                .shippedAt(at.time.instant())
                .location("Main Warehouse")
                .lines(List.of(units(order, 0, 2), units(order, 1, 1)))
                .packages(List.of(
                        parcel("1", firstNumber, units(order, 0, 1)),
                        parcel("2", "1Z2", units(order, 0, 1), units(order, 1, 1))))
                .channel(new SalesChannel(StockedShop.SHOP, "", Set.of()));
        erp.put(shipment.build());
    }

    @Test
    void each_parcel_of_a_shipment_becomes_a_fulfillment_and_a_correction_corrects_only_its_own() {
        ShopOrder order = at.order();
        ship(order, "1Z1");
        assertThat(ships().count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(order.fulfillments()).hasSize(2);
        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");

        ship(order, "1Z1-CORRECTED");
        ships();

        assertThat(order.fulfillments())
                .flatExtracting(Fulfillment::tracking)
                .extracting(Fulfillment.Tracking::number)
                .containsExactly("1Z1-CORRECTED", "1Z2");
        assertThat(at.shop.journal().count("fulfillmentTrackingInfoUpdate")).isEqualTo(1);
    }

    @Test
    void G2_a_lost_answer_leads_to_one_fulfillment_for_each_parcel() {
        ShopOrder order = at.order();
        ship(order, "1Z1");
        at.shop.faults().next(1, Fault.LOST_ANSWER, ShopifySimulator::isMutation);
        at.shop.faults().next(1, Fault.RESET, ShopifySimulator::isMutation);

        ships();
        ships();
        ships();

        assertThat(order.fulfillments()).hasSize(2);
        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
    }

    @Test
    void what_shopify_holds_back_is_told_once_it_lets_go() {
        ShopOrder order = at.order();
        at.shop.orders().hold(order.fulfillmentOrders().get(0), "HIGH_RISK_OF_FRAUD", "");
        ship(order, "1Z1");
        assertThat(ships().count(Outcome.DEFERRED)).isEqualTo(1);
        assertThat(order.fulfillments()).isEmpty();

        at.shop.orders().release(order.fulfillmentOrders().get(0));
        at.time.advance(Duration.ofHours(2));
        ships();

        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
    }

    @Test
    void stock_that_the_erp_counted_is_what_the_shop_promises() {
        counted("SHIRT-1", "Main Warehouse", 4);
        counted("SHIRT-1", "Second Warehouse", 5);
        counted("MUG-1", "Main Warehouse", 6);
        counted("NONE", "Main Warehouse", 6);

        RunReport report = run("storefront-stock");

        assertThat(report.count(Outcome.APPLIED)).isEqualTo(3);
        assertThat(report.count(Outcome.PARKED)).isEqualTo(1);
        assertThat(at.shirt.item().level(at.east).orElseThrow().quantity("available"))
                .isEqualTo(4);
        assertThat(at.shirt.item().level(at.west).orElseThrow().quantity("available"))
                .isEqualTo(5);
        assertThat(at.mug.item().level(at.east).orElseThrow().quantity("available"))
                .isEqualTo(6);
    }

    private void counted(String sku, String place, int units) {
        InventoryLevel.Builder level = InventoryLevel.builder();
        level.ref(RecordRef.of(StockedShop.ERP, RecordType.INVENTORY_LEVEL, sku + "@" + place))
                .sku(sku)
                .location(place)
                .countedAt(at.time.instant())
                .available(BigDecimal.valueOf(units));
        erp.put(level.build());
    }
}
