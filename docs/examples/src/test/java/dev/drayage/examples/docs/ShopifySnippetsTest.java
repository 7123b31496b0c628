package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.drayage.Connectors;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncOperations;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.NetSuiteSettings;
import dev.drayage.netsuite.SellerTax;
import dev.drayage.netsuite.ShippingBooking;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.Webhook;
import dev.drayage.shopify.WebhookIntake;
import dev.drayage.shopify.WebhookReceipt;
import dev.drayage.shopify.internal.documents.Scopes;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.CompanySyncs;
import dev.drayage.sync.OrderEditSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.PayoutSyncs;
import dev.drayage.sync.ProductSyncs;
import dev.drayage.sync.RefundSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.shopify.WebhookDelivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide of Shopify: its settings, its syncs, its webhooks, and the table of scopes that is made of the connector's. */
class ShopifySnippetsTest {
    private static final Pattern SCOPES =
            Pattern.compile("(?<=<!-- made: shopify-scopes -->\n).*?(?=<!-- end: shopify-scopes -->)", Pattern.DOTALL);

    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final SyncStore store = new InMemorySyncStore(time);
    private final Connectors connectors =
            Connectors.discover(Connectors.Environment.of(store).at(time));
    private final Connector netsuite = new FakeConnector(new FakeWorld(new AccountId("netsuite", "1234567"), time));

    private static Map<String, String> shopSettings() {
        // tag::shopify-settings[]
        Map<String, String> settings = ShopifySettings.builder()
                .shop("acme.myshopify.com")
                .ownApp("client-id-of-the-app", "env:SHOPIFY_SECRET")
                .location(655441491, "6") // NetSuite's location 6
                .toMap();
        // end::shopify-settings[]
        return settings;
    }

    private static Map<String, String> bookSettings() {
        // tag::shopify-netsuite[]
        Map<String, String> settings = NetSuiteSettings.builder("1234567_SB1", ZoneId.of("America/Los_Angeles"))
                .oauth("client-id-of-the-integration", "certificate-id", "file:/run/secrets/netsuite-key.pem")
                .subsidiary("1")
                .customer("shopify:acme.myshopify.com", "110")
                .location("shopify:acme.myshopify.com", "6")
                .shipMethod("Standard", "92")
                .shipping(ShippingBooking.LINE)
                .shippingItem("505")
                .discountItem("501")
                .chargeItem("503")
                .taxItem("504")
                .sellerTax(SellerTax.LINE)
                .set("item.rounding", "506")
                .set("item.refund", "507")
                .set("item.giftCard", "508")
                .set("field.lines", "custbody_drayage_lines")
                .set("terms", "net-30=2")
                .set("payment.accounts", "gift_card=221,manual=118") // shopify_payments: undeposited funds
                .set("refund.accounts", "gift_card=221,manual=118,shopify:acme.myshopify.com=119")
                .set("payout.banks", "shopify:acme.myshopify.com=1")
                .set("payout.clearing", "shopify:acme.myshopify.com=123")
                .set("payout.accounts", "fee=620,dispute=621,reserve=122,adjustment=622,other=622")
                .build()
                .toMap();
        // end::shopify-netsuite[]
        return settings;
    }

    private static List<Sync<?>> syncs(Connector shop, Connector netsuite) {
        // tag::shopify-syncs[]
        Sync<?> orders = OrderSyncs.orders(
                "shopify-orders",
                shop,
                netsuite,
                OrderSyncs.Options.standard()
                        .with(OrderSyncs.Booking.ORDER_AND_DEPOSITS)
                        .with(OrderSyncs.CompanyCustomer.LOCATION)
                        .followingChanges(true));
        Sync<?> companies = CompanySyncs.toErp(shop, netsuite);
        Sync<?> refunds = RefundSyncs.toErp(shop, netsuite);
        Sync<?> payouts = PayoutSyncs.toErp(shop, netsuite);
        // end::shopify-syncs[]
        return List.of(orders, companies, refunds, payouts);
    }

    private static Sync<?> products(Connector netsuite, Connector shop) {
        // tag::shopify-products[]
        Sync<?> products = ProductSyncs.toStorefront(
                "shopify-products",
                netsuite,
                shop,
                ProductSyncs.Options.standard()
                        .basePrice("Online Price") // NetSuite's price level
                        .priceList("Trade", "USD", "Dealers US") // a price list in Shopify
                        .priceList("Trade", "CAD", "Dealers Canada"));
        // end::shopify-products[]
        return products;
    }

    private static Sync<?> edits(Connector netsuite, Connector shop) {
        // tag::shopify-edits[]
        Sync<?> edits = OrderEditSyncs.toStorefront(netsuite, shop); // beside an order sync with followingChanges(true)
        // end::shopify-edits[]
        return edits;
    }

