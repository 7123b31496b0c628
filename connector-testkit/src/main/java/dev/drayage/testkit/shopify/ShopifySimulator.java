package dev.drayage.testkit.shopify;

import dev.drayage.testkit.wire.FaultPlan;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One shop on a free loopback port: the same address serves the token endpoint and the Admin GraphQL API of versions
 * 2026-04, 2026-07 and 2026-10. All time comes from the clock given to the builder, ids from a seed. Thread-safe.
 */
public final class ShopifySimulator implements AutoCloseable {
    private final Builder settings;
    private final FaultPlan faults = new FaultPlan();
    private final Shop shop;
    private final Orders orders;
    private final Stock stock;
    private final Companies companies;
    private final PaymentsAccount payments;
    private final AppTokens tokens;
    private final CostBucket bucket;
    private final AdminApi api;
    private final WireServer server;
    private volatile Scopes scopes = new Scopes(Scopes.all());

    private ShopifySimulator(Builder settings) {
        this.settings = settings;
        ShopSettings facts = new ShopSettings(
                settings.name,
                settings.domain,
                settings.currency,
                settings.presentment,
                settings.zone,
                settings.plus,
                settings.payments);
        shop = new Shop(settings.clock, facts, settings.seed, settings.clientSecret);
        orders = new Orders(shop);
        stock = new Stock(shop);
        companies = new Companies(shop);
        payments = new PaymentsAccount(shop, orders.cashDesk());
        tokens = new AppTokens(settings.clock, settings.clientId, settings.clientSecret);
        bucket = new CostBucket(settings.clock);
        Shape root = new RootFields(shop, orders, companies, () -> scopes).shape();
        api = new AdminApi(
                tokens,
                new GraphQlEngine(shop, root, bucket, settings.specs, () -> scopes),
                shop.traffic(),
                () -> scopes);
        server = WireServer.start(api, faults);
    }

    /** Starts the settings of a simulator whose time is {@code clock}. */
    public static Builder builder(InstantSource clock) {
        return new Builder(clock);
    }

    /** Where the shop listens, without a trailing slash. */
    public URI endpoint() {
        return server.baseUri();
    }

    /** The GraphQL address of a version. */
    public URI graphQl(ApiVersion version) {
        return server.baseUri().resolve("/admin/api/" + version.text() + "/graphql.json");
    }

    /** Where tokens are given out. */
    public URI tokenEndpoint() {
        return server.baseUri().resolve("/admin/oauth/access_token");
    }

    /** The app's client id. */
    public String clientId() {
        return settings.clientId;
    }

    /** The app's client secret, with which webhooks are signed too. */
    public String clientSecret() {
        return settings.clientSecret;
    }

    /** Orders: buyers and the merchant's people, and reading. */
    public Orders orders() {
        return orders;
    }

    /** Locations, products, quantities, price lists. */
    public Stock stock() {
        return stock;
    }

    /** Customers and companies. */
    public Companies companies() {
        return companies;
    }

    /** Shopify Payments. */
    public PaymentsAccount payments() {
        return payments;
    }

    /** Tokens. */
    public AppTokens tokens() {
        return tokens;
    }

    /** The leaky bucket. */
    public CostBucket bucket() {
        return bucket;
    }

    /** Faults on the wire. */
    public FaultPlan faults() {
        return faults;
    }

    /** Webhook deliveries. */
    public Webhooks webhooks() {
        return shop.webhooks();
    }

    /** Accepted writes. */
    public WriteJournal journal() {
        return shop.journal();
    }

    /** Requests, refusals, violations of the schema. */
    public Traffic traffic() {
        return shop.traffic();
    }

    /** Whether a request is a mutation; fits {@code FaultPlan}. */
    public static boolean isMutation(WireRequest request) {
        return AdminApi.isMutation(request);
    }

    /** The scopes that the app has from now on, such as {@code read_orders}. */
    public void scopes(Set<String> granted) {
        scopes = new Scopes(granted);
    }

    /** How far searches run behind the records; reads by id do not. */
    public void searchLag(Duration lag) {
        synchronized (shop) {
            shop.searchLag(lag);
        }
    }

    /** Whether every mutation is refused with 503 before it runs. */
    public void writesFail(boolean fail) {
        api.writesFail(fail);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final InstantSource clock;
        private String clientId = "example-client-id";
        private String clientSecret = "shpss_example";
        private String name = "Example Outfitters";
        private String domain = "example-outfitters.myshopify.com";
        private String currency = "USD";
        private List<String> presentment = List.of("USD", "CAD", "EUR");
        private ZoneId zone = ZoneId.of("America/New_York");
        private boolean plus = true;
        private boolean payments = true;
        private long seed = 20261121L;
        private Optional<Path> specs = Optional.empty();

        private Builder(InstantSource clock) {
            this.clock = clock;
        }

        /** The app that may ask for tokens. */
        public Builder app(String id, String secret) {
            clientId = id;
            clientSecret = secret;
            return this;
        }

        /** The shop's name and domain. */
        public Builder shop(String shopName, String shopDomain) {
            name = shopName;
            domain = shopDomain;
            return this;
        }

        /** The shop's currency and those that buyers may pay in. */
        public Builder currency(String own, String... others) {
            currency = own;
            presentment = List.of(others);
            return this;
        }

        /** The shop's time zone. */
        public Builder zone(ZoneId id) {
            zone = id;
            return this;
        }

        /** The shop is not on Shopify Plus. */
        public Builder withoutPlus() {
            plus = false;
            return this;
        }

        /** The shop has no Shopify Payments. */
        public Builder withoutPayments() {
            payments = false;
            return this;
        }

        /** What ids are drawn from. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Every document is first held against Shopify's own schema in this folder of specs. */
        public Builder validatingAgainst(Path folder) {
            specs = Optional.of(folder);
            return this;
        }

        /** Starts the simulator. */
        public ShopifySimulator start() {
            return new ShopifySimulator(this);
        }
    }
}
