package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.InventoryNumber;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedPackage;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import dev.drayage.testing.UncalledHttpClient;
import dev.drayage.testkit.warehouse.CsvDialect;
import dev.drayage.testkit.warehouse.Lot;
import dev.drayage.testkit.warehouse.OrderStatus;
import dev.drayage.testkit.warehouse.PickList;
import dev.drayage.testkit.warehouse.ReceivedOrder;
import dev.drayage.testkit.warehouse.Remainder;
import dev.drayage.testkit.warehouse.SftpDoor;
import dev.drayage.testkit.warehouse.StockItem;
import dev.drayage.testkit.warehouse.WarehouseSimulator;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders go to a simulated warehouse as CSV, and what it ships and holds comes back, through a folder and a server. */
class SimulatedWarehouseTest {
    @TempDir
    Path temp;

    private final SettableTime time = new SettableTime(Instant.parse("2026-11-21T00:00:00Z"));
    private final InMemorySyncStore store = new InMemorySyncStore(time);
    private WarehouseSimulator warehouse;

    @BeforeEach
    void open() {
        warehouse = WarehouseSimulator.builder(time, temp.resolve("partner"))
                .dialect(CsvDialect.usual())
                .zone(ZoneId.of("America/Chicago"))
                .stock("TEE", 100)
                .stock(StockItem.of("VIT", 0)
                        .lot(Lot.of("L1", LocalDate.of(2028, 7, 31)), 4)
                        .lot(Lot.of("L2", LocalDate.of(2028, 9, 30)), 50))
                .stock(StockItem.serialized("DRILL", List.of("SN1", "SN2", "SN3")))
                .open();
    }

    private WarehouseFilesSettings.Builder settings() {
        return WarehouseFilesSettings.builder()
                .warehouse("N1")
                .zone(ZoneId.of("America/Chicago"))
                .lineReference(LineReference.Kind.ERP_LINE)
                .spool(temp.resolve("spool"))
                .with(ExchangeSettings.INCOMING, "fromWarehouse")
                .with(ExchangeSettings.OUTGOING, "toWarehouse")
                .with(ExchangeSettings.SETTLE, "PT0S")
                .with(FileWarehouseSettings.SHIP_METHODS, "UPS® Ground=UPS Ground|UPSN|Ground")
                .with(CsvDocumentSettings.WEIGHT_UNIT, "lb")
                .with(CsvDocumentSettings.WEIGHT_OF, "row")
                .with(CsvDocumentSettings.FREIGHT_CURRENCY, "USD")
                .with(FileWarehouseSettings.TAKES_CHANGES, "true")
                .with(FileWarehouseSettings.TAKES_CANCELLATIONS, "true");
    }

    @Test
    void through_a_folder() {
        story(settings().folder(warehouse.root()));
    }

    @Test
    void through_a_server() {
        try (SftpDoor door = SftpDoor.builder(warehouse.root()).open()) {
            story(settings()
                    .sftp(door.host(), door.user(), door.hostKeyFingerprint())
                    .sftpPassword(door.password())
                    .sftpPort(door.port()));
        }
    }

    private void story(WarehouseFilesSettings.Builder settings) {
        ConnectorContext context = new ConnectorContext(
                time,
                new SplittableRandom(1),
                new UncalledHttpClient(),
                account -> store.connectorState("default", account));
        try (Connector connector = new WarehouseFilesProvider().open(settings.build(), context)) {
            ToldOrders orders = new ToldOrders(connector, call());
            orders.tell("SO1", 6, Effect.Mode.CREATE_OR_UPDATE);
            orders.tell("SO2", 1, Effect.Mode.CREATE_OR_UPDATE);
            orders.tell("SO1", 7, Effect.Mode.CREATE_OR_UPDATE);
            orders.tell("SO2", 1, Effect.Mode.VOID);
            assertThat(orders.outcomes()).hasSize(4).allMatch(outcome -> outcome instanceof EffectOutcome.Applied);
            received(warehouse);
            told(connector);
        }
    }

