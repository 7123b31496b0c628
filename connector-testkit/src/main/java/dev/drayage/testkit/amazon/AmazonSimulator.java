package dev.drayage.testkit.amazon;

import dev.drayage.testkit.wire.FaultPlan;
import dev.drayage.testkit.wire.WireServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Seller Central of one seller in one region, on a free loopback port: the same address serves Login with Amazon and
 * the Selling Partner API. All time comes from the clock given to the builder. Thread-safe.
 *
 * <p>What it simulates: {@code searchOrders} and {@code getOrder} of Orders 2026-01-01, {@code confirmShipment} of
 * Orders v0, reading of Listings Items 2021-08-01 and their
 * {@code patchListingsItem} as far as it concerns stock, reading of Sellers v1, with usage plans and Amazon's refusals.
 */
public final class AmazonSimulator implements AutoCloseable {
    private final Builder settings;
    private final CallerRules callerRules = new CallerRules();
    private final FaultPlan faults = new FaultPlan();
    private final WriteJournal journal = new WriteJournal();
    private final OrderOddities oddities = new OrderOddities();
    private final PlannedAnswers planned = new PlannedAnswers();
    private final Traffic traffic = new Traffic();
    private final AtomicReference<Set<Role>> roles = new AtomicReference<>(EnumSet.allOf(Role.class));
    private final ListingCatalog listings;
    private final OrderBook orders;
    private final LoginWithAmazon login;
    private final UsagePlans quota;
    private final SellingPartnerGateway gateway;
    private final WireServer server;

    private AmazonSimulator(Builder settings) {
        this.settings = settings;
        InstantSource clock = settings.clock;
        listings = new ListingCatalog(clock);
        orders = new OrderBook(clock, journal, listings);
        login = new LoginWithAmazon(clock, settings.clientId, settings.clientSecret, settings.refreshToken);
        quota = new UsagePlans(clock);
        ListingsApi items = new ListingsApi(listings, settings.sellerId);
        gateway = new SellingPartnerGateway(
                clock,
                callerRules,
                login,
                quota,
                traffic,
                planned,
                new OrdersApi(orders, oddities, roles::get),
                new ShipmentConfirmations(orders),
                items,
                new ListingSubmissions(listings, items, journal, clock),
                new SellersApi(settings.marketplaces, settings.storeName));
        server = WireServer.start(gateway, faults);
    }

    /** Starts the settings of a simulator whose time is {@code clock}. */
    public static Builder builder(InstantSource clock) {
        return new Builder(clock);
    }

    /** Where the Selling Partner API listens, without a trailing slash. */
    public URI endpoint() {
        return server.baseUri();
    }

    /** Where Login with Amazon gives out tokens. */
    public URI tokenEndpoint() {
        return server.baseUri().resolve("/auth/o2/token");
    }

    /** The application's client id. */
    public String clientId() {
        return settings.clientId;
    }

    /** The client secret that the simulator started with. */
    public String clientSecret() {
        return settings.clientSecret;
    }

    /** The seller's refresh token. */
    public String refreshToken() {
        return settings.refreshToken;
    }

    /** The seller's id. */
    public String sellerId() {
        return settings.sellerId;
    }

    /** Orders: seeding, moving on, reading. */
    public OrderBook orders() {
        return orders;
    }

    /** Listings. */
    public ListingCatalog listings() {
        return listings;
    }

    /** Tokens, secrets and the seller's consent. */
    public LoginWithAmazon login() {
        return login;
    }

    /** Usage plans. */
    public UsagePlans quota() {
        return quota;
    }

    /** Faults on the wire. */
    public FaultPlan faults() {
        return faults;
    }

    /** Odd behaviour of searchOrders and getOrder. */
    public OrderOddities orderOddities() {
        return oddities;
    }

    /** Answers written by the test. */
    public PlannedAnswers plannedAnswers() {
        return planned;
    }

    /** Accepted writes. */
    public WriteJournal journal() {
        return journal;
    }

    /** Requests and refusals. */
    public Traffic traffic() {
        return traffic;
    }

    /** The restricted roles that the application has from now on. */
    public void roles(Set<Role> granted) {
        roles.set(granted.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(granted));
    }

    /** Whether planned server errors are 503 {@code ServiceUnavailable} instead of 500 {@code InternalFailure}. */
    public void serverErrorsAreUnavailable(boolean value) {
        gateway.serverErrorsAreUnavailable(value);
    }

    /**
     * Whether a GET with {@code Content-Length: 0} is refused like one with a longer body, as Amazon documents. Off at
     * first, because Java 17's HTTP client sends that header with every GET over HTTP/1.1.
     */
    public void refuseZeroContentLength(boolean refused) {
        callerRules.refuseZeroContentLength(refused);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final InstantSource clock;
        private String clientId = "amzn1.application-oa2-client.example";
        private String clientSecret = "amzn1.oa2-cs.v1.example";
        private String refreshToken = "Atzr|example-refresh-token";
        private String sellerId = "A1EXAMPLESELLER";
        private String storeName = "Example Outfitters";
        private Set<Marketplace> marketplaces = EnumSet.of(Marketplace.US);

        private Builder(InstantSource clock) {
            this.clock = clock;
        }

        /** The application that may ask for tokens. */
        public Builder application(String id, String secret) {
            clientId = id;
            clientSecret = secret;
            return this;
        }

        /** The seller and the refresh token that stands for the seller's consent. */
        public Builder seller(String id, String name, String token) {
            sellerId = id;
            storeName = name;
            refreshToken = token;
            return this;
        }

        /** The stores that the seller takes part in. */
        public Builder marketplaces(Set<Marketplace> stores) {
            marketplaces = EnumSet.copyOf(stores);
            return this;
        }

        /** Starts the simulator. */
        public AmazonSimulator start() {
            return new AmazonSimulator(this);
        }
    }
}
