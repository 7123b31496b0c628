package dev.drayage.testkit.shipstation;

import dev.drayage.testkit.wire.FaultPlan;
import dev.drayage.testkit.wire.WireServer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One ShipStation account behind the V2 API, on a free loopback port. All time comes from the clock given to the
 * builder, and all chance from the habits' seed. Thread-safe.
 *
 * <p>What it simulates: creating, reading, updating, cancelling and listing of shipments, reading and listing of
 * labels, listing and creating of fulfillments, reading of warehouses, with the request limit and the vendor's refusals; and the people who ship, on command
 * or by habit.
 */
public final class ShipStationSimulator implements AutoCloseable {
    private final Builder settings;
    private final FaultPlan faults = new FaultPlan();
    private final WriteJournal journal = new WriteJournal();
    private final Traffic traffic = new Traffic();
    private final RateLimit limit;
    private final Account account;
    private final ShippingDesk desk;
    private final WorkingDay day;
    private final WireServer server;

    private ShipStationSimulator(Builder settings) {
        this.settings = settings;
        limit = new RateLimit(settings.clock);
        account = new Account(settings.clock, settings.zone);
        Despatch despatch = new Despatch(account, settings.splitIdentity, settings.statusOfMarkedShipped);
        desk = new ShippingDesk(account, despatch);
        day = new WorkingDay(account, despatch, settings.habits);
        server = WireServer.start(
                new ShipStationGateway(
                        account,
                        settings.apiKey,
                        limit,
                        traffic,
                        new ShipmentsApi(account, journal, traffic),
                        new LabelsApi(account, traffic),
                        new FulfillmentsApi(account, despatch, journal, traffic),
                        new WarehousesApi(settings.warehouses, account.now())),
                faults);
    }

    /** Starts the settings of an account whose time is {@code clock}. */
    public static Builder builder(InstantSource clock) {
        return new Builder(clock);
    }

    /** Where the API listens, without {@code /v2} and a trailing slash. */
    public URI endpoint() {
        return server.baseUri();
    }

    /** The key that the {@code api-key} header must carry. */
    public String apiKey() {
        return settings.apiKey;
    }

    /** The people at ShipStation. */
    public ShippingDesk desk() {
        return desk;
    }

    /** One round: the people at ShipStation ship what is due, as their habits are. The clock stays where it is. */
    public void work() {
        synchronized (account) {
            day.work();
        }
    }

    /** Whether sales orders wait to be shipped, or labels to be bought again. */
    public boolean hasWork() {
        synchronized (account) {
            return day.hasWork();
        }
    }

    /** The request limit. */
    public RateLimit limit() {
        return limit;
    }

    /** Faults on the wire. */
    public FaultPlan faults() {
        return faults;
    }

    /** Writes that were carried out. */
    public WriteJournal journal() {
        return journal;
    }

    /** Requests, refusals, and what the vendor passed over. */
    public Traffic traffic() {
        return traffic;
    }

    /** How long after a change the lists begin to tell of it; single shipments are always answered as they are. */
    public void listsLag(Duration lag) {
        synchronized (account) {
            account.listLag(lag);
        }
    }

    /** All shipments, those that were split off too, in the order they came to be. */
    public List<Shipment> shipments() {
        synchronized (account) {
            return account.shipments();
        }
    }

    /** The shipment with one external id. */
    public Optional<Shipment> shipment(String externalShipmentId) {
        synchronized (account) {
            return account.shipmentByExternalId(externalShipmentId).map(ShipmentState::facts);
        }
    }

    /** All labels, voided ones too, in the order they were bought. */
    public List<Label> labels() {
        synchronized (account) {
            return account.labels();
        }
    }

    /** All fulfillments, voided ones too, in the order they were entered. */
    public List<Fulfillment> fulfillments() {
        synchronized (account) {
            return account.fulfillments();
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final InstantSource clock;
        private String apiKey = "example-api-key";
        private ZoneId zone = ZoneId.of("America/Los_Angeles");
        private Set<String> warehouses = Set.of("se-28529731");
        private Habits habits = Habits.plain();
        private SplitIdentity splitIdentity = SplitIdentity.OWN;
        private ShipmentStatus statusOfMarkedShipped = ShipmentStatus.LABEL_PURCHASED;

        private Builder(InstantSource clock) {
            this.clock = clock;
        }

        /** The account's key. */
        public Builder apiKey(String key) {
            apiKey = key;
            return this;
        }

        /** The account's zone, in which labels and fulfillments have their days. */
        public Builder zone(ZoneId place) {
            zone = place;
            return this;
        }

        /** The ids of the account's warehouses; at first the one of the vendor's samples. */
        public Builder warehouses(String... ids) {
            warehouses = Set.of(ids);
            return this;
        }

        /** How {@link ShipStationSimulator#work} ships; plainly at first. */
        public Builder habits(Habits how) {
            habits = how;
            return this;
        }

        /** Which external id a split-off shipment has; one of its own at first. */
        public Builder splitIdentity(SplitIdentity identity) {
            splitIdentity = identity;
            return this;
        }

        /**
         * The status of a shipment that was marked as shipped. The vendor does not say; at first that of a shipment
         * with a label, the only published status of goods that left.
         */
        public Builder statusOfMarkedShipped(ShipmentStatus status) {
            statusOfMarkedShipped = status;
            return this;
        }

        /** Opens the account. */
        public ShipStationSimulator start() {
            return new ShipStationSimulator(this);
        }
    }
}
