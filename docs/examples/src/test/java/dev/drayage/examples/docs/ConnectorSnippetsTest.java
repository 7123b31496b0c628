package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.amazon.AmazonFields;
import dev.drayage.amazon.AmazonRegion;
import dev.drayage.amazon.AmazonSettings;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.AccountId;
import dev.drayage.model.CustomValue;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.PromiseSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.threepl.WarehouseFilesSettings;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guides of the connectors, run against simulators. */
class ConnectorSnippetsTest {
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final SyncStore store = new InMemorySyncStore(time);
    private final Connectors connectors =
            Connectors.discover(Connectors.Environment.of(store).at(time));
    private final FakeWorld books = new FakeWorld(new AccountId("netsuite", "1234567"), time);
    private final Connector netsuite = new FakeConnector(books);

    static Map<String, String> amazonSettings() {
        // tag::amazon-settings[]
        Map<String, String> settings = AmazonSettings.builder()
                .seller("A1EXAMPLE", AmazonRegion.NA)
                .marketplaces("ATVPDKIKX0DER", "A2EUQ1WTGCTBG2")
                .application("amzn1.application-oa2-client.example", "env:LWA_SECRET")
                .refreshToken("file:/run/secrets/amazon-refresh-token")
                .userAgent("Acme Books", "4.2")
                .carrier("UPS Ground", "UPS")
                .carrier("FedEx Home Delivery", "FedEx")
                .toMap();
        // end::amazon-settings[]
        return settings;
    }

    private static Sync<SalesOrder> orders(Connector amazon, Connector netsuite) {
        // tag::amazon-fields[]
        FieldMapping<SalesOrder> body = FieldMapping.builder(SalesOrder::customFields)
                .copy(AmazonFields.SERVICE_LEVEL, "custbody_acme_service_level")
                .copy(AmazonFields.DELIVER_BY, "custbody_acme_deliver_by")
                .constant("custbody_acme_origin", CustomValue.text("amazon"))
                .build();
        FieldMapping<OrderLine> column = FieldMapping.builder(OrderLine::customFields)
                .copy(AmazonFields.ASIN, "custcol_acme_asin")
                .value("custcol_acme_wrap", line -> line.giftWrapLevel().map(CustomValue::text))
                .build();
        Sync<SalesOrder> orders = OrderSyncs.amazonOrders(
                amazon, netsuite, OrderSyncs.Options.standard().with(body, column));
        // end::amazon-fields[]
        return orders;
    }

    private static Sync<InventoryLevel> stock(Connector amazon, Connector netsuite) {
        // tag::amazon-stock[]
        Sync<InventoryLevel> stock = PromiseSyncs.toStorefront(
                "amazon-stock",
                netsuite,
                amazon,
                PromiseSyncs.Options.standard()
                        .telling(PromiseSyncs.Levels.TOTAL)
                        .keeping(2));
        // end::amazon-stock[]
        return stock;
    }

    @Test
    void amazon_takes_the_stock_of_the_guide() {
        try (Connector amazon = connectors.open("amazon", amazonSettings())) {
            assertThat(amazon.sink(RecordType.INVENTORY_LEVEL)).isPresent();
            assertThat(stock(amazon, netsuite).name()).isEqualTo("amazon-stock");
        }
    }

    @Test
    void the_settings_of_the_guide_are_accepted() {
        assertThat(connectors.problems("amazon", amazonSettings())).isEmpty();
    }

    @Test
    void orders_of_amazon_carry_mapped_fields() {
        try (AmazonSimulator central = AmazonSimulator.builder(time)
                .marketplaces(EnumSet.of(Marketplace.US))
                .start()) {
            central.orders()
                    .add(SimulatedOrder.builder(
                                    "111-2223334-5556667", time.instant().minus(Duration.ofHours(1)))
                            .item(SimulatedItem.builder("05015851154158", "MUG-BLUE", 2, "19.99")
                                    .asin("B00EXAMPLE")
                                    .build())
                            .build());
            Connector amazon = connectors.open(
                    "amazon",
                    AmazonSettings.builder()
                            .seller(central.sellerId(), AmazonRegion.NA)
                            .marketplaces(Marketplace.US.id())
                            .application(central.clientId(), central.clientSecret())
                            .refreshToken(central.refreshToken())
                            .endpoints(central.endpoint(), central.tokenEndpoint())
                            .toMap());
            try (SyncEngine engine = SyncEngine.builder()
                    .store(store)
                    .time(time)
                    .startAt(Instant.parse("2026-11-20T00:00:00Z"))
                    .sync(orders(amazon, netsuite))
                    .build()) {
                assertThat(engine.run("amazon-orders", RunBudget.minutes(5)).count(Outcome.APPLIED))
                        .isEqualTo(1);
            }
            amazon.close();
        }
        SalesOrder booked =
                (SalesOrder) books.all(RecordType.SALES_ORDER).get(0).record();
        assertThat(booked.customFields().text("custbody_acme_origin")).contains("amazon");
        assertThat(booked.lines().get(0).customFields().text("custcol_acme_asin"))
                .contains("B00EXAMPLE");
    }

    @Test
    void a_file_of_the_warehouse_becomes_a_fulfillment(@TempDir Path exchange) throws IOException {
        // tag::warehouse-open[]
        Connector warehouse = connectors.open(
                "warehouse-files",
                WarehouseFilesSettings.builder()
                        .warehouse("RENO-1")
                        .folder(exchange)
                        .with(ExchangeSettings.SETTLE, "PT0S") // this warehouse renames files that are complete
                        .zone(ZoneId.of("America/Los_Angeles"))
                        .orderReference(OrderReference.Kind.ERP_NUMBER)
                        .build());
        Sync<ItemFulfillment> shipments = FulfillmentSyncs.fromWarehouse(warehouse, netsuite);
        // end::warehouse-open[]
        Files.createDirectories(exchange.resolve("inbound"));
        Files.writeString(exchange.resolve("inbound/week.csv"), file());
        RunReport report;
        try (SyncEngine engine =
                SyncEngine.builder().store(store).time(time).sync(shipments).build()) {
            report = engine.run("warehouse-shipments", RunBudget.minutes(5));
        }
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(exchange.resolve("inbound/week.csv")).doesNotExist();
        ItemFulfillment booked =
                (ItemFulfillment) books.all(RecordType.ITEM_FULFILLMENT).get(0).record();
        assertThat(booked.packages()).hasSize(2);
        assertThat(booked.lines()).hasSize(2);
    }

    @Test
    void a_warehouse_may_have_a_server() {
        // tag::warehouse-sftp[]
        Settings settings = WarehouseFilesSettings.builder()
                .warehouse("RENO-1")
                .zone(ZoneId.of("America/Los_Angeles"))
                .sftp("sftp.example.com", "acme", "SHA256:0000000000000000000000000000000000000000000")
                .sftpPassword("env:RENO_SFTP_PASSWORD")
                .spool(Path.of("/var/lib/acme/reno-1"))
                .build();
        // end::warehouse-sftp[]
        assertThat(settings.get(ExchangeSettings.TRANSPORT)).isEqualTo(ExchangeSettings.Transport.SFTP);
    }

    /** The example file of the guide, as it stands there. */
    private static String file() throws IOException {
        String guide = Manual.read(Manual.root().resolve("docs/3pl.md"));
        int from = guide.indexOf("```csv\n") + "```csv\n".length();
        return Optional.of(guide.substring(from, guide.indexOf("```", from)))
                .filter(text -> text.startsWith("shipment_no,"))
                .orElseThrow();
    }
}
