package dev.drayage.shopify.internal;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.shopify.ShopifyProvider;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.ShopifySettingsBuilder;
import dev.drayage.shopify.internal.api.ApiOptions;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorState;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.FaultPlan;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import dev.drayage.testkit.wire.WireServer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A server on this machine that answers as a test tells it, on a clock that only tests move. It is no shop: it answers the
 * next of the planned bodies, whatever is asked.
 */
public final class LoopbackShop implements AutoCloseable, WireServer.Vendor {
    public static final String SHOP = "acme.myshopify.com";
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final HttpClient TRANSPORT = ApiClient.standardTransport();
    private static final String COST = "\"extensions\":{\"cost\":{\"requestedQueryCost\":10,\"actualQueryCost\":10,"
            + "\"throttleStatus\":{\"maximumAvailable\":2000.0,\"currentlyAvailable\":1990,\"restoreRate\":100.0}}}";

    public final SettableTime time = new SettableTime(NOW);
    public final FaultPlan faults = new FaultPlan();
    public final List<WireRequest> requests = new CopyOnWriteArrayList<>();
    private final InMemorySyncStore store = new InMemorySyncStore(time);
    private final Deque<WireResponse> planned = new ArrayDeque<>();
    private final Deque<WireResponse> tokens = new ArrayDeque<>();
    private volatile Function<WireRequest, WireResponse> otherwise = request -> nothing();
    private final WireServer server = WireServer.start(this, faults);
    public final ShopifySettingsBuilder settings = ShopifySettings.builder()
            .shop(SHOP)
            .accessToken("shpat_0123456789abcdef")
            .baseUrl(server.baseUri());

    /** Settings without credentials. */
    public ShopifySettingsBuilder bare() {
        return ShopifySettings.builder().shop(SHOP).baseUrl(server.baseUri());
    }

    /** Plans the next answer to a document. */
    public synchronized LoopbackShop answers(WireResponse response) {
        planned.add(response);
        return this;
    }

    /** Plans the next answer to a document: data, with what it cost. */
    public LoopbackShop data(String data) {
        return answers(WireResponse.json(200, "{\"data\":" + data + "," + COST + "}"));
    }

    /** Plans the next answer to a document: the whole body. */
    public LoopbackShop body(String body) {
        return answers(WireResponse.json(200, body));
    }

    /** Plans the next answer of the token endpoint. */
    public synchronized LoopbackShop token(int status, String body) {
        tokens.add(WireResponse.json(status, body));
        return this;
    }

    @Override
    public synchronized WireResponse answer(WireRequest request) {
        requests.add(request);
        Deque<WireResponse> plan = request.path().endsWith("/access_token") ? tokens : planned;
        WireResponse next = plan.poll();
        return next == null ? otherwise.apply(request) : next;
    }

    private static WireResponse nothing() {
        return WireResponse.json(404, "{\"errors\":\"Not Found\"}");
    }

    /** What is answered when nothing is planned. */
    public void otherwise(Function<WireRequest, WireResponse> answer) {
        otherwise = answer;
    }

    @Override
    public WireResponse refusal(Fault fault, WireRequest request) {
        return WireResponse.json(fault == Fault.TOKEN_REJECTED ? 401 : 503, "{\"errors\":\"refused\"}");
    }

    /** What the connector keeps. */
    public ConnectorState state() {
        return store.connectorState("acme", new AccountId("shopify", SHOP));
    }

    public ConnectorContext context() {
        Function<AccountId, ConnectorState> states = account -> state();
        return new ConnectorContext(time, new Random(7), TRANSPORT, states);
    }

    public ShopifyApi api() {
        return api(settings.toMap());
    }

    public ShopifyApi api(Map<String, String> flat) {
        return ShopifyApi.open(
                ApiOptions.of(ShopifySettings.schema().read(flat)), new AccountId("shopify", SHOP), context());
    }

    public Connector open() {
        return new ShopifyProvider().open(ShopifySettings.schema().read(settings.toMap()), context());
    }

    public CallContext call() {
        return CallContext.within(Duration.ofSeconds(60), time, new Cancellation(), Priority.ORDERS);
    }

    /** Requests to the token endpoint. */
    public List<WireRequest> logins() {
        return requests.stream()
                .filter(request -> request.path().endsWith("/access_token"))
                .toList();
    }

    /** Requests with a document. */
    public List<WireRequest> documents() {
        return requests.stream()
                .filter(request -> request.path().endsWith("/graphql.json"))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
