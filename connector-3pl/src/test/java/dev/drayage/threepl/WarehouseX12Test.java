package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Selection;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import dev.drayage.error.ErrorCode;
import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.InventoryCount;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.StockPolicy;
import dev.drayage.sync.StockSyncs;
import dev.drayage.sync.WarehouseOrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.warehouse.Habits;
import dev.drayage.testkit.warehouse.PickList;
import dev.drayage.testkit.warehouse.Remainder;
import dev.drayage.testkit.warehouse.SftpDoor;
import dev.drayage.testkit.warehouse.StockItem;
import dev.drayage.testkit.warehouse.WarehouseSimulator;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ERP of fakes whose orders a simulated warehouse ships, over X12 and SFTP. */
class WarehouseX12Test {
    private static final HttpClient HTTP = ApiClient.standardTransport();
    private static final AccountId ERP = new AccountId("erp", "E1");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @TempDir
    Path area;

    @TempDir
    Path spool;

    private final SettableTime time = new SettableTime(Instant.parse("2026-09-01T15:15:00Z"));
    private final FakeWorld erp = new FakeWorld(ERP, time);
    private final FakeConnector erpConnector = new FakeConnector(erp);
    private final List<String> alarms = new ArrayList<>();
    private SyncStore store = new InMemorySyncStore(time);
    private WarehouseSimulator warehouse;
    private SftpDoor door;

    @BeforeEach
    void openWarehouse() throws Exception {
        warehouse = simulator().habits(Habits.plain()).open();
        door = SftpDoor.builder(area).user("acme", "secret").open();
    }

