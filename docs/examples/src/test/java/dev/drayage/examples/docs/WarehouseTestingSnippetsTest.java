package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Selection;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.ErrorCode;
import dev.drayage.netsuite.NetSuiteSettings;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.StockPolicy;
import dev.drayage.sync.StockSyncs;
import dev.drayage.sync.WarehouseOrderSyncs;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.netsuite.FieldKind;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.shipstation.ShipStationSimulator;
import dev.drayage.testkit.warehouse.Habits;
import dev.drayage.testkit.warehouse.SftpDoor;
import dev.drayage.testkit.warehouse.WarehouseSimulator;
import dev.drayage.testkit.warehouse.X12Dialect;
import dev.drayage.threepl.FileWarehouseSettings;
import dev.drayage.threepl.ShipStationSettings;
import dev.drayage.threepl.WarehouseX12Settings;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Testing your host", with warehouses: X12 over SFTP, ShipStation, and a count of stock. */
class WarehouseTestingSnippetsTest {
    // tag::testing-warehouses[]
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final SyncStore store = new InMemorySyncStore(time);
    private final NetSuiteSimulator netsuite = NetSuiteSimulator.builder(time)
            .customField("custbody_drayage_channel", FieldKind.TEXT)
            .customField("custbody_drayage_order_id", FieldKind.TEXT)
            .customField("custbody_drayage_programs", FieldKind.TEXT)
            .customField("custbody_drayage_status", FieldKind.TEXT)
            .customField("custbody_drayage_carrier", FieldKind.TEXT)
            .customField("custcol_drayage_line_id", FieldKind.TEXT)
            .seed(Seed.company(110, "Amazon buyers"))
            .seed(Seed.location(8, "Reno"))
            .seed(Seed.location(9, "Fernley"))
            .seed(Seed.shipMethod(92, "Ground"))
            .seed(Seed.inventoryItem(1000, "MUG-BLUE", new BigDecimal("1.00")))
            .seed(Seed.inventoryItem(1001, "CAP-NAVY", new BigDecimal("1.00")))
            .start();
    private final ShipStationSimulator reno =
            ShipStationSimulator.builder(time).apiKey("key").zone(ZONE).start();
    private WarehouseSimulator fernley;
    private SftpDoor door;

    @BeforeEach
    void open() {
        fernley = WarehouseSimulator.builder(time, folder.resolve("fernley"))
                .zone(ZONE)
                .site("FERNLEY", "FERNLEY-1")
                .warehouse("ZZ", "FERNLEY3PL")
                .depositor("ZZ", "ACMEBRAND")
                .production(true)
                .stock("MUG-BLUE", 100)
                .stock("CAP-NAVY", 40)
                .dialect(X12Dialect.usual()) // or CsvDialect.usual(), for the connector warehouse-files
                .habits(Habits.plain())
                .open();
        door = SftpDoor.builder(fernley.root()).user("acme", "secret").open();
    }

    @AfterEach
    void close() {
        door.close();
        reno.close();
        netsuite.close();
    }
    // end::testing-warehouses[]

    // tag::testing-warehouses-run[]
    private RunReport run(String sync) {
        time.advance(Duration.ofMinutes(10));
        Connectors connectors = Connectors.discover(
                Connectors.Environment.of(store).forTenant("acme").at(time));
        try (Connector books = connectors.open("netsuite", netsuiteSettings());
                Connector byX12 = connectors.open("warehouse-x12", x12Settings());
                Connector byShipStation = connectors.open("shipstation", shipStationSettings(books));
                SyncEngine engine = engine(books, byX12, byShipStation)) {
            return engine.run(sync, RunBudget.minutes(5));
        }
    }

    private SyncEngine engine(Connector books, Connector byX12, Connector byShipStation) {
        return SyncEngine.builder()
                .namespace("acme")
                .store(store)
                .time(time)
                .startAt(Instant.parse("2026-11-20T00:00:00Z"))
                .sync(WarehouseOrderSyncs.toWarehouses(
                        "warehouse-orders",
                        books,
                        WarehouseOrderSyncs.Routing.none().location("9", byX12).location("8", byShipStation),
                        WarehouseOrderSyncs.Options.standard()))
                .sync(FulfillmentSyncs.fromWarehouse(
                        "fernley-shipments", byX12, books, FulfillmentSyncs.BookingOptions.standard()))
                .sync(FulfillmentSyncs.fromWarehouse(
                        "reno-shipments", byShipStation, books, FulfillmentSyncs.BookingOptions.standard()))
                .sync(StockSyncs.fromWarehouse(byX12, books, StockPolicy.adjustingUpTo(5)))
                .build();
    }

    private Settings shipStationSettings(Connector books) {
        return ShipStationSettings.builder()
                .account("RENO")
                .apiKey(reno.apiKey())
                .baseUrl(reno.endpoint())
                .erp(books.account())
                .zone(ZONE)
                .warehouseId("se-28529731")
                .with(ShipStationSettings.SHIP_METHODS, "Ground=se-1/ups_ground")
                .build();
    }

