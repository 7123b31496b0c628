package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.ErrorCode;
import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedPackage;
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
import dev.drayage.sync.WarehouseOrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.shipstation.AcceptedWrite;
import dev.drayage.testkit.shipstation.Fulfillment;
import dev.drayage.testkit.shipstation.Label;
import dev.drayage.testkit.shipstation.Operation;
import dev.drayage.testkit.shipstation.Packing;
import dev.drayage.testkit.shipstation.ShipStationSimulator;
import dev.drayage.testkit.shipstation.Shipment;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An ERP of fakes whose orders a simulated ShipStation account ships. */
class ShipStationTest {
    private static final HttpClient HTTP = ApiClient.standardTransport();
    private static final AccountId ERP = new AccountId("erp", "E1");
    private static final String SO1 = "erp:E1/88123";

    private final SettableTime time = new SettableTime(Instant.parse("2026-09-01T10:15:00Z"));
    private final SyncStore store = new InMemorySyncStore(time);
    private final FakeWorld erp = new FakeWorld(ERP, time);
    private final FakeConnector erpConnector = new FakeConnector(erp);
    private final ShipStationSimulator shipStation =
            ShipStationSimulator.builder(time).apiKey("key-1").start();

    private String country = "US";

    @AfterEach
    void close() {
        shipStation.close();
    }

    @Test
    void an_order_is_told_once_with_the_marks_of_its_lines() {
        order("UPS Ground", line("1", "TEE-BLK-M", 10), line("4", "MUG-11OZ", 4));
        tell();
        tell();
        Shipment told = shipStation.shipment(SO1).orElseThrow();
        assertThat(told.quantity("erp:E1/88123#1")).isEqualTo(10);
        assertThat(told.quantity("erp:E1/88123#4")).isEqualTo(4);
        assertThat(shipStation.journal().writes()).hasSize(1);
    }

