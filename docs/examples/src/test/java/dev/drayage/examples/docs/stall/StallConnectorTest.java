package dev.drayage.examples.docs.stall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.Carrier;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.FaultPlan;
import dev.drayage.testkit.wire.WireServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StallConnectorTest {
    // tag::stall-test[]
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T08:00:00Z"));
    private final SimulatedStall till = new SimulatedStall();
    private final FaultPlan faults = new FaultPlan();
    private final WireServer server = WireServer.start(till, faults);
    private final InMemorySyncStore store = new InMemorySyncStore(time);
    private final Connectors connectors =
            Connectors.of(Connectors.Environment.of(store).at(time), List.of(new StallProvider()));
    private final Connector stall = connectors.open(
            "stall", Map.of("stall", "7", "address", server.baseUri().toString(), "key", "secret"));
    private final FakeWorld books = new FakeWorld(new AccountId("erp", "E1"), time);
    private final Connector erp = new FakeConnector(books);

    private RunReport run(String sync) {
        time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = SyncEngine.builder()
                .store(store)
                .time(time)
                .sync(OrderSyncs.orders("stall-orders", stall, erp, OrderSyncs.Options.standard()))
                .sync(FulfillmentSyncs.toStorefront(erp, stall))
                .startAt(Instant.parse("2026-11-20T00:00:00Z"))
                .build()) {
            return engine.run(sync, RunBudget.minutes(5));
        }
    }

    @Test
    void orders_of_the_stall_are_booked_once() {
        till.orders.put("1001", order("1001", "12.50"));
        till.orders.put("1002", order("1002", "7.00"));
        till.orders.put("1003", order("1003", "7.00"));
        assertThat(run("stall-orders").count(Outcome.APPLIED)).isEqualTo(3);
        assertThat(run("stall-orders").written()).isZero();
        assertThat(books.all(RecordType.SALES_ORDER)).hasSize(3);
    }

    @Test
    void a_line_that_cannot_be_read_parks_itself_only() {
        till.orders.put("1001", order("1001", "12.50"));
        till.orders.put("1002", order("1002", "7 euros"));
        RunReport report = run("stall-orders");
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(report.count(Outcome.PARKED)).isEqualTo(1);
    }

    @Test
    void a_lost_answer_is_resolved_by_reading_the_parcel() {
        books.put(shipment("1001"));
        faults.next(1, Fault.LOST_ANSWER, request -> request.method().equals("PUT"));
        RunReport report = run("storefront-shipments");
        assertThat(till.parcels).containsExactly(Map.entry("1001.C1", "DHL JD0001"));
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);
    }
    // end::stall-test[]

    @Test
    void a_wrong_key_is_told_by_the_diagnosis_and_pauses_the_sync() {
        Connector locked = connectors.open(
                "stall", Map.of("stall", "7", "address", server.baseUri().toString(), "key", "wrong"));
        Diagnosis diagnosis = locked.diagnose(
                CallContext.within(Duration.ofMinutes(1), time, new Cancellation(), Priority.INTERACTIVE));
        assertThat(diagnosis.ok()).isFalse();
        assertThat(diagnosis.checks().get(0).detail()).contains(ErrorCode.CREDENTIALS_REFUSED.name());
    }

    @Test
    void faults_of_the_settings_are_told_together() {
        assertThat(connectors.problems("stall", Map.of("stal", "7")))
                .anyMatch(problem -> problem.equals("stal is unknown; did you mean stall?"))
                .anyMatch(problem -> problem.startsWith("address is missing"))
                .anyMatch(problem -> problem.startsWith("key is missing"));
    }

    @Test
    void a_parked_record_names_its_order() {
        till.orders.put("1002", order("1002", "7 euros"));
        run("stall-orders");
        List<RecordEntry> parked = store.ledger("default")
                .records(RecordQuery.builder().addStates(RecordState.PARKED).build());
        assertThat(parked)
                .singleElement()
                .extracting(RecordEntry::message)
                .asString()
                .contains("order 1002");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String order(String id, String amount) {
        Instant at = time.instant().minusSeconds(60);
        return String.join("\t", id, at.toString(), at.toString(), "OPEN", "L1", "JAM", "1", amount);
    }

    private ItemFulfillment shipment(String order) {
        ShippedLine line = new ShippedLine(LineReference.channel("L1"), "JAM", BigDecimal.ONE);
        return ItemFulfillment.builder()
                .ref(RecordRef.of(books.account(), RecordType.ITEM_FULFILLMENT, "F-" + order))
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, order))
                .status(ItemFulfillment.Status.SHIPPED)
                .shippedAt(time.instant())
                .addLines(line)
                .addPackages(ShippedPackage.builder()
                        .reference("C1")
                        .carrier(new Carrier("DHL"))
                        .addTrackingNumbers("JD0001")
                        .addContents(line)
                        .build())
                .channel(new SalesChannel(stall.account(), "", Set.of()))
                .build();
    }
}
