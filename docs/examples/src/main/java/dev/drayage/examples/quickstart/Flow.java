package dev.drayage.examples.quickstart;

import dev.drayage.Connectors;
import dev.drayage.amazon.AmazonFields;
import dev.drayage.engine.ConsoleProgress;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.OrderLine;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Connector;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.OversellGuard;
import dev.drayage.sync.RemainderPolicy;
import dev.drayage.sync.WarehouseOrderSyncs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole business flow: two accounts, no warehouse, one or three, a shop, one engine. This is what a host writes. */
public final class Flow implements AutoCloseable {
    /** Amazon's orders into NetSuite. */
    public static final String ORDERS = "amazon-orders";
    /** The warehouse's shipments into NetSuite. */
    public static final String WAREHOUSE = "warehouse-shipments";
    /** NetSuite's orders to the warehouses that are told what to ship. */
    public static final String RELEASE = "warehouse-orders";
    /** The X12 warehouse's shipments into NetSuite. */
    public static final String BY_X12 = "x12-shipments";
    /** ShipStation's labels into NetSuite. */
    public static final String BY_SHIPSTATION = "shipstation-shipments";
    /** NetSuite's shipments to Amazon. */
    public static final String STOREFRONT = "storefront-shipments";

    private final List<Connector> accounts;
    private final SyncEngine engine;

    /**
     * Adds the three syncs to an engine and builds it.
     *
     * @param engine store, clock, go-live and whatever else the host wants; the accounts are closed with the flow
     */
    public Flow(Connector netsuite, Connector amazon, Connector warehouse, SyncEngine.Builder engine) {
        this(
                List.of(netsuite, amazon, warehouse),
                engine.sync(orders(netsuite, amazon))
                        .sync(FulfillmentSyncs.fromWarehouse(warehouse, netsuite))
                        .sync(FulfillmentSyncs.toStorefront(netsuite, amazon))
                        .build());
    }

    private Flow(List<Connector> accounts, SyncEngine engine) {
        this.accounts = List.copyOf(accounts);
        this.engine = engine;
    }

    /**
     * Opens the accounts and runs on the environment's store and clock. Warehouses are those that the accounts have.
     *
     * @param quiet whether no progress is printed
     */
    static Flow open(Connectors.Environment environment, Accounts accounts, boolean quiet) {
        Connectors connectors = Connectors.discover(environment);
        Connector netsuite = connectors.open("netsuite", accounts.netsuite());
        Connector amazon = connectors.open("amazon", accounts.amazon());
        List<Connector> open = new ArrayList<>(List.of(netsuite, amazon));
        List<Sync<?>> shipments = new ArrayList<>();
        WarehouseOrderSyncs.Routing routing = WarehouseOrderSyncs.Routing.none();
        if (!accounts.warehouse().isEmpty()) {
            Connector files = connectors.open("warehouse-files", accounts.warehouse());
            open.add(files);
            shipments.add(FulfillmentSyncs.fromWarehouse(files, netsuite));
        }
        if (!accounts.x12().isEmpty()) {
            Connector x12 = connectors.open("warehouse-x12", accounts.x12());
            open.add(x12);
            routing = routing.location(accounts.x12Location(), x12);
            shipments.add(
                    FulfillmentSyncs.fromWarehouse(BY_X12, x12, netsuite, FulfillmentSyncs.BookingOptions.standard()));
        }
        if (!accounts.shipStation().isEmpty()) {
            Connector station = connectors.open("shipstation", accounts.shipStation());
            open.add(station);
            routing = routing.location(accounts.shipStationLocation(), station);
            shipments.add(FulfillmentSyncs.fromWarehouse(
                    BY_SHIPSTATION, station, netsuite, FulfillmentSyncs.BookingOptions.standard()));
        }
        SyncEngine.Builder engine =
                engine(environment, accounts.goLive(), quiet).sync(orders(netsuite, amazon));
        if (!routing.warehouses().isEmpty()) {
            engine.sync(WarehouseOrderSyncs.toWarehouses(
                    RELEASE, netsuite, routing, WarehouseOrderSyncs.Options.standard()));
        }
        shipments.forEach(engine::sync);
        return new Flow(
                open,
                engine.sync(FulfillmentSyncs.toStorefront(netsuite, amazon)).build());
    }

