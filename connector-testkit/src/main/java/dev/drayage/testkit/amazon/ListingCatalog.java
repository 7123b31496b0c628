package dev.drayage.testkit.amazon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The seller's listings, one for each SKU and store, with what they offer. A listing's own stock goes down in force when an
 * order for it is placed that the merchant ships; what was submitted stays as it was. Thread-safe.
 */
public final class ListingCatalog {
    private final Map<Place, SimulatedListing> listings = new LinkedHashMap<>();
    private final Map<Place, ListedStock> stock = new LinkedHashMap<>();
    private final PriorityQueue<Sale> sales = new PriorityQueue<>(Comparator.comparing(Sale::at));
    private final Deque<ListingIssue> toRefuse = new ArrayDeque<>();
    private final Deque<ListingIssue> toFail = new ArrayDeque<>();
    private final InstantSource clock;
    private Duration lag = Duration.ZERO;

    ListingCatalog(InstantSource clock) {
        this.clock = clock;
    }

    private record Place(String sku, Marketplace marketplace) {}

    private record Sale(Instant at, Place place, int units) {}

    /** Puts a listing in, or replaces the one with its SKU and store; what it says is submitted and in force. */
    public synchronized void put(SimulatedListing listing) {
        settle();
        Place place = new Place(listing.sku(), listing.marketplace());
        listings.put(place, listing);
        stock.put(place, new ListedStock(listing));
    }

    /** Takes the listings of a SKU away. */
    public synchronized void remove(String sku) {
        listings.keySet().removeIf(place -> place.sku().equals(sku));
        stock.keySet().removeIf(place -> place.sku().equals(sku));
    }

    /** One listing; of several with this SKU the first. */
    public synchronized Optional<SimulatedListing> listing(String sku) {
        return listings.values().stream()
                .filter(listing -> listing.sku().equals(sku))
                .findFirst();
    }

    /** The listing of a SKU in one store. */
    public synchronized Optional<SimulatedListing> listing(String sku, Marketplace store) {
        return Optional.ofNullable(listings.get(new Place(sku, store)));
    }

    /** All listings. */
    public synchronized List<SimulatedListing> all() {
        return List.copyOf(listings.values());
    }

    /** What a listing offers now through the merchant's own stock; empty if it has no such channel. */
    public synchronized Optional<ChannelStock> inForce(String sku, Marketplace store) {
        return channels(sku, store).stream()
                .filter(channel -> channel.channelCode().equals("DEFAULT"))
                .findFirst();
    }

    /** What a listing offers now, channel by channel. */
    public synchronized Collection<ChannelStock> channels(String sku, Marketplace store) {
        settle();
        return List.copyOf(stockOf(sku, store).inForce(clock.instant()).values());
    }

    /** What was last submitted for a listing, channel by channel, be it in force or not. */
    public synchronized Collection<ChannelStock> submitted(String sku, Marketplace store) {
        return List.copyOf(stockOf(sku, store).submitted().values());
    }

    /** Somebody sets the handling time of the merchant's own stock, and when there will be more, in Seller Central. */
    public synchronized void promise(String sku, Marketplace store, int handlingDays, Optional<LocalDate> restockDate) {
        settle();
        ListedStock listed = stockOf(sku, store);
        ChannelStock own = inForce(sku, store)
                .orElseThrow(() -> new IllegalArgumentException(sku + " is not sold from the merchant's stock"));
        listed.enter(own.promising(Optional.of(handlingDays), restockDate), clock.instant());
    }

    /** Puts a channel beside those that a listing has, or changes it, in Seller Central. */
    public synchronized void enter(String sku, Marketplace store, String channelCode, int quantity) {
        settle();
        stockOf(sku, store).enter(ChannelStock.of(channelCode, quantity), clock.instant());
    }

    /** How long after its acceptance a submission is in force. */
    public synchronized void submissionsAreInForceAfter(Duration delay) {
        lag = delay;
    }

    /** The next submission is answered with status 200 and INVALID. */
    public synchronized void refuseNext(String code, String message) {
        toRefuse.add(new ListingIssue(code, message, "INVALID_ATTRIBUTE"));
    }

    /** The next submission is accepted, never comes into force, and leaves an issue at the listing. */
    public synchronized void failNext(String code, String message) {
        toFail.add(new ListingIssue(code, message, "INVALID_ATTRIBUTE"));
    }

    synchronized Optional<ListingIssue> takeRefusal() {
        return Optional.ofNullable(toRefuse.poll());
    }

    synchronized List<ListingIssue> issues(SimulatedListing listing) {
        return stockOf(listing.sku(), listing.marketplace()).issues(clock.instant());
    }

    /** Takes a checked submission in; for a SKU without a listing it comes to nothing. */
    synchronized void submit(String sku, Collection<Marketplace> stores, List<ListingPatch> patches) {
        settle();
        Optional<ListingIssue> failure = Optional.ofNullable(toFail.poll());
        for (Marketplace store : stores) {
            ListedStock listed = stock.get(new Place(sku, store));
            if (listed != null) {
                listed.submit(patches, clock.instant().plus(lag), failure);
            }
        }
    }

    /** An order was placed: now, if its time has passed, else in the clock's future. */
    synchronized void sold(SimulatedOrder order) {
        Instant now = clock.instant();
        Instant placed = order.createdTime().isBefore(now) ? now : order.createdTime();
        if (order.fulfilledBy() == FulfilledBy.MERCHANT) {
            order.items()
                    .forEach(item ->
                            sales.add(new Sale(placed, new Place(item.sku(), order.marketplace()), item.quantity())));
        }
    }

    private void settle() {
        Instant now = clock.instant();
        for (Sale next = sales.peek(); next != null && !next.at().isAfter(now); next = sales.peek()) {
            ListedStock listed = stock.get(next.place());
            if (listed != null) {
                listed.sell(next.units(), next.at());
            }
            sales.remove();
        }
    }

    private ListedStock stockOf(String sku, Marketplace store) {
        ListedStock listed = stock.get(new Place(sku, store));
        if (listed == null) {
            throw new IllegalArgumentException("No listing of " + sku + " in " + store);
        }
        return listed;
    }
}
