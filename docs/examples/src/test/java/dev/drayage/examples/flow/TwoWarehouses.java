package dev.drayage.examples.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.Connectors;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.examples.quickstart.SimulatedWorld;
import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.RemainderPolicy;
import dev.drayage.sync.WarehouseOrderSyncs;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.shipstation.Packing;
import dev.drayage.testkit.shipstation.ShipStationSimulator;
import dev.drayage.testkit.shipstation.ShipmentStatus;
import dev.drayage.testkit.warehouse.Habits;
import dev.drayage.testkit.warehouse.SftpDoor;
import dev.drayage.testkit.warehouse.WarehouseSimulator;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Amazon, NetSuite and two warehouses: one speaks X12 over SFTP, the other uses ShipStation. Orders wait for approval in
 * NetSuite until its order desk has said from where they leave. All on one clock that only tests move.
 */
final class TwoWarehouses implements AutoCloseable {
    static final String ORDERS = "amazon-orders";
    static final String RELEASE = "warehouse-orders";
    static final String BY_X12 = "x12-shipments";
    static final String BY_SHIPSTATION = "shipstation-shipments";
    static final String STOREFRONT = "storefront-shipments";
    static final List<String> SYNCS = List.of(ORDERS, RELEASE, BY_X12, BY_SHIPSTATION, STOREFRONT);

    private static final HttpClient TRANSPORT = ApiClient.standardTransport();
    private static final AccountId NETSUITE = new AccountId("netsuite", "1234567");

    final SettableTime time = new SettableTime(SmallWorld.GO_LIVE.plus(Duration.ofDays(1)));
    final SyncStore store = new InMemorySyncStore(time);
    final SimulatedWorld systems;
    final WarehouseSimulator warehouse;
    final SftpDoor door;
    final ShipStationSimulator shipStation;
    private final Path folder;
    private final List<String> leavingByShipStation;

    private TwoWarehouses(Path folder, List<SimulatedOrder> orders, List<String> byShipStation) {
        this.folder = folder;
        this.leavingByShipStation = byShipStation;
        systems = SimulatedWorld.start(time, orders);
        warehouse = WarehouseSimulator.builder(time, folder.resolve("area"))
                .zone(SimulatedWorld.ZONE)
                .warehouse("ZZ", "OAKLAND3PL")
                .depositor("ZZ", "QUICKSTART")
                .production(true)
                .stockOfOtherArticles(1000)
                .habits(Habits.plain())
                .open();
        door = SftpDoor.builder(warehouse.root()).user("quickstart", "secret").open();
        shipStation = ShipStationSimulator.builder(time)
                .apiKey("quickstart-key")
                .zone(SimulatedWorld.ZONE)
                .start();
    }

    /** A world in which these were sold a day ago; some of them leave by ShipStation, the others by X12. */
    static TwoWarehouses with(Path folder, List<SimulatedOrder> orders, List<String> byShipStation) {
        return new TwoWarehouses(folder, orders, byShipStation);
    }

    /** One pass of everything with fresh connectors and a fresh engine; people work in between. */
    void pass(Interposed.Tap tap) {
        open(tap, engine -> {
            run(engine, ORDERS);
            allocate();
            run(engine, RELEASE);
            warehouse.work();
            pack();
            run(engine, BY_X12);
            run(engine, BY_SHIPSTATION);
            run(engine, STOREFRONT);
        });
    }

    /** All syncs with fresh connectors, as after a restart. */
    void open(Interposed.Tap tap, Consumer<SyncEngine> work) {
        time.advance(Duration.ofMinutes(20));
        SyncStore tapped = Interposed.wrap(SyncStore.class, store, tap);
        Connectors connectors = Connectors.discover(new Connectors.Environment(
                tapped, "default", time, TRANSPORT, new Random(time.instant().toEpochMilli())));
        Connector netsuite = open(connectors, "netsuite", netsuiteSettings(), tap);
        Connector amazon = open(connectors, "amazon", systems.amazonSettings(), tap);
        Connector x12 = open(connectors, "warehouse-x12", x12Settings(), tap);
        Connector station = open(connectors, "shipstation", shipStationSettings(), tap);
        try (SyncEngine engine = SyncEngine.builder()
                .store(tapped)
                .time(time)
                .startAt(SmallWorld.GO_LIVE)
                .sync(OrderSyncs.amazonOrders(amazon, netsuite))
                .sync(WarehouseOrderSyncs.toWarehouses(
                        RELEASE,
                        netsuite,
                        WarehouseOrderSyncs.Routing.none().location("6", x12).location("8", station),
                        WarehouseOrderSyncs.Options.standard()))
                .sync(FulfillmentSyncs.fromWarehouse(
                        BY_X12,
                        x12,
                        netsuite,
                        FulfillmentSyncs.BookingOptions.standard().with(RemainderPolicy.CLOSE_LINES)))
                .sync(FulfillmentSyncs.fromWarehouse(
                        BY_SHIPSTATION, station, netsuite, FulfillmentSyncs.BookingOptions.standard()))
                .sync(FulfillmentSyncs.toStorefront(netsuite, amazon))
                .build()) {
            work.accept(engine);
        } finally {
            List.of(netsuite, amazon, x12, station).forEach(Connector::close);
        }
    }

    /** One sync, and some minutes. */
    void run(SyncEngine engine, String sync) {
        engine.run(sync, RunBudget.minutes(60));
        time.advance(Duration.ofMinutes(7));
    }

