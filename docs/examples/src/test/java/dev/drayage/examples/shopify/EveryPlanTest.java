package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.amazon.AmazonRegion;
import dev.drayage.amazon.AmazonSettings;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.Selection;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.http.ApiClient;
import dev.drayage.spi.Connector;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.RecordQuery;
import dev.drayage.sync.CompanySyncs;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderEditSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.PaymentSyncs;
import dev.drayage.sync.PayoutSyncs;
import dev.drayage.sync.ProductSyncs;
import dev.drayage.sync.PromiseSyncs;
import dev.drayage.sync.RefundSyncs;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedListing;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.Payout;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** G6 for every sync between Shopify, Amazon and NetSuite: it can be planned while no account takes a write. */
class EveryPlanTest {
    private static final String AMAZON_ORDER = "111-2223334-5556667";
    private static final Set<String> WRITES = Set.of("POST", "PATCH", "PUT", "DELETE");

    private final TradingPlace place = TradingPlace.open();
    private final ShopAndBooks world = place.world;
    private final AmazonSimulator amazon = AmazonSimulator.builder(world.time).start();
    private final List<String> attempts = new ArrayList<>();

    @AfterEach
    void close() {
        amazon.close();
        place.close();
    }

    /** How the three accounts are wired; only one of the ways to book a shop's orders can be run, all can be planned. */
    private static List<Sync<?>> syncs(Connector shop, Connector store, Connector erp) {
        return List.of(
                CompanySyncs.toErp(shop, erp),
                orders("shopify-orders", shop, erp, OrderSyncs.Booking.ORDER_AND_DEPOSITS),
                OrderSyncs.amazonOrders(store, erp),
                RefundSyncs.toErp(shop, erp),
                PayoutSyncs.toErp(shop, erp),
                FulfillmentSyncs.toStorefront("shopify-shipments", erp, shop, confirmations()),
                FulfillmentSyncs.toStorefront("amazon-shipments", erp, store, confirmations()),
                PromiseSyncs.toStorefront("shopify-stock", erp, shop, PromiseSyncs.Options.standard()),
                PromiseSyncs.toStorefront(
                        "amazon-stock",
                        erp,
                        store,
                        PromiseSyncs.Options.standard().telling(PromiseSyncs.Levels.TOTAL)),
                ProductSyncs.toStorefront(
                        "products", erp, shop, ProductSyncs.Options.standard().basePrice("Base Price")),
                PaymentSyncs.toStorefront(erp, shop),
                PaymentSyncs.depositsToStorefront(erp, shop),
                OrderEditSyncs.toStorefront(erp, shop));
    }

    private static List<Sync<?>> planned(Connector shop, Connector store, Connector erp) {
        List<Sync<?>> all = new ArrayList<>(syncs(shop, store, erp));
        all.add(orders("orders-alone", shop, erp, OrderSyncs.Booking.ORDER));
        all.add(orders("orders-invoiced", shop, erp, OrderSyncs.Booking.INVOICE_AND_PAYMENTS));
        return all;
    }

    private static Sync<?> orders(String name, Connector shop, Connector erp, OrderSyncs.Booking booking) {
        return OrderSyncs.orders(
                name,
                shop,
                erp,
                OrderSyncs.Options.standard()
                        .with(booking)
                        .with(OrderSyncs.CompanyCustomer.AS_BUYER)
                        .followingChanges(booking != OrderSyncs.Booking.INVOICE_AND_PAYMENTS));
    }

    private static FulfillmentSyncs.ConfirmationOptions confirmations() {
        return FulfillmentSyncs.ConfirmationOptions.standard().tellingProgress(false);
    }

    @FunctionalInterface
    private interface Wiring {
        List<Sync<?>> of(Connector shop, Connector store, Connector erp);
    }

    @FunctionalInterface
    private interface Work {
        void on(SyncEngine engine, List<String> names);
    }