    private WarehouseSimulator.Builder simulator() {
        return WarehouseSimulator.builder(time, area)
                .zone(CHICAGO)
                .warehouse("ZZ", "NORTHWH3PL")
                .depositor("ZZ", "ACMEBRAND")
                .production(true)
                .stock(StockItem.of("TEE-BLK-M", 120))
                .stock(StockItem.of("MUG-11OZ", 120));
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void an_order_is_told_acknowledged_shipped_and_booked_once() {
        order(line("1", "TEE-BLK-M", 10), line("4", "MUG-11OZ", 4));
        tell();
        assertThat(state().state()).as("until it is acknowledged").isEqualTo(RecordState.OPEN);
        warehouse.work();
        tell();
        assertThat(state().state()).isEqualTo(RecordState.SETTLED);
        warehouse.work();
        hear();
        hear();
        assertThat(warehouse.complaints()).isEmpty();
        assertThat(warehouse.orders()).hasSize(1);
        assertThat(booked()).containsExactlyInAnyOrder("1 x10", "4 x4");
        List<FakeWorld.Held> left = erp.all(RecordType.ITEM_FULFILLMENT);
        assertThat(left).hasSize(1);
        assertThat(((ItemFulfillment) left.get(0).record()).packages().get(0).trackingNumbers())
                .isEqualTo(warehouse.shipments().get(0).trackings());
        warehouse.work();
        assertThat(warehouse.unacknowledged()).isEmpty();
        assertThat(warehouse.acknowledged()).isNotEmpty();
    }

    @Test
    void a_lost_answer_to_a_rename_tells_nothing_twice_even_if_the_file_was_taken() {
        order(line("1", "TEE-BLK-M", 10));
        door.faults().loseAnswersOfRenames(1);
        tell();
        warehouse.work();
        tell();
        tell();
        assertThat(warehouse.orders()).hasSize(1);
        assertThat(warehouse.complaints()).isEmpty();
        assertThat(warehouse.duplicates()).isZero();
        assertThat(state().state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void an_order_that_is_never_acknowledged_raises_an_alarm() {
        order(line("1", "TEE-BLK-M", 10));
        tell();
        time.advance(Duration.ofHours(25));
        tell();
        assertThat(alarms).anySatisfy(alarm -> assertThat(alarm).contains("ACKNOWLEDGEMENT_OVERDUE", "SO100234"));
        assertThat(state().state()).isEqualTo(RecordState.OPEN);
    }

    @Test
    void a_refused_order_is_parked_with_the_place_and_told_anew_when_it_is_retried() {
        order(line("1", "TEE-BLK-M", 10));
        tell();
        warehouse.put("997.edi", """
                ISA*00*          *00*          *ZZ*NORTHWH3PL     *ZZ*ACMEBRAND      *260901*1030*U*00401*000000576*0*P*>~
                GS*FA*NORTHWH3PL*ACMEBRAND*20260901*1030*576*X*004010~
                ST*997*0001~
                AK1*OW*1~
                AK2*940*0001~
                AK3*W01*14**8~
                AK4*2*355*7*EACH~
                AK5*R*5~
                AK9*R*1*1*0~
                SE*8*0001~
                GE*1*576~
                IEA*1*000000576~
                """.getBytes(StandardCharsets.US_ASCII));
        tell();
        assertThat(state().state()).isEqualTo(RecordState.PARKED);
        assertThat(state().message()).contains("segment W01 at position 14", "element 2", "355");
        time.advance(Duration.ofMinutes(5));
        try (Connector connector = connector();
                SyncEngine engine = engine(connector)) {
            engine.operations("warehouse-orders", "robin")
                    .retry(RecordQuery.builder().sync("warehouse-orders").build());
        }
        tell();
        assertThat(state().state()).isEqualTo(RecordState.OPEN);
    }

    @Test
    void what_stays_behind_is_told_from_what_is_called_off() {
        order(line("1", "TEE-BLK-M", 10), line("4", "MUG-11OZ", 4));
        tell();
        warehouse.work();
        warehouse.ship("SO100234", PickList.nothing().take("1", 10).rest(Remainder.BACKORDERED));
        hear();
        assertThat(booked()).containsExactly("1 x10");
        warehouse.ship("SO100234", PickList.nothing().take("4", 1).rest(Remainder.CANCELLED));
        hear();
        assertThat(booked()).containsExactlyInAnyOrder("1 x10", "4 x1");
        assertThat(store.ledger("default")
                        .records(RecordQuery.builder()
                                .sync("warehouse-shipments")
                                .addStates(RecordState.PARKED)
                                .build()))
                .extracting(RecordEntry::code)
                .containsExactly(Optional.of(ErrorCode.CANCELLED_BY_WAREHOUSE));
    }

    @Test
    void an_advice_that_comes_twice_is_booked_once_and_acknowledged_twice() {
        order(line("1", "TEE-BLK-M", 10));
        tell();
        warehouse.work();
        warehouse.ship("SO100234", PickList.everything());
        hear();
        warehouse.resendLast();
        hear();
        assertThat(booked()).containsExactly("1 x10");
        warehouse.work();
        assertThat(warehouse.complaints()).isEmpty();
    }

    @Test
    void an_emptied_store_tells_nothing_twice_and_goes_on_counting() {
        order(line("1", "TEE-BLK-M", 10));
        tell();
        warehouse.work();
        tell();
        store = new InMemorySyncStore(time);
        tell();
        tell();
        warehouse.work();
        assertThat(warehouse.orders()).hasSize(1);
        assertThat(warehouse.orders().get(0).originals()).isEqualTo(1);
        assertThat(warehouse.complaints()).isEmpty();
    }

    @Test
    void a_plan_neither_acknowledges_nor_puts_away() throws Exception {
        order(line("1", "TEE-BLK-M", 10));
        tell();
        warehouse.work();
        tell();
        warehouse.ship("SO100234", PickList.everything());
        warehouse.resendLast();
        int waiting = waiting();
        time.advance(Duration.ofMinutes(7));
        try (Connector connector = connector();
                SyncEngine engine = engine(connector)) {
            assertThat(engine.plan("warehouse-shipments", Selection.next(100)).records())
                    .isNotEmpty();
        }
        assertThat(waiting()).isEqualTo(waiting);
        warehouse.work();
        assertThat(warehouse.acknowledged()).isEmpty();
        hear();
        assertThat(waiting()).isZero();
        assertThat(booked()).containsExactly("1 x10");
    }

    @Test
    void counts_follow_each_other_and_silence_is_no_zero() throws Exception {
        warehouse.putSnapshot();
        count();
        assertThat(counted("TEE-BLK-M")).isEqualByComparingTo("120");
        warehouse.count("TEE-BLK-M", 117);
        warehouse.putSnapshot();
        count();
        assertThat(counted("TEE-BLK-M")).isEqualByComparingTo("117");
        warehouse.count("TEE-BLK-M", 120);
        warehouse.putSnapshot();
        count();
        assertThat(counted("TEE-BLK-M"))
                .as("the first numbers again are another count")
                .isEqualByComparingTo("120");
        assertThat(erp.writes().stream().filter(write -> write.contains("inventoryCount")))
                .hasSize(6);
        assertThat(waiting()).isZero();
    }

    private void count() {
        run("warehouse-stock");
    }

    private BigDecimal counted(String sku) {
        return erp.all(RecordType.INVENTORY_COUNT).stream()
                .map(held -> (InventoryCount) held.record())
                .filter(adjustment -> adjustment.sku().equals(sku))
                .findFirst()
                .orElseThrow()
                .counted();
    }

    private int waiting() throws IOException {
        try (Stream<Path> files = Files.list(warehouse.fromWarehouse())) {
            return (int) files.count();
        }
    }

    private List<String> booked() {
        return erp.all(RecordType.ITEM_FULFILLMENT).stream()
                .flatMap(held -> ((ItemFulfillment) held.record()).lines().stream())
                .map(line -> line.line().value() + " x" + line.quantity().toPlainString())
                .toList();
    }

    private void order(WarehouseOrderLine... lines) {
        time.advance(Duration.ofMinutes(1));
        erp.put(WarehouseOrder.builder()
                .ref(RecordRef.of(ERP, RecordType.WAREHOUSE_ORDER, "88123"))
                .number("SO100234")
                .addOrderReferences(new OrderReference(OrderReference.Kind.ERP_NUMBER, "SO100234"))
                .released(true)
                .placedAt(time.instant())
                .shipMethod("UPS Ground")
                .shipTo(Address.builder()
                        .name("Jané Doe")
                        .addLines("123 Main Street", "Apt 4B")
                        .city("Austin")
                        .region("TX")
                        .postalCode("78701")
                        .countryCode("US")
                        .phone("5125551234")
                        .build())
                .addLines(lines)
                .build());
    }

    private static WarehouseOrderLine line(String number, String sku, int units) {
        return WarehouseOrderLine.builder()
                .line(LineReference.erp(number))
                .sku(sku)
                .quantity(BigDecimal.valueOf(units))
                .location("6")
                .build();
    }

    private Connector connector() {
        return new WarehouseX12Provider()
                .open(
                        WarehouseX12Settings.builder()
                                .warehouse("NORTH-1")
                                .parties("ZZ:ACMEBRAND", "ZZ:NORTHWH3PL")
                                .zone(CHICAGO)
                                .sftp(door.host(), door.user(), door.hostKeyFingerprint())
                                .sftpPort(door.port())
                                .sftpPassword(door.password())
                                .spool(spool)
                                .folders("toWarehouse", "fromWarehouse")
                                .with(ExchangeSettings.SETTLE, "PT0S")
                                .with(FileWarehouseSettings.SHIP_METHODS, "UPS Ground=PP:U:UPSN:UPS GROUND")
                                .build(),
                        new ConnectorContext(
                                time,
                                new SplittableRandom(1),
                                HTTP,
                                account -> store.connectorState("default", account)));
    }

    private SyncEngine engine(Connector connector) {
        return SyncEngine.builder()
                .store(store)
                .time(time)
                .startAt(Instant.parse("2026-09-01T00:00:00Z"))
                .sync(WarehouseOrderSyncs.toWarehouse(erpConnector, "6", connector))
                .sync(FulfillmentSyncs.fromWarehouse(
                        "warehouse-shipments", connector, erpConnector, FulfillmentSyncs.BookingOptions.standard()))
                .sync(StockSyncs.fromWarehouse(connector, erpConnector, StockPolicy.adjustingUpTo(10)))
                .listener(new SyncListener() {
                    @Override
                    public void alarm(SyncEvent.Alarm event) {
                        alarms.add(event.code() + " " + event.message());
                    }
                })
                .build();
    }

    private RunReport run(String sync) {
        time.advance(Duration.ofMinutes(7));
        try (Connector connector = connector();
                SyncEngine engine = engine(connector)) {
            return engine.run(sync, RunBudget.minutes(60));
        }
    }

    private void tell() {
        run("warehouse-orders");
    }

    private void hear() {
        RunReport report = run("warehouse-shipments");
        assertThat(report.ending()).as(report.message()).isEqualTo(RunReport.Ending.CAUGHT_UP);
    }

    private RecordEntry state() {
        return store.ledger("default")
                .records(RecordQuery.builder().sync("warehouse-orders").build())
                .get(0);
    }
}
