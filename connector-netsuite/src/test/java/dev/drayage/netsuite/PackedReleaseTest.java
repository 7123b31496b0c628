package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.model.Address;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.Change;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.WarehouseOrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is packed in NetSuite is told to a warehouse, and comes back onto the same item fulfillment. */
class PackedReleaseTest extends FulfillmentBooks {
    @BeforeEach
    void releaseWhatIsPacked() {
        reopen(TestBooks.openWith(settings -> settings.releaseUnit(ReleaseUnit.PACKED_FULFILLMENT)));
        sendTo("Fallon");
    }

    private void sendTo(String city) {
        books.netSuite.clerk().edit("salesOrder", order().id(), """
                {"shipMethod":{"id":"92"},"shipDate":"2026-06-18","email":"jane@example.com",
                 "shippingAddress":{"addressee":"Jane Doe","addr1":"1 Depot Way","city":"%s","state":"NV",
                   "zip":"89406","country":{"id":"US"}}}
                """.formatted(city));
    }

    @Test
    void a_packed_fulfillment_is_told_by_its_own_names_with_the_lines_of_the_order() {
        String id = books.netSuite.clerk().pack(order().id(), """
                {"item":{"items":[{"orderLine":1,"quantity":2},{"orderLine":2,"itemReceive":false},
                  {"orderLine":3,"quantity":1}]}}
                """);
        WarehouseOrder told = present(only());
        assertThat(told.ref().id()).isEqualTo("fulfillment-" + id);
        assertThat(told.orderReferences())
                .containsExactly(
                        new OrderReference(OrderReference.Kind.ERP_FULFILLMENT_ID, id),
                        new OrderReference(OrderReference.Kind.ERP_FULFILLMENT_NUMBER, told.number()),
                        new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, "111-1"));
        assertThat(told.number())
                .isEqualTo(books.netSuite
                        .record("itemFulfillment", id)
                        .flatMap(record -> record.tranId())
                        .orElseThrow());
        assertThat(told.released()).isTrue();
        assertThat(told.email()).contains("jane@example.com");
        assertThat(told.shipOn()).contains(LocalDate.parse("2026-06-18"));
        assertThat(told.shipMethod()).contains("UPS Ground");
        assertThat(told.lines()).extracting(PackedReleaseTest::text).containsExactly("1 x2 from 6", "3 x1 from 6");
    }

    @Test
    void the_address_is_that_of_the_fulfillment_and_without_one_that_of_its_order() {
        String id = books.netSuite.clerk().pack(order().id(), "{}");
        sendTo("Reno");
        assertThat(present(only()).shipTo()).flatMap(Address::city).contains("Fallon");
        books.netSuite.clerk().edit("itemFulfillment", id, "{\"shippingAddress\":null}");
        assertThat(present(only()).shipTo()).flatMap(Address::city).contains("Reno");
    }

    @Test
    void one_that_is_taken_back_to_picked_is_not_released_any_more() {
        String id = books.netSuite.clerk().pack(order().id(), "{}");
        books.netSuite.clerk().edit("itemFulfillment", id, "{\"shipStatus\":{\"id\":\"A\"}}");
        assertThat(present(only()).released()).isFalse();
        books.netSuite.clerk().edit("itemFulfillment", id, "{\"shipStatus\":{\"id\":\"B\"}}");
        assertThat(present(only()).released()).isTrue();
    }

    @Test
    void one_that_somebody_else_shipped_has_nothing_open() {
        String id = books.netSuite.clerk().pack(order().id(), "{}");
        books.netSuite.clerk().markShipped(id);
        assertThat(present(only()).lines())
                .allSatisfy(line -> assertThat(line.open()).isZero());
        assertThat(present(only()).shipTo()).isEmpty();
        books.netSuite.clerk().deleteFulfillment(id);
        assertThat(source().fetch(ref("fulfillment-" + id), books.call())).isInstanceOf(Change.Gone.class);
        assertThat(source().fetch(ref(order().id()), books.call())).isInstanceOf(Change.NotVisible.class);
    }

    @Test
    void items_that_are_no_goods_are_not_told() {
        String order = books.netSuite.clerk().enter("salesOrder", """
                {"entity":{"id":"110"},"orderStatus":{"id":"B"},"location":{"id":"6"},
                 "item":{"items":[{"item":{"id":"98"},"quantity":4,"rate":10},{"item":{"id":"77"},"quantity":1,"rate":4}]}}
                """);
        books.netSuite.clerk().pack(order, "{}");
        assertThat(present(only()).lines()).extracting(PackedReleaseTest::text).containsExactly("1 x4 from 6");
    }

    @Test
    void a_warehouse_ships_what_it_is_told_and_is_told_nothing_twice() {
        FakeWorld warehouse = new FakeWorld(Shipments.WAREHOUSE, books.time);
        FakeConnector connector = new FakeConnector(warehouse);
        SyncStore store = new InMemorySyncStore(books.time);
        String packed = books.netSuite.clerk().pack(order().id(), "{}");
        run(store, connector, "warehouse-orders");
        WarehouseOrder told = (WarehouseOrder)
                warehouse.all(RecordType.WAREHOUSE_ORDER).get(0).record();
        warehouse.put(ItemFulfillment.builder()
                .ref(RecordRef.of(Shipments.WAREHOUSE, RecordType.ITEM_FULFILLMENT, "S1"))
                .orderReferences(told.orderReferences())
                .status(ItemFulfillment.Status.SHIPPED)
                .shippedAt(books.time.instant())
                .addLines(shipped(told.lines().get(0)))
                .addPackages(Shipments.parcel("C1", "1Z1"))
                .build());
        run(store, connector, "warehouse-shipments");
        assertThat(books.netSuite
                        .record("itemFulfillment", packed)
                        .orElseThrow()
                        .status())
                .isEqualTo("C");
        assertThat(books.netSuite.createdFrom(order().id())).hasSize(1);
        run(store, connector, "warehouse-orders");
        assertThat(toldTo(warehouse)).hasSize(1);
        books.netSuite.clerk().pack(order().id(), "{}");
        run(store, connector, "warehouse-orders");
        assertThat(toldTo(warehouse)).as("the rest was packed again").hasSize(2);
    }

    @Test
    void one_that_is_unpacked_is_taken_back_at_the_warehouse() {
        FakeWorld warehouse = new FakeWorld(Shipments.WAREHOUSE, books.time);
        FakeConnector connector = new FakeConnector(warehouse);
        SyncStore store = new InMemorySyncStore(books.time);
        String packed = books.netSuite.clerk().pack(order().id(), "{}");
        run(store, connector, "warehouse-orders");
        books.netSuite.clerk().edit("itemFulfillment", packed, "{\"shipStatus\":{\"id\":\"A\"}}");
        run(store, connector, "warehouse-orders");
        assertThat(toldTo(warehouse)).hasSize(2).last().asString().startsWith("void");
    }

    private static List<String> toldTo(FakeWorld warehouse) {
        return warehouse.writes().stream()
                .filter(write -> write.contains("warehouseOrder"))
                .toList();
    }

    private void run(SyncStore store, FakeConnector warehouse, String sync) {
        books.time.advance(Duration.ofMinutes(10));
        try (SyncEngine engine = SyncEngine.builder()
                .store(store)
                .time(books.time)
                .startAt(TestBooks.START)
                .sync(WarehouseOrderSyncs.toWarehouse(books.connector, "6", warehouse))
                .sync(FulfillmentSyncs.fromWarehouse(warehouse, books.connector))
                .build()) {
            RunReport report = engine.run(sync, RunBudget.minutes(60));
            assertThat(report.ending()).as(report.message()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        }
    }

    private static ShippedLine shipped(WarehouseOrderLine line) {
        return new ShippedLine(line.line(), line.sku(), line.quantity());
    }

    private static String text(WarehouseOrderLine line) {
        return line.line().value() + " x" + line.quantity().toPlainString() + " from "
                + line.location().orElse("");
    }

    private RecordSource<WarehouseOrder> source() {
        return books.connector.source(RecordType.WAREHOUSE_ORDER).orElseThrow();
    }

    private RecordRef ref(String id) {
        return RecordRef.of(books.connector.account(), RecordType.WAREHOUSE_ORDER, id);
    }

    private Change<WarehouseOrder> only() {
        books.time.advance(Duration.ofMinutes(5));
        Page<WarehouseOrder> page = source().read(
                        new Slice.Window(TestBooks.START.minusSeconds(60), books.time.instant()),
                        Optional.empty(),
                        books.call());
        assertThat(page.changes()).hasSize(1);
        return page.changes().get(0);
    }

    private static WarehouseOrder present(Change<WarehouseOrder> change) {
        assertThat(change).isInstanceOf(Change.Present.class);
        return ((Change.Present<WarehouseOrder>) change).record();
    }
}