    /**
     * Opens Amazon, a shop, NetSuite and three warehouses: one that sends CSV files, one that speaks X12, and one that uses
     * ShipStation.
     *
     * @param accounts flat settings by the kind of account
     */
    static Flow withShopAndWarehouses(
            Connectors.Environment environment,
            Map<String, Map<String, String>> accounts,
            Instant goLive,
            boolean quiet) {
        Connectors connectors = Connectors.discover(environment);
        Map<String, Connector> open = new LinkedHashMap<>();
        accounts.forEach((kind, settings) -> open.put(kind, connectors.open(kind, settings)));
        Connector netsuite = account(open, "netsuite");
        Connector amazon = account(open, "amazon");
        Connector shop = account(open, "shopify");
        OversellGuard guard = OversellGuard.open(
                environment.store(),
                environment.namespace(),
                netsuite,
                OversellGuard.Options.standard().on(environment.time()));
        Connector x12 = account(open, "warehouse-x12");
        Connector station = account(open, "shipstation");
        SyncEngine.Builder engine = engine(environment, goLive, quiet)
                .sync(orders(netsuite, guard.watching(amazon)))
                .sync(WarehouseOrderSyncs.toWarehouses(
                        RELEASE,
                        netsuite,
                        WarehouseOrderSyncs.Routing.none()
                                .location(Warehouses.BY_X12, x12)
                                .location(Warehouses.BY_SHIPSTATION, station),
                        WarehouseOrderSyncs.Options.standard()))
                .sync(FulfillmentSyncs.fromWarehouse(account(open, "warehouse-files"), netsuite))
                .sync(FulfillmentSyncs.fromWarehouse(
                        BY_X12,
                        x12,
                        netsuite,
                        FulfillmentSyncs.BookingOptions.standard().with(RemainderPolicy.CLOSE_LINES)))
                .sync(FulfillmentSyncs.fromWarehouse(
                        BY_SHIPSTATION, station, netsuite, FulfillmentSyncs.BookingOptions.standard()))
                .sync(FulfillmentSyncs.toStorefront(netsuite, amazon));
        ShopSyncs.of(netsuite, shop, guard).forEach(engine::sync);
        engine.sync(ShopSyncs.amazonStock(guard, amazon));
        return new Flow(List.copyOf(open.values()), engine.build());
    }

    private static Connector account(Map<String, Connector> open, String kind) {
        Connector account = open.get(kind);
        if (account == null) {
            throw new IllegalArgumentException("there are no settings of " + kind);
        }
        return account;
    }

    private static Sync<SalesOrder> orders(Connector netsuite, Connector amazon) {
        FieldMapping<OrderLine> lineFields = FieldMapping.builder(OrderLine::customFields)
                .copy(AmazonFields.ASIN, "custcol_drayage_asin")
                .build();
        return OrderSyncs.amazonOrders(
                amazon, netsuite, OrderSyncs.Options.standard().with(FieldMapping.<SalesOrder>none(), lineFields));
    }

    private static SyncEngine.Builder engine(Connectors.Environment environment, Instant goLive, boolean quiet) {
        SyncEngine.Builder builder = SyncEngine.builder()
                .namespace(environment.namespace())
                .store(environment.store())
                .time(environment.time())
                .startAt(goLive);
        return quiet ? builder : builder.listener(new BusyRuns(ConsoleProgress.on(System.out)));
    }

    /** The engine, for plans, journeys and operations. */
    public SyncEngine engine() {
        return engine;
    }

    /** Runs one of the syncs. */
    public RunReport run(String sync, RunBudget budget) {
        return engine.run(sync, budget);
    }

    @Override
    public void close() {
        engine.close();
        accounts.forEach(Connector::close);
    }
}