    /** The order desk says from where each order leaves, and approves it. */
    void allocate() {
        for (StoredRecord order : systems.netsuite().records("salesOrder")) {
            if (order.status().equals("A")) {
                String channelOrder =
                        order.body().path("custbody_drayage_order_id").asText();
                if (leavingByShipStation.contains(channelOrder)) {
                    for (JsonNode line : order.body().path("item").path("items")) {
                        systems.netsuite()
                                .clerk()
                                .moveLine(order.id(), line.path("line").asLong(), "8");
                    }
                }
                systems.netsuite().clerk().approve(order.id());
            }
        }
    }

    /** People at ShipStation buy labels for what has come in. */
    void pack() {
        shipStation.shipments().stream()
                .filter(shipment -> shipment.status() == ShipmentStatus.PENDING)
                .forEach(shipment -> shipStation
                        .desk()
                        .buyLabel(
                                shipment.shipmentId(),
                                Packing.everything().cartons(2).by("ups", "ups_ground")));
    }

    private Map<String, String> netsuiteSettings() {
        Map<String, String> settings = new HashMap<>(systems.netsuiteSettings());
        settings.put("query.lag", "PT0S");
        settings.put("order.status", "pending_approval");
        settings.put("release.locations", "6,8");
        return settings;
    }

    private Map<String, String> x12Settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("warehouse", "OAKLAND-1");
        settings.put("x12.us", "ZZ:QUICKSTART");
        settings.put("x12.them", "ZZ:OAKLAND3PL");
        settings.put("lots", "summed");
        settings.put("zone", SimulatedWorld.ZONE.getId());
        settings.put("exchange.transport", "sftp");
        settings.put("exchange.spool", folder.resolve("spool").toString());
        settings.put("sftp.host", door.host());
        settings.put("sftp.port", Integer.toString(door.port()));
        settings.put("sftp.fingerprints", door.hostKeyFingerprint());
        settings.put("sftp.user", door.user());
        settings.put("sftp.password", door.password());
        settings.put("outgoing.folder", "toWarehouse");
        settings.put("incoming.folder", "fromWarehouse");
        settings.put("incoming.settle", "PT0S");
        settings.put(
                "shipMethods",
                "Ground=PP:U:UPSN:UPS GROUND,Express=PP:U:UPSN:UPS NEXT DAY AIR,"
                        + "Second day=PP:U:UPSN:UPS 2ND DAY AIR");
        return settings;
    }

    private Map<String, String> shipStationSettings() {
        return Map.of(
                "account",
                "RENO",
                "apiKey",
                shipStation.apiKey(),
                "erpAccount",
                NETSUITE.toString(),
                "base.url",
                shipStation.endpoint().toString(),
                "zone",
                SimulatedWorld.ZONE.getId(),
                "warehouseId",
                "se-28529731",
                "lag",
                "PT0S",
                "shipMethods",
                "Ground=se-1/ups_ground,Express=se-1/ups_next_day_air,Second day=se-1/ups_2nd_day_air");
    }

    private static Connector open(
            Connectors connectors, String kind, Map<String, String> settings, Interposed.Tap tap) {
        return Interposed.wrap(Connector.class, connectors.open(kind, settings), tap);
    }

    /** Whether every record that was read has ended well, in every sync. */
    boolean isQuiet() {
        return SYNCS.stream().allMatch(sync -> {
            Map<RecordState, Long> states = store.ledger("default")
                    .countRecords(RecordQuery.builder().sync(sync).build());
            return !states.isEmpty()
                    && states.keySet().stream()
                            .allMatch(state -> state == RecordState.SETTLED || state == RecordState.SKIPPED);
        });
    }

    /** What waits and why, for a test that fails. */
    List<String> unsettled() {
        return store
                .ledger("default")
                .records(RecordQuery.builder()
                        .addStates(RecordState.PARKED, RecordState.DEFERRED, RecordState.OPEN, RecordState.DUE)
                        .build())
                .stream()
                .map(entry -> entry.sync() + " " + entry.ref() + " " + entry.state() + ": " + entry.message())
                .toList();
    }

    /** What stands at Amazon, in NetSuite and in both warehouses, under names that do not depend on the number of calls. */
    Map<String, String> picture() {
        Map<String, String> picture = new TreeMap<>(WorldPicture.of(systems.amazon(), systems.netsuite()));
        List<String> told = new ArrayList<>();
        warehouse
                .orders()
                .forEach(order -> told.add(order.lines() + " originals " + order.originals() + " changes "
                        + order.changes() + " cancels " + order.cancels()));
        told.sort(null);
        picture.put("x12 orders", told.toString());
        picture.put("x12 complaints", warehouse.complaints().toString());
        picture.put("x12 shipments", Integer.toString(warehouse.shipments().size()));
        picture.put(
                "shipstation shipments",
                shipStation.shipments().stream()
                        .map(shipment -> shipment.status() + " "
                                + shipment.items().stream()
                                        .map(item -> item.sku() + " x" + item.quantity())
                                        .toList())
                        .sorted()
                        .toList()
                        .toString());
        picture.put("shipstation labels", Integer.toString(shipStation.labels().size()));
        return picture;
    }

    @Override
    public void close() {
        door.close();
        shipStation.close();
        systems.close();
    }
}
