package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.engine.Sync;
import dev.drayage.model.AccountId;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.RemainderPolicy;
import dev.drayage.sync.StockPolicy;
import dev.drayage.sync.StockSyncs;
import dev.drayage.sync.WarehouseOrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import dev.drayage.threepl.FileWarehouseSettings;
import dev.drayage.threepl.ShipStationSettings;
import dev.drayage.threepl.WarehouseX12Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide of warehouses writes compiles, and its settings are accepted. */
class WarehouseSnippetsTest {
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final Connectors connectors = Connectors.discover(
            Connectors.Environment.of(new InMemorySyncStore(time)).at(time));
    private final Connector netsuite = new FakeConnector(new FakeWorld(new AccountId("netsuite", "1234567"), time));

    @Test
    void both_warehouses_of_the_guide_open(@TempDir Path spool) {
        // tag::x12-open[]
        Connector fernley = connectors.open(
                "warehouse-x12",
                WarehouseX12Settings.builder()
                        .warehouse("FERNLEY-1")
                        .parties("ZZ:ACMEBRAND", "ZZ:FERNLEY3PL")
                        .zone(ZoneId.of("America/Los_Angeles"))
                        .sftp("sftp.fernley.example", "acme", "SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8")
                        .sftpPassword("env:FERNLEY_PASSWORD")
                        .spool(spool)
                        .folders("toWarehouse", "fromWarehouse")
                        .with(FileWarehouseSettings.SHIP_METHODS, "UPS Ground=PP:U:UPSN:UPS GROUND")
                        .with(FileWarehouseSettings.LOTS, "summed") // NetSuite does not keep these items by lot
                        .build());
        // end::x12-open[]
        // tag::shipstation-open[]
        Connector reno = connectors.open(
                "shipstation",
                ShipStationSettings.builder()
                        .account("RENO")
                        .apiKey("env:SHIPSTATION_KEY")
                        .erp(netsuite.account())
                        .zone(ZoneId.of("America/Los_Angeles"))
                        .warehouseId("se-28529731")
                        .with(ShipStationSettings.SHIP_METHODS, "Ground=se-123890/ups_ground,Pickup=none")
                        .build());
        // end::shipstation-open[]
        // tag::warehouse-orders[]
        Sync<WarehouseOrder> release = WarehouseOrderSyncs.toWarehouses(
                "warehouse-orders",
                netsuite,
                WarehouseOrderSyncs.Routing.none().location("9", fernley).location("8", reno),
                WarehouseOrderSyncs.Options.standard());
        Sync<ItemFulfillment> fromFernley = FulfillmentSyncs.fromWarehouse(
                "fernley-shipments",
                fernley,
                netsuite,
                FulfillmentSyncs.BookingOptions.standard().with(RemainderPolicy.CLOSE_LINES));
        Sync<InventoryLevel> counts = StockSyncs.fromWarehouse(fernley, netsuite, StockPolicy.adjustingUpTo(5));
        // end::warehouse-orders[]
        assertThat(release.sinks()).hasSize(2);
        assertThat(fromFernley.sourceAccount()).isEqualTo(fernley.account());
        assertThat(counts.sourceAccount()).isEqualTo(fernley.account());
        fernley.close();
        reno.close();
    }
}