    private void open(Wiring wiring, Work work) {
        world.time.advance(Duration.ofMinutes(20));
        Connectors connectors = Connectors.discover(new Connectors.Environment(
                world.store,
                "default",
                world.time,
                ApiClient.standardTransport(),
                new Random(world.time.instant().toEpochMilli())));
        try (Connector shop = connectors.open("shopify", world.shopSettings);
                Connector store = connectors.open("amazon", seller());
                Connector erp = connectors.open("netsuite", world.netSuiteSettings)) {
            List<Sync<?>> all = wiring.of(shop, store, erp);
            SyncEngine.Builder builder =
                    SyncEngine.builder().store(world.store).time(world.time).startAt(ShopAndBooks.GO_LIVE);
            all.forEach(builder::sync);
            try (SyncEngine engine = builder.build()) {
                work.on(engine, all.stream().map(sync -> sync.name()).toList());
            }
        }
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

    private void run() {
        open(EveryPlanTest::syncs, (engine, names) -> names.forEach(name -> engine.run(name, RunBudget.minutes(60))));
    }

    /** Something for every sync to do. */
    private void happened() {
        String account = ",amazon:" + amazon.sellerId() + "-na=";
        world.netSuiteSettings.merge("channel.customers", account + "110", String::concat);
        world.netSuiteSettings.merge("channel.locations", account + "6", String::concat);
        world.netSuiteSettings.put("orders.allowCorrections", "true");
        world.netSuiteSettings.put("stock.totals", "true");
        world.netSuiteSettings.put("item.where", "itemtype=InvtPart");
        world.shopSettings.put("orders.postModifications", "true");
        world.netSuite.seed(Seed.of("priceLevel", "{\"id\":1,\"name\":\"Base Price\"}"));
        world.netSuite.seed(Seed.of("priceLevel", "{\"id\":-1,\"name\":\"Custom\"}"));
        world.shop.stock().product("TEE", "Tee", "12.00");
        amazon.listings().put(SimulatedListing.of("MUG", "B0EXAMPLE1", "Mug", 1, "22.00", world.time.instant()));
        amazon.listings().promise("MUG", Marketplace.US, 4, Optional.empty());
        var orders = world.shop.orders();
        ShopOrder shipped = orders.placePaid(place.mugs(3));
        ShopOrder reduced = orders.placePaid(place.mugs(2));
        ShopOrder onTerms = orders.place(place.mugs(4).terms(PaymentTermsTemplate.NET_30));
        ShopOrder onAccount = orders.place(place.mugs(2).terms(PaymentTermsTemplate.NET_30));
        ShopOrder edited = orders.place(place.mugs(2).terms(PaymentTermsTemplate.NET_30));
        sellOnAmazon(AMAZON_ORDER);
        run();
        run();
        assertThat(world.parked()).isEmpty();
        place.ships(shipped, 2, "1Z1");
        StoredRecord soldOnAmazon = world.netSuite.records("salesOrder").stream()
                .filter(order ->
                        order.body().path("custbody_drayage_order_id").asText().equals(AMAZON_ORDER))
                .findFirst()
                .orElseThrow();
        world.netSuite.clerk().fulfill(soldOnAmazon.id(), """
                {"shipStatus": {"id": "C"}, "custbody_drayage_carrier": "UPS",
                 "package": {"items": [{"packageTrackingNumber": "1Z2", "packageWeight": 1}]}}
                """);
        orders.refund(
                reduced,
                RefundDraft.empty()
                        .cancelled(reduced.lines().get(0), 1, place.east)
                        .paidBack());
        Payout payout = world.shop.payments().closePayout();
        world.shop.payments().settle(payout, Payout.Status.PAID);
        String invoice = world.netSuite.clerk().invoice(booked(onTerms), "{}");
        world.netSuite.bookkeeper().enterPayment(invoice, new BigDecimal("44.44"));
        world.netSuite.bookkeeper().enterDeposit(booked(onAccount), new BigDecimal("20.00"));
        world.netSuite.clerk().changeQuantity(booked(edited), 1, new BigDecimal("3"));
        world.netSuite.clerk().changePrice("98", new BigDecimal("21.50"));
        world.netSuite.clerk().countStock("98", "6", new BigDecimal("41"), BigDecimal.ZERO);
        orders.placePaid(place.mugs(1));
        sellOnAmazon("111-2223334-5556668");
        var company = world.shop.companies().company("Glenrock", null);
        world.shop.companies().location(company, "Fallon", null);
    }

    private void sellOnAmazon(String order) {
        amazon.orders()
                .add(SimulatedOrder.builder(order, world.time.instant())
                        .item(SimulatedItem.builder("05015851154158", "MUG", 2, "19.99")
                                .build())
                        .build());
    }

    private String booked(ShopOrder order) {
        return world.booked("salesOrder", order).get(0).id();
    }

    private void noAccountTakesWrites() {
        world.shop.writesFail(true);
        world.netSuite.faults().share(1, 1, Fault.SERVER_ERROR, request -> isWrite(request, "/record/"));
        amazon.faults()
                .share(
                        1,
                        1,
                        Fault.SERVER_ERROR,
                        request -> !request.path().endsWith("/auth/o2/token") && isWrite(request, "/"));
    }

    private boolean isWrite(WireRequest request, String path) {
        boolean write = WRITES.contains(request.method()) && request.path().contains(path);
        if (write) {
            attempts.add(request.method() + " " + request.path());
        }
        return write;
    }

    /** Everything that a plan must leave as it is, in the accounts and in the store. */
    private Map<String, String> standing() {
        Map<String, String> all = new LinkedHashMap<>(ShopPicture.of(world));
        all.put("writes to the shop", world.shop.journal().writes().toString());
        all.put("mutations refused by the shop", world.shop.traffic().refused().toString());
        all.put("writes to the books", world.netSuite.journal().writes().toString());
        all.put("writes to Amazon", amazon.journal().writes().toString());
        all.put("submissions to Amazon", amazon.journal().submissions().toString());
        all.put("offered", amazon.listings().inForce("MUG", Marketplace.US).toString());
        all.put("price", place.mug.price().toPlainString());
        all.put("stock", Integer.toString(place.level.quantity("available")));
        var ledger = world.store.ledger("default");
        open(
                EveryPlanTest::planned,
                (engine, names) -> names.forEach(name -> {
                    all.put("checkpoint of " + name, ledger.sync(name).toString());
                    all.put(
                            "records of " + name,
                            ledger.records(RecordQuery.builder().sync(name).build())
                                    .toString());
                }));
        all.put("effects", ledger.effects(EffectQuery.builder().build()).toString());
        return all;
    }

    @Test
    void G6_every_sync_is_planned_while_no_account_takes_a_write() {
        happened();
        noAccountTakesWrites();
        Map<String, String> before = standing();
        Map<String, Plan> plans = new LinkedHashMap<>();
        open(
                EveryPlanTest::planned,
                (engine, names) -> names.forEach(name -> plans.put(name, engine.plan(name, Selection.next(1000)))));
        assertThat(standing()).isEqualTo(before);
        assertThat(attempts).isEmpty();
        assertThat(plans).hasSize(15);
        plans.forEach((name, plan) -> {
            List<Plan.PlannedRecord> written = plan.records().stream()
                    .filter(record -> record.verdict() == Plan.Verdict.WRITE)
                    .toList();
            assertThat(plan.complete()).as(name).isTrue();
            assertThat(written).as("%s: %s", name, plan.records()).isNotEmpty();
            assertThat(written).as(name).allSatisfy(record -> {
                assertThat(record.reason()).isNotBlank();
                assertThat(record.changes()).anyMatch(EveryPlanTest::isTold);
            });
        });
    }

    /** A change that says what would be written, and where something stands, what that is. */
    private static boolean isTold(Plan.PlannedChange change) {
        return switch (change.action()) {
            case CREATE -> !change.after().isEmpty();
            case UPDATE -> !change.after().isEmpty() && !change.before().isEmpty();
            default -> false;
        };
    }
}
