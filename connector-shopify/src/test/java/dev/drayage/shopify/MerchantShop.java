package dev.drayage.shopify;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.http.ApiClient;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.ShopifySimulator;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A simulated shop and the connector that reads and writes it, on one clock that only moves when told to. */
final class MerchantShop implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
    private static final HttpClient HTTP = ApiClient.standardTransport();

    final SettableTime time = new SettableTime(START);
    final ShopifySimulator shop;
    final Connector connector;

    private MerchantShop(
            UnaryOperator<ShopifySimulator.Builder> shaped, UnaryOperator<ShopifySettingsBuilder> settings) {
        ShopifySimulator.Builder builder = shaped.apply(ShopifySimulator.builder(time));
        Path specs = Path.of(System.getProperty("drayage.specs", ""));
        if (Files.isDirectory(specs.resolve("shopify"))) {
            builder.validatingAgainst(specs);
        }
        shop = builder.start();
        connector = connect(settings);
    }

    static MerchantShop open() {
        return new MerchantShop(shaped -> shaped, settings -> settings);
    }

    static MerchantShop open(
            UnaryOperator<ShopifySimulator.Builder> shaped, UnaryOperator<ShopifySettingsBuilder> settings) {
        return new MerchantShop(shaped, settings);
    }

    /** One more connector to the same shop. */
    Connector connect(UnaryOperator<ShopifySettingsBuilder> settings) {
        Settings read = ShopifySettings.schema()
                .read(settings.apply(ShopifySettings.builder()
                                .shop("acme.myshopify.com")
                                .accessToken(shop.tokens().staticToken())
                                .erpPaymentMethod("Booked in NetSuite")
                                .baseUrl(shop.endpoint()))
                        .toMap());
        InMemorySyncStore store = new InMemorySyncStore(time);
        return new ShopifyProvider()
                .open(
                        read,
                        new ConnectorContext(
                                time, new SplittableRandom(7), HTTP, account -> store.connectorState("acme", account)));
    }

    CallContext call() {
        return CallContext.within(Duration.ofMinutes(10), time, new Cancellation(), Priority.ORDERS);
    }

    <T extends CommerceRecord> RecordSource<T> source(RecordType<T> type) {
        return connector.source(type).orElseThrow();
    }

    <T extends CommerceRecord> RecordSink<T> sink(RecordType<T> type) {
        return connector.sink(type).orElseThrow();
    }

    /** The order as the connector reads it now. */
    Change<SalesOrder> fetch(ShopOrder order) {
        return source(RecordType.SALES_ORDER)
                .fetch(
                        RecordRef.of(connector.account(), RecordType.SALES_ORDER, Long.toString(order.number())),
                        call());
    }

    /** The order as the connector reads it now; it must be readable. */
    SalesOrder read(ShopOrder order) {
        Change<SalesOrder> change = fetch(order);
        if (change instanceof Change.Present<SalesOrder> present) {
            return present.record();
        }
        throw new AssertionError("not readable: " + change);
    }

    @Override
    public void close() {
        connector.close();
        shop.close();
        if (!shop.traffic().violations().isEmpty()) {
            throw new AssertionError(
                    "refused by the vendor's schema: " + shop.traffic().violations());
        }
    }
}