    private CallContext call() {
        return CallContext.within(Duration.ofHours(1), time, new Cancellation(), Priority.ORDERS);
    }

    private static void received(WarehouseSimulator warehouse) {
        warehouse.work();
        assertThat(warehouse.complaints()).isEmpty();
        ReceivedOrder changed = warehouse.order("SO1").orElseThrow();
        assertThat(changed.consignee().name()).isEqualTo("=Doe, \"Jane\"");
        assertThat(changed.consignee().lines()).containsExactly("1 Main St", "Apt 4, Rear");
        assertThat(changed.scac()).isEqualTo("UPSN");
        assertThat(changed.changes()).isEqualTo(1);
        assertThat(changed.lines())
                .extracting(line -> line.lineId() + " " + line.sku() + " " + line.quantity())
                .containsExactly("1 VIT 7", "2 DRILL 2", "3 TEE 5");
        assertThat(warehouse.order("SO2").orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    private void told(Connector connector) {
        warehouse.ship(
                "SO1",
                PickList.nothing()
                        .take("1", 7)
                        .take("2", 2)
                        .take("3", 3)
                        .rest(Remainder.CANCELLED)
                        .cartons(2));
        List<ItemFulfillment> shipments = read(connector, RecordType.ITEM_FULFILLMENT);
        assertThat(shipments).hasSameSizeAs(warehouse.shipments());
        ItemFulfillment shipment = shipments.stream()
                .filter(each -> each.orderReferences().get(0).value().equals("SO1"))
                .findFirst()
                .orElseThrow();
        assertThat(shipment.lines())
                .extracting(line -> line.line().value() + " " + line.quantity())
                .containsExactlyInAnyOrder("1 7", "2 2", "3 3");
        assertThat(shipment.lines().stream()
                        .flatMap(line -> line.inventoryNumbers().stream())
                        .map(InventoryNumber::number))
                .contains("L1", "L2")
                .anyMatch(number -> number.startsWith("SN"));
        assertThat(shipment.packages().stream().map(ShippedPackage::trackingNumbers))
                .containsExactlyElementsOf(warehouse.shipments("SO1").get(0).trackings().stream()
                        .map(List::of)
                        .toList());
        assertThat(shipment.freight().orElseThrow().amount())
                .isEqualByComparingTo(warehouse.shipments("SO1").get(0).freight());
        assertThat(shipment.remainders())
                .extracting(rest -> rest.line().value() + " " + rest.fate())
                .containsExactly("3 CANCELLED");
        assertThat(read(connector, RecordType.ITEM_FULFILLMENT)).isEmpty();

        warehouse.putSnapshot();
        Map<String, Integer> counted = new TreeMap<>();
        read(connector, RecordType.INVENTORY_LEVEL)
                .forEach(level ->
                        counted.merge(level.sku(), level.onHand().orElseThrow().intValueExact(), Integer::sum));
        Map<String, Integer> truth = new TreeMap<>();
        warehouse.stock().forEach(level -> truth.put(level.sku(), level.onHand()));
        assertThat(counted).isEqualTo(truth);
    }

    /** Reads all that waits, and tells that it is in the ledger. */
    private <T extends CommerceRecord> List<T> read(Connector connector, RecordType<T> type) {
        RecordSource<T> source = connector.source(type).orElseThrow();
        List<T> records = new ArrayList<>();
        Optional<Cursor> at = Optional.empty();
        do {
            Page<T> page = source.read(new Slice.Backlog(), at, call());
            for (Change<T> change : page.changes()) {
                assertThat(change).isInstanceOf(Change.Present.class);
                records.add(((Change.Present<T>) change).record());
            }
            source.acknowledge(
                    page.changes().stream()
                            .map(change -> new SettledRecord(change.ref(), SettledRecord.Ending.SETTLED, ""))
                            .toList(),
                    call());
            at = page.next();
        } while (at.isPresent());
        return records;
    }
}