    @Test
    void a_lost_answer_is_looked_up_and_not_sent_again() {
        order("UPS Ground", line("1", "TEE-BLK-M", 10));
        shipStation
                .faults()
                .next(1, Fault.LOST_ANSWER, request -> request.method().equals("POST"));
        tell();
        time.advance(Duration.ofMinutes(10));
        tell();
        assertThat(shipStation.journal().count(AcceptedWrite.Kind.CREATED)).isEqualTo(1);
        assertThat(state("warehouse-orders").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void an_order_that_is_refused_inside_an_answer_of_200_is_parked() {
        country = "USA";
        order("UPS Ground", line("1", "TEE-BLK-M", 10));
        tell();
        assertThat(state("warehouse-orders").code()).contains(ErrorCode.REFUSED_BY_TARGET);
        assertThat(state("warehouse-orders").message()).contains("country_code").doesNotContain("Jane");
        assertThat(shipStation.shipments()).isEmpty();
    }

    @Test
    void a_ship_method_without_an_entry_is_parked_and_nothing_is_sent() {
        order("Carrier Pigeon", line("1", "TEE-BLK-M", 10));
        tell();
        assertThat(state("warehouse-orders").code()).contains(ErrorCode.VALUE_UNMAPPED);
        assertThat(shipStation.shipments()).isEmpty();
    }

    @Test
    void a_change_and_a_cancellation_follow_until_a_label_is_bought() {
        order("UPS Ground", line("1", "TEE-BLK-M", 10));
        tell();
        order("UPS Ground", line("1", "TEE-BLK-M", 7));
        tell();
        assertThat(shipStation.shipment(SO1).orElseThrow().quantity("erp:E1/88123#1"))
                .isEqualTo(7);
        shipStation.desk().buyLabel(SO1, Packing.everything());
        order("UPS Ground", line("1", "TEE-BLK-M", 5));
        tell();
        assertThat(state("warehouse-orders").code()).contains(ErrorCode.CHANGE_REFUSED);
        assertThat(shipStation.shipment(SO1).orElseThrow().quantity("erp:E1/88123#1"))
                .isEqualTo(7);
    }

    @Test
    void an_order_that_is_called_off_is_cancelled() {
        order("UPS Ground", line("1", "TEE-BLK-M", 10));
        tell();
        put(false, "UPS Ground", line("1", "TEE-BLK-M", 10));
        shipStation
                .faults()
                .next(1, Fault.LOST_ANSWER, request -> request.path().endsWith("/cancel"));
        tell();
        tell();
        assertThat(shipStation.shipment(SO1).orElseThrow().status().toString().toLowerCase(Locale.ROOT))
                .isEqualTo("cancelled");
        assertThat(state("warehouse-orders").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void a_label_with_two_cartons_becomes_a_shipment_with_two_parcels() {
        order("UPS Ground", line("1", "TEE-BLK-M", 10), line("4", "MUG-11OZ", 4));
        tell();
        Label label = shipStation.desk().buyLabel(SO1, Packing.everything().cartons(2));
        hear();
        hear();
        ItemFulfillment left = left("label:" + label.labelId());
        assertThat(left.orderReference(OrderReference.Kind.ERP_ID)).contains("88123");
        assertThat(left.lines())
                .extracting(line -> line.line().value() + " x" + line.quantity().toPlainString())
                .containsExactlyInAnyOrder("1 x10", "4 x4");
        assertThat(left.packages()).hasSize(2);
        assertThat(left.packages())
                .extracting(ShippedPackage::trackingNumbers)
                .allSatisfy(numbers -> assertThat(numbers).hasSize(1));
        assertThat(left.freight()).isPresent();
        assertThat(erp.writes().stream().filter(write -> write.startsWith("create itemFulfillment")))
                .hasSize(1);
    }

    @Test
    void a_packed_fulfillment_that_is_told_comes_back_under_its_own_names() {
        time.advance(Duration.ofMinutes(1));
        erp.put(WarehouseOrder.builder()
                .from(warehouseOrder(true, "UPS Ground", line("1", "TEE-BLK-M", 10)))
                .ref(RecordRef.of(ERP, RecordType.WAREHOUSE_ORDER, "fulfillment-5001"))
                .number("IF77")
                .orderReferences(List.of(new OrderReference(OrderReference.Kind.ERP_FULFILLMENT_ID, "5001")))
                .build());
        tell();
        Label label = shipStation.desk().buyLabel("erp:E1/fulfillment/5001", Packing.everything());
        hear();
        assertThat(left("label:" + label.labelId()).orderReferences())
                .containsExactly(
                        new OrderReference(OrderReference.Kind.ERP_FULFILLMENT_ID, "5001"),
                        new OrderReference(OrderReference.Kind.ERP_FULFILLMENT_NUMBER, "IF77"));
    }

    @Test
    void what_left_from_elsewhere_is_read_too_and_a_void_is_noticed() {
        order("UPS Ground", line("1", "TEE-BLK-M", 10));
        tell();
        Label label = shipStation.desk().buyLabel(SO1, Packing.everything());
        shipStation.desk().voidLabel(label.labelId());
        hear();
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT))
                .as("voided before it was read")
                .isEmpty();
        shipStation.desk().markShipped(SO1, "fedex", "794600000000");
        hear();
        List<FakeWorld.Held> left = erp.all(RecordType.ITEM_FULFILLMENT);
        assertThat(left).hasSize(1);
        assertThat(((ItemFulfillment) left.get(0).record()).packages().get(0).trackingNumbers())
                .containsExactly("794600000000");
    }

    @Test
    void a_label_that_is_being_made_is_waited_for() {
        order("UPS Ground", line("1", "TEE-BLK-M", 10));
        tell();
        Label label = shipStation.desk().requestLabel(SO1, Packing.everything());
        hear();
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT)).as("nothing has left").isEmpty();
        shipStation.desk().completeLabel(label.labelId());
        time.advance(Duration.ofHours(2));
        hear();
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT)).hasSize(1);
    }

    @Test
    void a_label_that_could_not_be_made_is_no_departure() {
        order("UPS Ground", line("1", "TEE-BLK-M", 10));
        tell();
        Label label = shipStation.desk().requestLabel(SO1, Packing.everything());
        hear();
        shipStation.desk().failLabel(label.labelId());
        time.advance(Duration.ofHours(2));
        hear();
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT)).isEmpty();
        assertThat(store.ledger("default")
                        .records(RecordQuery.builder()
                                .sync("warehouse-shipments")
                                .build()))
                .extracting(RecordEntry::state)
                .containsExactly(RecordState.SKIPPED);
    }

    @Test
    void a_label_that_is_voided_after_it_was_booked_is_a_persons_matter() {
        order("UPS Ground", line("1", "TEE-BLK-M", 10));
        tell();
        Label label = shipStation.desk().buyLabel(SO1, Packing.everything());
        withdrawnAfterBooking(
                "label:" + label.labelId(), () -> shipStation.desk().voidLabel(label.labelId()));
    }

    @Test
    void what_left_from_elsewhere_and_is_voided_after_it_was_booked_is_a_persons_matter() {
        order("UPS Ground", line("1", "TEE-BLK-M", 10));
        tell();
        Fulfillment left = shipStation.desk().markShipped(SO1, "fedex", "794600000000");
        withdrawnAfterBooking(
                "fulfillment:" + left.shipmentId() + "/" + left.fulfillmentId(),
                () -> shipStation.desk().voidFulfillment(left.fulfillmentId()));
    }

    /** What left is booked, voided when its window is long past, parked, and not asked about again. */
    private void withdrawnAfterBooking(String id, Runnable isVoided) {
        hear();
        assertThat(entry("warehouse-shipments", id).state()).isEqualTo(RecordState.SETTLED);
        List<FakeWorld.Held> booked = erp.all(RecordType.ITEM_FULFILLMENT);
        assertThat(booked).hasSize(1);
        time.advance(Duration.ofDays(1));
        hear();
        isVoided.run();
        hear();
        RecordEntry parked = entry("warehouse-shipments", id);
        assertThat(parked.state()).isEqualTo(RecordState.PARKED);
        assertThat(parked.code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
        time.advance(Duration.ofDays(1));
        hear();
        long asked = shipStation.traffic().requests(Operation.GET_SHIPMENT);
        hear();
        assertThat(entry("warehouse-shipments", id)).isEqualTo(parked);
        assertThat(shipStation.traffic().requests(Operation.GET_SHIPMENT)).isEqualTo(asked);
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT))
                .as("nothing is taken back without a person")
                .isEqualTo(booked);
    }

    @Test
    void an_order_that_is_split_there_keeps_its_lines() {
        order("UPS Ground", line("1", "TEE-BLK-M", 10), line("4", "MUG-11OZ", 4));
        tell();
        Shipment part = shipStation.desk().split(SO1, Map.of("erp:E1/88123#1", 4));
        shipStation.desk().buyLabel(part.shipmentId(), Packing.everything());
        shipStation.desk().buyLabel(SO1, Packing.everything());
        hear();
        assertThat(erp.all(RecordType.ITEM_FULFILLMENT).stream()
                        .flatMap(held -> ((ItemFulfillment) held.record()).lines().stream())
                        .map(line ->
                                line.line().value() + " x" + line.quantity().toPlainString()))
                .containsExactlyInAnyOrder("1 x4", "1 x6", "4 x4");
    }

    private ItemFulfillment left(String id) {
        return (ItemFulfillment) erp.byKey(RecordType.ITEM_FULFILLMENT, "itemFulfillment-" + id)
                .orElseThrow()
                .record();
    }

    private void order(String method, WarehouseOrderLine... lines) {
        put(true, method, lines);
    }

    private void put(boolean released, String method, WarehouseOrderLine... lines) {
        time.advance(Duration.ofMinutes(1));
        erp.put(warehouseOrder(released, method, lines));
    }

    private WarehouseOrder warehouseOrder(boolean released, String method, WarehouseOrderLine... lines) {
        return WarehouseOrder.builder()
                .ref(RecordRef.of(ERP, RecordType.WAREHOUSE_ORDER, "88123"))
                .number("SO100234")
                .addOrderReferences(new OrderReference(OrderReference.Kind.ERP_NUMBER, "SO100234"))
                .released(released)
                .placedAt(time.instant())
                .shipMethod(method)
                .shipTo(Address.builder()
                        .name("Jane Doe")
                        .addLines("123 Main Street", "Apt 4B")
                        .city("Austin")
                        .region("TX")
                        .postalCode("78701")
                        .countryCode(country)
                        .phone("5125551234")
                        .build())
                .addLines(lines)
                .build();
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
        return new ShipStationProvider()
                .open(
                        ShipStationSettings.builder()
                                .account("MAIN")
                                .apiKey("key-1")
                                .erp(ERP)
                                .baseUrl(shipStation.endpoint())
                                .zone(ZoneId.of("America/Chicago"))
                                .warehouseId("se-28529731")
                                .with(ShipStationSettings.SHIP_METHODS, "UPS Ground=se-123890/ups_ground")
                                .build(),
                        new ConnectorContext(
                                time,
                                new SplittableRandom(1),
                                HTTP,
                                account -> store.connectorState("default", account)));
    }

    private RunReport run(String sync) {
        time.advance(Duration.ofMinutes(7));
        try (Connector warehouse = connector();
                SyncEngine engine = SyncEngine.builder()
                        .store(store)
                        .time(time)
                        .startAt(Instant.parse("2026-09-01T00:00:00Z"))
                        .sync(WarehouseOrderSyncs.toWarehouse(erpConnector, "6", warehouse))
                        .sync(FulfillmentSyncs.fromWarehouse(
                                "warehouse-shipments",
                                warehouse,
                                erpConnector,
                                FulfillmentSyncs.BookingOptions.standard()))
                        .build()) {
            RunReport report = engine.run(sync, RunBudget.minutes(60));
            assertThat(report.ending()).as(report.message()).isEqualTo(RunReport.Ending.CAUGHT_UP);
            return report;
        }
    }

    private void tell() {
        run("warehouse-orders");
    }

    private void hear() {
        run("warehouse-shipments");
    }

    private RecordEntry state(String sync) {
        return store.ledger("default")
                .records(RecordQuery.builder().sync(sync).build())
                .get(0);
    }

    private RecordEntry entry(String sync, String id) {
        return store.ledger("default").records(RecordQuery.builder().sync(sync).build()).stream()
                .filter(entry -> entry.ref().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
