package dev.drayage.threepl;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeSink;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse's exchange folder, an ERP of fakes, and a sync between them on a clock that tests move. */
abstract class WarehouseWorld {
    static final String HEADER =
            "shipment_no,order_no,line_no,sku,qty_shipped,ship_date,carton_no,carrier,tracking_no,weight\n";
    static final String GOOD = HEADER
            + "S1,SO1001,L1,MUG,1,2026-11-20,C1,UPS,T1,0.8\n"
            + "S1,SO1001,L1,MUG,1,2026-11-20,C2,UPS,T2,0.8\n"
            + "S1,SO1001,L2,TEE,3,2026-11-20,C2,UPS,T2,0.8\n";

    @TempDir
    Path folder;

    final SettableTime time = new SettableTime(Instant.parse("2026-11-21T00:00:00Z"));
    final SyncStore store = new InMemorySyncStore(time);
    final FakeWorld erp = new FakeWorld(new AccountId("erp", "E1"), time);
    final FakeConnector erpConnector = new FakeConnector(erp);
    private int dropped;

    @BeforeEach
    void rooms() throws IOException {
        Files.createDirectories(folder.resolve("inbound"));
        settings.putAll(WarehouseFilesSettings.builder()
                .warehouse("W1")
                .folder(folder)
                .zone(ZoneId.of("America/Chicago"))
                .lineReference(LineReference.Kind.CHANNEL_LINE_ID)
                .with(ExchangeSettings.MAX_KILOBYTES, "64")
                .with(ExchangeSettings.SETTLE, "PT0S")
                .toMap());
    }

    /** What the connector is opened with; tests may change it. */
    final Map<String, String> settings = new TreeMap<>();

    final Connector warehouse() {
        return new WarehouseFilesProvider()
                .open(
                        WarehouseFilesSettings.SCHEMA.read(settings),
                        new ConnectorContext(
                                time,
                                new SplittableRandom(1),
                                HttpClient.newHttpClient(),
                                account -> store.connectorState("default", account)));
    }

    final CallContext call() {
        return CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.ORDERS);
    }

    final SyncEngine engine() {
        return SyncEngine.builder()
                .store(store)
                .time(time)
                .sync(FulfillmentSyncs.fromWarehouse(warehouse(), erpConnector))
                .build();
    }

    final void retry(RecordQuery filter) {
        try (SyncEngine engine = engine()) {
            engine.operations("warehouse-shipments", "robin").retry(filter);
        }
    }

    final RunReport run() {
        time.advance(Duration.ofMinutes(5));
        try (SyncEngine engine = engine()) {
            return engine.run("warehouse-shipments", RunBudget.minutes(5));
        }
    }

    /** The warehouse puts a file there an hour ago, a second after the one before. */
    final void drop(String name, String content) throws IOException {
        drop(name, content.getBytes(StandardCharsets.UTF_8));
    }

    final void drop(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("inbound").resolve(name), content);
        Instant at = time.instant().minus(Duration.ofHours(1)).plusSeconds(dropped++);
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    final List<String> in(String room) throws IOException {
        if (!Files.isDirectory(folder.resolve(room))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(room))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    final ItemFulfillment booked(String id) {
        return (ItemFulfillment) erp.byKey(RecordType.ITEM_FULFILLMENT, "itemFulfillment-" + id)
                .orElseThrow()
                .record();
    }

    final FakeSink<ItemFulfillment> sink() {
        return erpConnector.fakeSink(RecordType.ITEM_FULFILLMENT);
    }
}