    private static HttpServer listen(InetSocketAddress address, Map<String, String> settings, SyncEngine engine)
            throws IOException {
        // tag::shopify-webhooks[]
        WebhookIntake intake = WebhookIntake.of(ShopifySettings.schema().read(settings));
        SyncOperations orders = engine.operations("shopify-orders", "webhooks");
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/shopify", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readNBytes(WebhookIntake.LARGEST + 1);
                WebhookReceipt receipt = intake.receive(exchange.getRequestHeaders(), body);
                receipt.<Optional<RecordRef>>fold(accepted -> order(accepted.webhook()), refused -> Optional.empty())
                        .ifPresent(orders::hint); // durable before Shopify is answered
                exchange.sendResponseHeaders(receipt.status(), -1);
            }
        });
        server.start();
        // end::shopify-webhooks[]
        return server;
    }

    // tag::shopify-webhook-order[]
    /** The order of a delivery, if it is about one. */
    private static Optional<RecordRef> order(Webhook webhook) {
        return webhook.record().filter(ref -> ref.type().equals(RecordType.SALES_ORDER.name()));
    }
    // end::shopify-webhook-order[]

    @Test
    void the_settings_of_the_guide_are_accepted() {
        assertThat(connectors.problems("shopify", shopSettings())).isEmpty();
        assertThat(connectors.problems("netsuite", bookSettings())).isEmpty();
        connectors.open("shopify", shopSettings()).close();
        connectors.open("netsuite", bookSettings()).close();
    }

    @Test
    void the_syncs_of_the_guide_have_the_names_of_the_guide() {
        Connector shop = new FakeConnector(new FakeWorld(new AccountId("shopify", "acme.myshopify.com"), time));
        assertThat(syncs(shop, netsuite))
                .extracting(Sync::name)
                .containsExactly("shopify-orders", "companies", "refunds", "payouts");
        assertThat(products(netsuite, shop).name()).isEqualTo("shopify-products");
        assertThat(edits(netsuite, shop).name()).isEqualTo("storefront-edits");
    }

    @Test
    void a_delivery_leads_to_an_order_that_the_window_does_not_show_yet() throws IOException {
        try (ShopifySimulator simulator = ShopifySimulator.builder(time).start()) {
            Map<String, String> settings = ShopifySettings.builder()
                    .shop("example-outfitters.myshopify.com")
                    .ownApp(simulator.clientId(), simulator.clientSecret())
                    .baseUrl(simulator.endpoint())
                    .toMap();
            try (Connector shop = connectors.open("shopify", settings);
                    SyncEngine engine = SyncEngine.builder()
                            .store(store)
                            .time(time)
                            .startAt(Instant.parse("2026-11-20T00:00:00Z"))
                            .sync(OrderSyncs.orders("shopify-orders", shop, netsuite, OrderSyncs.Options.standard()))
                            .build()) {
                HttpServer server =
                        listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), settings, engine);
                try {
                    simulator.orders().placePaid(NewOrder.of(NewLine.of("MUG-BLUE", 2, "19.99")));
                    URI address = URI.create("http://" + server.getAddress().getHostString() + ":"
                            + server.getAddress().getPort() + "/shopify");
                    List<WebhookDelivery> deliveries = simulator.webhooks().take();
                    assertThat(deliveries).isNotEmpty();
                    for (WebhookDelivery delivery : deliveries) {
                        assertThat(delivery.sendTo(address, HttpClient.newHttpClient()))
                                .isEqualTo(200);
                    }
                } finally {
                    server.stop(0);
                }
                assertThat(engine.run("shopify-orders", RunBudget.minutes(5)).count(Outcome.APPLIED))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void scopes_of_shopify() throws IOException {
        StringBuilder table = new StringBuilder("| for | scopes |\n|---|---|\n");
        for (String area : Scopes.areas()) {
            table.append("| ").append(area).append(" | ");
            table.append(Scopes.of(area).stream()
                    .map(need -> need.anyOf().stream()
                            .map(scope -> "`" + scope + "`")
                            .collect(Collectors.joining(" or ")))
                    .collect(Collectors.joining(", ")));
            table.append(" |\n");
        }
        Path page = Manual.root().resolve("docs/shopify.md");
        String text = Manual.read(page);
        assertThat(SCOPES.matcher(text).results().count()).isEqualTo(1);
        String made = SCOPES.matcher(text).replaceFirst(Matcher.quoteReplacement(table.toString()));
        if (Manual.write()) {
            Files.writeString(page, made);
        }
        assertThat(Manual.read(page))
                .as("docs/shopify.md; -Ddocs.write=true brings it up to date")
                .isEqualTo(made);
    }
}
