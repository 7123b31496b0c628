package dev.drayage.examples.flow;

import dev.drayage.Connectors;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.http.ApiClient;
import dev.drayage.netsuite.NetSuiteSettings;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.StockPolicy;
import dev.drayage.sync.StockSyncs;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.warehouse.WarehouseSimulator;
import dev.drayage.threepl.FileWarehouseSettings;
import dev.drayage.threepl.WarehouseX12Settings;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Books that hold four mugs too many and two caps too few, and the warehouse that has counted them. */
final class CountedStock implements AutoCloseable {
    static final String SYNC = "warehouse-stock";
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    final SyncStore store = new InMemorySyncStore(time);
    final NetSuiteSimulator netSuite = NetSuiteSimulator.builder(time)
            .seed(Seed.location(9, "Fernley"))
            .seed(Seed.inventoryItem(1000, "MUG-BLUE", BigDecimal.ONE))
            .seed(Seed.inventoryItem(1001, "CAP-NAVY", BigDecimal.ONE))
            .start();
    private final Path folder;
    final WarehouseSimulator fernley;

    CountedStock(Path folder) {
        this.folder = folder;
        fernley = WarehouseSimulator.builder(time, folder.resolve("fernley"))
                .zone(ZONE)
                .site("FERNLEY", "FERNLEY-1")
                .warehouse("ZZ", "FERNLEY3PL")
                .depositor("ZZ", "ACMEBRAND")
                .production(true)
                .stock("MUG-BLUE", 100)
                .stock("CAP-NAVY", 40)
                .open();
        netSuite.clerk().receiveStock("1000", "9", new BigDecimal("104"));
        netSuite.clerk().receiveStock("1001", "9", new BigDecimal("38"));
        time.advance(Duration.ofDays(1));
        fernley.putSnapshot();
        time.advance(Duration.ofHours(3));
    }

    /** One pass with fresh connectors and a fresh engine. */
    void pass(Interposed.Tap tap) {
        open(tap, engine -> engine.run(SYNC, RunBudget.minutes(60)));
    }

    /** The sync with fresh connectors, as after a restart. */
    void open(Interposed.Tap tap, Consumer<SyncEngine> work) {
        time.advance(Duration.ofMinutes(20));
        SyncStore tapped = Interposed.wrap(SyncStore.class, store, tap);
        Connectors connectors = Connectors.discover(new Connectors.Environment(
                tapped,
                "default",
                time,
                ApiClient.standardTransport(),
                new Random(time.instant().toEpochMilli())));
        try (Connector books = Interposed.wrap(Connector.class, connectors.open("netsuite", netSuiteSettings()), tap);
                Connector warehouse = Interposed.wrap(
                        Connector.class,
                        connectors.open(
                                "warehouse-x12",
                                WarehouseX12Settings.builder()
                                        .warehouse("FERNLEY-1")
                                        .parties("ZZ:ACMEBRAND", "ZZ:FERNLEY3PL")
                                        .zone(ZONE)
                                        .folder(fernley.root())
                                        .spool(folder.resolve("spool"))
                                        .folders("toWarehouse", "fromWarehouse")
                                        .with(ExchangeSettings.SETTLE, "PT0S")
                                        .with(FileWarehouseSettings.LOTS, "summed")
                                        .build()),
                        tap);
                SyncEngine engine = SyncEngine.builder()
                        .store(tapped)
                        .time(time)
                        .startAt(Instant.parse("2026-11-20T00:00:00Z"))
                        .sync(StockSyncs.fromWarehouse(warehouse, books, StockPolicy.adjustingUpTo(5)))
                        .build()) {
            work.accept(engine);
        }
    }

    /** What lies in the books, and how often it was corrected. */
    Map<String, String> picture() {
        Map<String, String> picture = new TreeMap<>();
        picture.put("MUG-BLUE", onHand("1000"));
        picture.put("CAP-NAVY", onHand("1001"));
        picture.put(
                "corrections",
                Integer.toString(netSuite.records("inventoryAdjustment").size()));
        return picture;
    }

    private String onHand(String item) {
        return netSuite.onHand(item, "9").stripTrailingZeros().toPlainString();
    }

    private Map<String, String> netSuiteSettings() {
        return NetSuiteSettings.builder("1234567", ZONE)
                .tba("consumer", "consumer-secret", "token", "token-secret")
                .baseUrl(netSuite.baseUri())
                .subsidiary("1")
                .set("fulfillment.locations", "FERNLEY-1=9")
                .set("inventory.adjustmentAccount", "155")
                .queryLag(Duration.ZERO)
                .build()
                .toMap();
    }

    @Override
    public void close() {
        netSuite.close();
    }
}