    private Settings x12Settings() {
        return WarehouseX12Settings.builder()
                .warehouse("FERNLEY-1")
                .parties("ZZ:ACMEBRAND", "ZZ:FERNLEY3PL")
                .zone(ZONE)
                .sftp(door.host(), door.user(), door.hostKeyFingerprint())
                .sftpPort(door.port())
                .sftpPassword(door.password())
                .spool(folder.resolve("spool"))
                .folders("toWarehouse", "fromWarehouse")
                .with(ExchangeSettings.SETTLE, "PT0S")
                .with(FileWarehouseSettings.SHIP_METHODS, "Ground=PP:U:UPSN:UPS GROUND")
                .with(FileWarehouseSettings.LOTS, "summed")
                .build();
    }
    // end::testing-warehouses-run[]

    private Map<String, String> netsuiteSettings() {
        return NetSuiteSettings.builder("1234567", ZONE)
                .tba("consumer", "consumer-secret", "token", "token-secret")
                .baseUrl(netsuite.baseUri())
                .subsidiary("1")
                .set("release.locations", "9,8")
                .set("fulfillment.locations", "FERNLEY-1=9")
                .set("inventory.adjustmentAccount", "155")
                .build()
                .toMap();
    }

    // tag::testing-x12[]
    private String enter(String location) {
        return netsuite.clerk().enter("salesOrder", """
                {"entity": {"id": "110"}, "orderStatus": {"id": "B"}, "shipMethod": {"id": "92"},
                 "shippingAddress": {"addressee": "Jane Doe", "addr1": "1 Depot Way", "city": "Reno",
                                     "state": "NV", "zip": "89501", "country": {"id": "US"}},
                 "item": {"items": [{"item": {"id": "1000"}, "quantity": 2, "rate": 9.99,
                                     "location": {"id": "%s"}}]}}
                """.formatted(location));
    }

    @Test
    void what_the_x12_warehouse_ships_is_an_item_fulfillment() {
        String order = enter("9");
        run("warehouse-orders");
        fernley.work(); // reads the 940, answers with a 997
        fernley.work(); // ships, with a 945
        run("warehouse-orders"); // reads the 997
        run("fernley-shipments");
        assertThat(fernley.complaints()).isEmpty();
        assertThat(fernley.shipments())
                .singleElement()
                .satisfies(shipment -> assertThat(shipment.pieces()).isEqualTo(2));
        assertThat(netsuite.createdFrom(order)).singleElement().satisfies(fulfillment -> {
            assertThat(fulfillment.type()).isEqualTo("itemFulfillment");
            assertThat(fulfillment.body().toString())
                    .contains(fernley.shipments().get(0).trackings());
        });
        assertThat(store.ledger("acme")
                        .records(RecordQuery.builder()
                                .addStates(RecordState.OPEN, RecordState.PARKED)
                                .build()))
                .isEmpty();
    }
    // end::testing-x12[]

    // tag::testing-shipstation[]
    @Test
    void a_line_that_the_clerk_moves_leaves_by_ship_station() {
        String order = enter("9");
        netsuite.clerk().moveLine(order, 1, "8");
        run("warehouse-orders");
        reno.work();
        reno.work();
        run("reno-shipments");
        assertThat(fernley.orders()).isEmpty();
        assertThat(reno.labels()).hasSize(1);
        assertThat(netsuite.createdFrom(order)).hasSize(1);
    }
    // end::testing-shipstation[]

    @Test
    void a_count_is_compared_before_it_is_booked() {
        netsuite.clerk().receiveStock("1000", "9", new BigDecimal("104"));
        netsuite.clerk().receiveStock("1001", "9", new BigDecimal("60"));
        time.advance(Duration.ofDays(1));
        fernley.putSnapshot();
        time.advance(Duration.ofHours(3));
        List<String> out = new ArrayList<>();
        Connectors connectors = Connectors.discover(
                Connectors.Environment.of(store).forTenant("acme").at(time));
        try (Connector books = connectors.open("netsuite", netsuiteSettings());
                Connector byX12 = connectors.open("warehouse-x12", x12Settings());
                Connector byShipStation = connectors.open("shipstation", shipStationSettings(books));
                SyncEngine engine = engine(books, byX12, byShipStation)) {
            drift(engine, out);
        }
        assertThat(out)
                .contains("WRITE FERNLEY-1/MUG-BLUE: held {quantityOnHand=104}, counted {quantityOnHand=100} ")
                .anyMatch(line -> line.startsWith("PARK FERNLEY-1/CAP-NAVY: held {quantityOnHand=60}"))
                .anyMatch(line -> line.startsWith("FERNLEY-1/CAP-NAVY: ") && line.endsWith("a difference of -20"));
        assertThat(netsuite.onHand("1000", "9")).isEqualByComparingTo("100");
        assertThat(netsuite.onHand("1001", "9")).isEqualByComparingTo("60");
    }

    private static void drift(SyncEngine engine, List<String> out) {
        // tag::warehouse-drift[]
        Plan drift = engine.plan("warehouse-stock", Selection.next(1000));
        for (Plan.PlannedRecord record : drift.records()) {
            for (Plan.PlannedChange change : record.changes()) {
                out.add(record.verdict() + " " + record.ref().id() + ": held " + change.before() + ", counted "
                        + change.after() + " " + change.problems());
            }
        }
        RunReport corrected = engine.run("warehouse-stock", RunBudget.minutes(5));
        for (RecordEntry record : engine.records(RecordQuery.builder()
                .sync("warehouse-stock")
                .addStates(RecordState.PARKED)
                .addCodes(ErrorCode.STOCK_DIFFERS)
                .build())) {
            out.add(record.ref().id() + ": " + record.message());
        }
        // end::warehouse-drift[]
        out.add(corrected.summary());
    }
}
