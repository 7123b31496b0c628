package dev.drayage.amazon;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.http.ApiClient;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A simulated Seller Central with an account opened at it, on one clock that only tests move. */
final class SellerCentral implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final String ORDER = "111-2223334-5556667";
    static final String LINE = "05015851154158";
    private static final HttpClient TRANSPORT = ApiClient.standardTransport();

    final SettableTime time = new SettableTime(NOW);
    final AmazonSimulator amazon;
    final AmazonSettingsBuilder settings;
    final MapState state = new MapState();

    SellerCentral() {
        amazon = AmazonSimulator.builder(time)
                .marketplaces(EnumSet.of(Marketplace.US, Marketplace.DE, Marketplace.JP))
                .start();
        settings = AmazonSettings.builder()
                .seller(amazon.sellerId(), AmazonRegion.NA)
                .marketplaces(Marketplace.US.id())
                .application(amazon.clientId(), amazon.clientSecret())
                .refreshToken(amazon.refreshToken())
                .endpoints(amazon.endpoint(), amazon.tokenEndpoint())
                .userAgent("Acme (Sync)", "1.2");
    }

    Connector open() {
        AmazonProvider provider = new AmazonProvider();
        return provider.open(
                provider.describe().settings().read(settings.toMap()),
                new ConnectorContext(time, new Random(7), TRANSPORT, account -> state));
    }

    RecordSource<SalesOrder> orders() {
        return open().source(RecordType.SALES_ORDER).orElseThrow();
    }

    RecordSink<ItemFulfillment> shipments() {
        return open().sink(RecordType.ITEM_FULFILLMENT).orElseThrow();
    }

    CallContext call() {
        return CallContext.within(Duration.ofSeconds(60), time, new Cancellation(), Priority.ORDERS);
    }

    /** Everything that changed in the days before and is old enough for Amazon to tell. */
    Slice.Window lately() {
        return new Slice.Window(
                time.instant().minus(Duration.ofDays(2)), time.instant().minus(Duration.ofMinutes(2)));
    }

    Page<SalesOrder> firstPage() {
        return orders().read(lately(), Optional.empty(), call());
    }

    /** An order of an hour ago: one line, two units. */
    static SimulatedOrder.Builder order(String id) {
        return SimulatedOrder.builder(id, NOW.minus(Duration.ofHours(1)));
    }

    static SimulatedItem.Builder item() {
        return SimulatedItem.builder(LINE, "WIDGET-1", 2, "19.99").title("Widget");
    }

    @Override
    public void close() {
        amazon.close();
    }

    /** State that lives as long as the test. */
    static final class MapState implements ConnectorState {
        private final Map<String, String> values = new ConcurrentHashMap<>();

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public Map<String, String> all(String prefix) {
            return values.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(prefix))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        public void put(String key, String value) {
            values.put(key, value);
        }

        @Override
        public boolean replace(String key, Optional<String> expected, String value) {
            return expected.map(old -> values.replace(key, old, value))
                    .orElseGet(() -> values.putIfAbsent(key, value) == null);
        }

        @Override
        public void remove(String key) {
            values.remove(key);
        }
    }

    static List<String> ids(Page<SalesOrder> page) {
        return page.changes().stream().map(change -> change.ref().id()).toList();
    }
}
