package dev.drayage.threepl;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.spi.Effect;
import dev.drayage.spi.RecordSink;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.BacklogSourceContract;
import dev.drayage.testing.SettableTime;
import dev.drayage.testing.SettingsContract;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.UncalledHttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Warehouse files keep the contracts that every connector keeps. */
class WarehouseFilesContractTest {
    @TempDir
    Path folder;

    private Map<String, String> flat() {
        return Map.of(
                "warehouse",
                "W1",
                "exchange.folder",
                folder.toString(),
                "incoming.settle",
                "PT0S",
                "zone",
                "America/Chicago");
    }

    @Nested
    class ItsSettings extends SettingsContract {
        @Override
        protected ConnectorProvider provider() {
            return new WarehouseFilesProvider();
        }

        @Override
        protected Map<String, String> settings() {
            return flat();
        }
    }

    @Nested
    class ItsShipments extends BacklogSourceContract<ItemFulfillment> {
        @Override
        protected SourceUnderTest<ItemFulfillment> open() throws IOException {
            return dropped(
                    RecordType.ITEM_FULFILLMENT,
                    number -> "S" + number,
                    (id, units, number, at) -> new DroppedFiles.Dropped(
                            id + ".csv",
                            "shipment_no,order_no,line_no,sku,qty_shipped,ship_date,carton_no,carrier,tracking_no,weight\n"
                                    + id + ",SO1001,L1,MUG," + units + ",2026-11-20,C1,UPS,T1,0.8\n"));
        }
    }

    @Nested
    class ItsCounts extends BacklogSourceContract<InventoryLevel> {
        @Override
        protected SourceUnderTest<InventoryLevel> open() throws IOException {
            return dropped(
                    RecordType.INVENTORY_LEVEL,
                    number -> "RENO-1/SKU-" + number,
                    (id, units, number, at) -> new DroppedFiles.Dropped(
                            "stock-" + number + ".csv",
                            "warehouse,sku,on_hand,as_of\n" + id.replace('/', ',') + "," + units + "," + at + "\n"));
        }
    }

    private <T extends CommerceRecord> SourceUnderTest<T> dropped(
            RecordType<T> type, IntFunction<String> ids, DroppedFiles.Pen pen) throws IOException {
        return new DroppedFiles<>(
                new WarehouseFilesProvider(),
                WarehouseFilesSettings.SCHEMA.read(flat()),
                folder.resolve("inbound"),
                type,
                ids,
                pen);
    }

    @Nested
    class ItsOrders extends SinkContract<WarehouseOrder> {
        @Override
        protected SinkUnderTest<WarehouseOrder> open() {
            return new Orders();
        }
    }

    /** A folder in which orders arrive. */
    private final class Orders implements SinkUnderTest<WarehouseOrder> {
        private final SettableTime time = new SettableTime(Instant.parse("2026-11-21T00:00:00Z"));
        private final InMemorySyncStore store = new InMemorySyncStore(time);
        private final Connector connector;

        Orders() {
            Map<String, String> settings = new TreeMap<>(flat());
            settings.put("shipMethods", ToldOrders.METHOD + "=GND");
            connector = new WarehouseFilesProvider()
                    .open(
                            WarehouseFilesSettings.SCHEMA.read(settings),
                            new ConnectorContext(
                                    time,
                                    new SplittableRandom(1),
                                    new UncalledHttpClient(),
                                    account -> store.connectorState("default", account)));
        }

        @Override
        public RecordSink<WarehouseOrder> sink() {
            return connector.sink(RecordType.WAREHOUSE_ORDER).orElseThrow();
        }

        @Override
        public AccountId account() {
            return connector.account();
        }

        @Override
        public CallContext call() {
            return CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.ORDERS);
        }

        @Override
        public Instant now() {
            return time.instant();
        }

        @Override
        public Effect<WarehouseOrder> effect(int number) {
            return ToldOrders.effect(account(), "SO" + number, 1, ToldOrders.METHOD, Effect.Mode.CREATE_OR_UPDATE);
        }

        @Override
        public Effect<WarehouseOrder> refused() {
            return ToldOrders.effect(account(), "SO9", 1, "Moon Express", Effect.Mode.CREATE_OR_UPDATE);
        }

        @Override
        public List<String> buyerTexts() {
            return List.of("Jane", "Main St", "jane@example.com", "555 0100", "at the door");
        }

        @Override
        public long writes() {
            return standing();
        }

        @Override
        public long standing() {
            Path outbound = folder.resolve("outbound");
            if (!Files.isDirectory(outbound)) {
                return 0;
            }
            try (Stream<Path> files = Files.list(outbound)) {
                return files.count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public long requests() {
            return standing();
        }

        @Override
        public void close() {
            connector.close();
        }
    }
}
