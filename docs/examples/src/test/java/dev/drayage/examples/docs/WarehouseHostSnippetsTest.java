package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.amazon.AmazonRegion;
import dev.drayage.amazon.AmazonSettings;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncListener;
import dev.drayage.netsuite.NetSuiteSettings;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.StockPolicy;
import dev.drayage.sync.StockSyncs;
import dev.drayage.sync.WarehouseOrderSyncs;
import dev.drayage.testing.SettableTime;
import dev.drayage.threepl.FileWarehouseSettings;
import dev.drayage.threepl.ShipStationSettings;
import dev.drayage.threepl.WarehouseX12Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host with two warehouses, as "Getting started" shows it: its settings are accepted and its syncs fit together. */
class WarehouseHostSnippetsTest {
    // tag::start-warehouses[]
    /** Amazon, NetSuite, a warehouse that speaks X12 over SFTP, and one that uses ShipStation. */
    static final class Host implements AutoCloseable {
        private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
        private static final String CHANNEL = "amazon:A1EXAMPLE-na";

        private final List<Connector> accounts;
        private final SyncEngine engine;

        Host(SyncStore store, Path spool, Executor threads, SyncListener listener) {
            Connectors connectors =
                    Connectors.discover(Connectors.Environment.of(store).forTenant("acme"));
            Connector amazon = connectors.open(
                    "amazon",
                    AmazonSettings.builder()
                            .seller("A1EXAMPLE", AmazonRegion.NA)
                            .marketplaces("ATVPDKIKX0DER")
                            .application("amzn1.application-oa2-client.example", "env:LWA_SECRET")
                            .refreshToken("file:/run/secrets/amazon-refresh-token")
                            .carrier("UPSN", "UPS") // the X12 warehouse's word
                            .carrier("ups", "UPS") // ShipStation's
                            .toMap());
            Connector netsuite = connectors.open(
                    "netsuite",
                    NetSuiteSettings.builder("1234567", ZONE)
                            .oauth(
                                    "client-id-of-the-integration",
                                    "certificate-id",
                                    "file:/run/secrets/netsuite-key.pem")
                            .subsidiary("1")
                            .customer(CHANNEL, "110")
                            .location(CHANNEL, "9") // from where orders leave unless somebody moves them
                            .shipMethod("STANDARD", "92")
                            .set("release.locations", "9,8")
                            .set("fulfillment.locations", "FERNLEY-1=9,RENO=8")
                            .set("inventory.adjustmentAccount", "155")
                            .build()
                            .toMap());
            Connector fernley = connectors.open(
                    "warehouse-x12",
                    WarehouseX12Settings.builder()
                            .warehouse("FERNLEY-1")
                            .parties("ZZ:ACMEBRAND", "ZZ:FERNLEY3PL")
                            .zone(ZONE)
                            .sftp("sftp.fernley.example", "acme", "SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8")
                            .sftpPassword("env:FERNLEY_PASSWORD")
                            .spool(spool)
                            .folders("toWarehouse", "fromWarehouse")
                            .with(FileWarehouseSettings.SHIP_METHODS, "Ground=PP:U:UPSN:UPS GROUND")
                            .with(FileWarehouseSettings.LOTS, "summed")
                            .build());
            Connector reno = connectors.open(
                    "shipstation",
                    ShipStationSettings.builder()
                            .account("RENO")
                            .apiKey("env:SHIPSTATION_KEY")
                            .erp(netsuite.account())
                            .zone(ZONE)
                            .warehouseId("se-28529731")
                            .with(ShipStationSettings.SHIP_METHODS, "Ground=se-123890/ups_ground")
                            .build());
            accounts = List.of(amazon, netsuite, fernley, reno);
            engine = SyncEngine.builder()
                    .namespace("acme")
                    .store(store)
                    .executor(threads)
                    .node("books-1")
                    .startAt(Instant.parse("2026-11-01T00:00:00Z"))
                    .sync(OrderSyncs.amazonOrders(amazon, netsuite))
                    .sync(WarehouseOrderSyncs.toWarehouses(
                            "warehouse-orders",
                            netsuite,
                            WarehouseOrderSyncs.Routing.none()
                                    .location("9", fernley)
                                    .location("8", reno),
                            WarehouseOrderSyncs.Options.standard()))
                    .sync(FulfillmentSyncs.fromWarehouse(
                            "fernley-shipments", fernley, netsuite, FulfillmentSyncs.BookingOptions.standard()))
                    .sync(FulfillmentSyncs.fromWarehouse(
                            "reno-shipments", reno, netsuite, FulfillmentSyncs.BookingOptions.standard()))
                    .sync(StockSyncs.fromWarehouse(fernley, netsuite, StockPolicy.adjustingUpTo(5)))
                    .sync(FulfillmentSyncs.toStorefront(netsuite, amazon))
                    .listener(listener)
                    .build();
        }

        /** Has every sync run from now on. */
        List<ScheduledFuture<?>> schedule(ScheduledExecutorService timer) {
            return Stream.of(
                            every(timer, Duration.ofMinutes(5), "amazon-orders"),
                            every(timer, Duration.ofMinutes(5), "warehouse-orders"), // reads the 997s too
                            every(timer, Duration.ofMinutes(5), "fernley-shipments"),
                            every(timer, Duration.ofMinutes(5), "reno-shipments"),
                            every(timer, Duration.ofMinutes(15), "storefront-shipments"),
                            every(timer, Duration.ofHours(12), "warehouse-stock"))
                    .toList();
        }

        private ScheduledFuture<?> every(ScheduledExecutorService timer, Duration interval, String sync) {
            return timer.scheduleWithFixedDelay(
                    () -> engine.run(sync, RunBudget.minutes(4)), 0, interval.toMinutes(), TimeUnit.MINUTES);
        }

        @Override
        public void close() {
            engine.close();
            accounts.forEach(Connector::close);
        }
    }
    // end::start-warehouses[]

    @Test
    void a_host_with_two_warehouses_opens(@TempDir Path spool) {
        SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
        SyncListener silent = new SyncListener() {};
        try (Host host = new Host(new InMemorySyncStore(time), spool, Runnable::run, silent)) {
            assertThat(host.engine.syncs())
                    .containsExactlyInAnyOrder(
                            "amazon-orders",
                            "warehouse-orders",
                            "fernley-shipments",
                            "reno-shipments",
                            "warehouse-stock",
                            "storefront-shipments");
            assertThat(host.accounts.stream()
                            .map(account -> account.account().toString())
                            .toList())
                    .containsExactly(
                            "amazon:A1EXAMPLE-na", "netsuite:1234567", "warehouse:FERNLEY-1", "shipstation:RENO");
        }
    }
}
