package dev.drayage.shopify.internal;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.ShopifyProvider;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.ShopifySettingsBuilder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.RecordSink;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.shopify.StockLocation;
import dev.drayage.testkit.shopify.Variant;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Function;

/**
 * A simulated shop with two locations and two products, and a connector opened at it, on one clock that only tests move. Every
 * document is held against Shopify's schema where the vendor's specs are there.
 */
public final class StockedShop implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    public static final AccountId ERP = AccountId.parse("netsuite:TSTDRV1");
    private static final String DOMAIN = "acme.myshopify.com";
    public static final AccountId SHOP = new AccountId("shopify", DOMAIN);
    private static final HttpClient TRANSPORT = ApiClient.standardTransport();

    public final SettableTime time = new SettableTime(NOW);
    public final ShopifySimulator shop;
    public final StockLocation east;
    public final StockLocation west;
    public final Variant shirt;
    public final Variant mug;
    public final ShopifySettingsBuilder settings;
    private final InMemorySyncStore store = new InMemorySyncStore(time);

    public StockedShop() {
        ShopifySimulator.Builder builder = ShopifySimulator.builder(time).shop("Acme", DOMAIN);
        Path specs = Path.of(System.getProperty("drayage.specs", "specs"));
        shop = (Files.exists(specs.resolve("shopify/schema")) ? builder.validatingAgainst(specs) : builder).start();
        east = shop.stock().location("East");
        west = shop.stock().location("West");
        shirt = shop.stock().product("SHIRT-1", "Shirt", "20.00");
        mug = shop.stock().product("MUG-1", "Mug", "7.50");
        shop.stock().available(shirt, east, 10);
        shop.stock().available(shirt, west, 10);
        shop.stock().available(mug, east, 10);
        settings = ShopifySettings.builder()
                .shop(DOMAIN)
                .accessToken(shop.tokens().staticToken())
                .baseUrl(shop.endpoint())
                .location(east.number(), "Main Warehouse")
                .location(west.number(), "Second Warehouse");
    }

    public Connector open() {
        ConnectorState state = store.connectorState("acme", SHOP);
        Function<AccountId, ConnectorState> states = account -> state;
        return new ShopifyProvider()
                .open(
                        ShopifySettings.schema().read(settings.toMap()),
                        new ConnectorContext(time, new Random(7), TRANSPORT, states));
    }

    public <T extends CommerceRecord> RecordSink<T> sink(RecordType<T> type) {
        return open().sink(type).orElseThrow();
    }

    public CallContext call() {
        return CallContext.within(Duration.ofSeconds(60), time, new Cancellation(), Priority.ORDERS);
    }

    /** Two shirts and a mug, to be shipped from the east. */
    public ShopOrder order() {
        return shop.orders()
                .placePaid(NewOrder.of(
                        NewLine.of("SHIRT-1", 2, "20.00").from(east),
                        NewLine.of("MUG-1", 1, "7.50").from(east)));
    }

    /** The number at the end of a global id. */
    public static String number(String gid) {
        return gid.substring(gid.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        shop.close();
    }
}
