package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.amazon.AmazonRegion;
import dev.drayage.amazon.AmazonSettings;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.ErrorCode;
import dev.drayage.netsuite.NetSuiteSettings;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.testkit.amazon.SimulatedPackage;
import dev.drayage.testkit.netsuite.FieldKind;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.wire.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Testing your host": both simulators, an order, a fault, and what stands in NetSuite. */
class TestingSnippetsTest {
    // tag::testing-world[]
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final SyncStore store = new InMemorySyncStore(time);
    private final AmazonSimulator amazon = AmazonSimulator.builder(time).start();
    private final NetSuiteSimulator netsuite = NetSuiteSimulator.builder(time)
            .customField("custbody_drayage_channel", FieldKind.TEXT)
            .customField("custbody_drayage_order_id", FieldKind.TEXT)
            .customField("custbody_drayage_programs", FieldKind.TEXT)
            .customField("custbody_drayage_status", FieldKind.TEXT)
            .customField("custbody_drayage_carrier", FieldKind.TEXT)
            .customField("custcol_drayage_line_id", FieldKind.TEXT)
            .seed(Seed.company(110, "Amazon buyers"))
            .seed(Seed.location(6, "Oakland"))
            .seed(Seed.shipMethod(92, "Ground"))
            .seed(Seed.inventoryItem(1000, "MUG-BLUE", new BigDecimal("1.00")))
            .start();

    @AfterEach
    void close() {
        amazon.close();
        netsuite.close();
    }
    // end::testing-world[]

    // tag::testing-run[]
    private Map<String, String> amazonSettings() {
        return AmazonSettings.builder()
                .seller(amazon.sellerId(), AmazonRegion.NA)
                .marketplaces("ATVPDKIKX0DER")
                .application(amazon.clientId(), amazon.clientSecret())
                .refreshToken(amazon.refreshToken())
                .endpoints(amazon.endpoint(), amazon.tokenEndpoint())
                .toMap();
    }

    private Map<String, String> netsuiteSettings() {
        String channel = "amazon:" + amazon.sellerId() + "-na";
        return NetSuiteSettings.builder("1234567", ZoneId.of("America/Los_Angeles"))
                .tba("consumer", "consumer-secret", "token", "token-secret")
                .baseUrl(netsuite.baseUri())
                .customer(channel, "110")
                .location(channel, "6")
                .shipMethod("STANDARD", "92")
                .build()
                .toMap();
    }

    private RunReport run(String sync) {
        time.advance(Duration.ofMinutes(10));
        Connectors connectors = Connectors.discover(
                Connectors.Environment.of(store).forTenant("acme").at(time));
        try (Connector shop = connectors.open("amazon", amazonSettings());
                Connector books = connectors.open("netsuite", netsuiteSettings());
                SyncEngine engine = SyncEngine.builder()
                        .namespace("acme")
                        .store(store)
                        .time(time)
                        .startAt(Instant.parse("2026-11-20T00:00:00Z"))
                        .sync(OrderSyncs.amazonOrders(shop, books))
                        .sync(FulfillmentSyncs.toStorefront(books, shop))
                        .build()) {
            return engine.run(sync, RunBudget.minutes(5));
        }
    }
    // end::testing-run[]

    // tag::testing-order[]
    private void sell(String order, String sku) {
        amazon.orders()
                .add(SimulatedOrder.builder(order, time.instant())
                        .item(SimulatedItem.builder("05015851154158", sku, 2, "19.99")
                                .build())
                        .build());
    }

    @Test
    void an_order_of_amazon_is_a_sales_order() {
        sell("111-2223334-5556667", "MUG-BLUE");
        RunReport report = run("amazon-orders");
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);
        StoredRecord order = netsuite.records("salesOrder").get(0);
        assertThat(order.externalId()).contains("AMAZON-A1EXAMPLESELLER-na-SO-111-2223334-5556667");
        assertThat(order.total()).hasValueSatisfying(total -> assertThat(total).isEqualByComparingTo("39.98"));
        assertThat(order.body().at("/item/items/0/quantity").asInt()).isEqualTo(2);
    }
    // end::testing-order[]

    // tag::testing-fault[]
    @Test
    void an_answer_that_is_lost_books_nothing_twice() {
        sell("111-2223334-5556667", "MUG-BLUE");
        netsuite.faults()
                .next(
                        1,
                        Fault.LOST_ANSWER,
                        request -> request.method().equals("POST")
                                && request.path().endsWith("/salesOrder"));
        run("amazon-orders");
        run("amazon-orders");
        assertThat(netsuite.records("salesOrder")).hasSize(1);
    }

    @Test
    void an_unknown_article_parks_its_order_only() {
        sell("111-0000001-0000001", "MUG-BLUE");
        sell("111-0000002-0000002", "MUG-GREEN");
        run("amazon-orders");
        assertThat(netsuite.records("salesOrder")).hasSize(1);
        List<RecordEntry> parked = store.ledger("acme")
                .records(RecordQuery.builder().addStates(RecordState.PARKED).build());
        assertThat(parked).singleElement().satisfies(entry -> {
            assertThat(entry.ref().id()).isEqualTo("111-0000002-0000002");
            assertThat(entry.code()).contains(ErrorCode.SKU_UNKNOWN);
        });
    }
    // end::testing-fault[]

    @Test
    void a_fulfillment_is_confirmed_to_amazon() {
        sell("111-2223334-5556667", "MUG-BLUE");
        run("amazon-orders");
        // tag::testing-clerk[]
        String order = netsuite.records("salesOrder").get(0).id();
        netsuite.clerk().fulfill(order, """
                        {"shipStatus": {"id": "C"}, "custbody_drayage_carrier": "UPS",
                         "package": {"items": [{"packageTrackingNumber": "1Z999AA10123456784", "packageWeight": 1}]}}
                        """);
        run("storefront-shipments");
        assertThat(amazon.journal().count()).isEqualTo(1);
        assertThat(amazon.orders().order("111-2223334-5556667"))
                .hasValueSatisfying(view -> assertThat(view.acceptedPackages())
                        .extracting(SimulatedPackage::trackingNumber)
                        .containsExactly("1Z999AA10123456784"));
        // end::testing-clerk[]
    }
}
