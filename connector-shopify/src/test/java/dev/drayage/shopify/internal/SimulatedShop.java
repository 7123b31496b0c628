package dev.drayage.shopify.internal;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifyProvider;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.ShopifySettingsBuilder;
import dev.drayage.shopify.internal.api.ApiOptions;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.shopify.ShopifySimulator;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A simulated shop on a clock that only tests move; where Shopify's schemas are at hand every document is held against them.
 */
public final class SimulatedShop implements AutoCloseable {
    public static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
    public static final AccountId ACCOUNT = new AccountId("shopify", "example-outfitters.myshopify.com");
    private static final HttpClient TRANSPORT = ApiClient.standardTransport();

    public final SettableTime time = new SettableTime(START);
    public final ShopifySimulator shop;
    private final ConnectorContext context;

    public SimulatedShop() {
        this(builder -> builder);
    }

    public SimulatedShop(UnaryOperator<ShopifySimulator.Builder> shaped) {
        ShopifySimulator.Builder builder = shaped.apply(ShopifySimulator.builder(time));
        Path specs = Path.of(System.getProperty("drayage.specs", "specs"));
        if (Files.isDirectory(specs.resolve("shopify"))) {
            builder.validatingAgainst(specs);
        }
        shop = builder.start();
        InMemorySyncStore store = new InMemorySyncStore(time);
        context =
                new ConnectorContext(time, new Random(7), TRANSPORT, account -> store.connectorState("acme", account));
    }

    /** Settings that open the shop. */
    public ShopifySettingsBuilder settings() {
        return ShopifySettings.builder()
                .shop(ACCOUNT.id())
                .accessToken(shop.tokens().staticToken())
                .baseUrl(shop.endpoint());
    }

    /** The API, opened anew. */
    public ShopifyApi api() {
        return ShopifyApi.open(ApiOptions.of(read(settings())), ACCOUNT, context);
    }

    /** The connector, opened anew. */
    public Connector open(ShopifySettingsBuilder settings) {
        return new ShopifyProvider().open(read(settings), context);
    }

    /** A source of a connector that is opened anew. */
    public <T extends CommerceRecord> RecordSource<T> source(RecordType<T> type) {
        return open(settings()).source(type).orElseThrow();
    }

    private static Settings read(ShopifySettingsBuilder settings) {
        return ShopifySettings.schema().read(settings.toMap());
    }

    public CallContext call() {
        return CallContext.within(Duration.ofMinutes(10), time, new Cancellation(), Priority.ORDERS);
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        time.advance(duration);
    }

    /** All changes of a window. */
    public <T extends CommerceRecord> List<Change<T>> all(RecordSource<T> source, Instant from, Instant to) {
        List<Change<T>> changes = new ArrayList<>();
        Optional<Cursor> at = Optional.empty();
        do {
            Page<T> page = source.read(new Slice.Window(from, to), at, call());
            changes.addAll(page.changes());
            at = page.next();
        } while (at.isPresent());
        return changes;
    }

    /** The record of a change that can be read. */
    public static <T extends CommerceRecord> T record(Change<T> change) {
        if (change instanceof Change.Present<T> present) {
            return present.record();
        }
        throw new AssertionError("not readable: " + change);
    }

    @Override
    public void close() {
        shop.close();
    }
}
