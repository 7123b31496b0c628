package dev.drayage.testkit.amazon;

import dev.drayage.testkit.wire.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The seller's orders. Tests put them in and move them on; the API answers from here. An order whose creation lies in
 * the clock's future does not exist yet. Thread-safe; all times by the simulator's clock.
 */
public final class OrderBook {
    private final Map<String, ListedOrder> orders = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> hiddenByLastUpdate = new HashSet<>();
    private final PriorityQueue<Awaited> awaited = new PriorityQueue<>(Comparator.comparing(Awaited::visibleAt));
    private final InstantSource clock;
    private final WriteJournal journal;
    private final ListingCatalog listings;
    private Duration confirmationLag = Duration.ZERO;
    private Duration listingLag = Duration.ZERO;
    private int confirmationsToLose;
    private boolean repeatsRefused;

    OrderBook(InstantSource clock, WriteJournal journal, ListingCatalog listings) {
        this.clock = clock;
        this.journal = journal;
        this.listings = listings;
    }

    /** Puts an order in: what the merchant has to ship is sold from its listing, when it is placed. */
    public synchronized void add(SimulatedOrder order) {
        put(new StoredOrder(order));
        listings.sold(order);
    }

    /** Puts orders in. */
    public synchronized void addAll(Collection<SimulatedOrder> all) {
        all.forEach(this::add);
    }

    /**
     * Puts in an order as text that is answered as it is, be it malformed; it passes all filters but the times, and
     * cannot be written to.
     */
    public synchronized void addRaw(String orderId, Instant createdTime, Instant lastUpdatedTime, String json) {
        put(new RawOrder(orderId, createdTime, lastUpdatedTime, json));
    }

    private void put(ListedOrder order) {
        if (orders.putIfAbsent(order.orderId(), order) != null) {
            throw new IllegalArgumentException("Order " + order.orderId() + " is in the book already");
        }
    }

    /** The payment of a pending order has cleared: price and address show, the order may be shipped. */
    public synchronized void release(String orderId) {
        change(orderId, order -> order.status(FulfillmentStatus.UNSHIPPED));
    }

    /** Cancels all units that are not shipped. */
    public synchronized void cancel(String orderId, String cancelledBy, String reason) {
        change(orderId, order -> order.cancelAll(cancelledBy, reason));
    }

    /** Cancels some units of one line. */
    public synchronized void cancelItem(String orderId, String orderItemId, int units, String reason) {
        change(orderId, order -> {
            SimulatedItem item = itemOf(order, orderItemId);
            if (units < 1 || units > order.open(item)) {
                throw new IllegalArgumentException(
                        "Only " + order.open(item) + " units of " + orderItemId + " are open");
            }
            order.cancel(item, units, "MERCHANT", reason);
        });
    }

    /** The buyer asks for a cancellation; the order stays as it is until somebody cancels. */
    public synchronized void requestCancellation(String orderId, String orderItemId, String reason) {
        change(orderId, order -> order.requestCancellation(itemOf(order, orderItemId), reason));
    }

    /** Everything was shipped without a confirmation: from Amazon's warehouse, or with a label bought from Amazon. */
    public synchronized void shipWithoutConfirmation(String orderId) {
        change(orderId, StoredOrder::shippedElsewhere);
    }

    /** Something about the order changed now, though nothing that shows. */
    public synchronized void touch(String orderId) {
        change(orderId, order -> {});
    }

    /** Sets the time of the last change, also backwards. */
    public synchronized void lastUpdatedTime(String orderId, Instant value) {
        stored(orderId).lastUpdatedTime(value.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Replaces what the buyer ordered: address, amounts, lines. What happened to the order stays. */
    public synchronized void edit(String orderId, UnaryOperator<SimulatedOrder> edit) {
        change(orderId, order -> order.edit(edit.apply(order.order())));
    }

    /** Leaves the order out of all searches, though {@code getOrder} still finds it. */
    public synchronized void hideFromSearch(String orderId) {
        hidden.add(orderId);
    }

    /** Leaves the order out of searches by last update, though those by creation and {@code getOrder} still find it. */
    public synchronized void hideFromSearchByLastUpdate(String orderId) {
        hiddenByLastUpdate.add(orderId);
    }

    /** Ends {@link #hideFromSearch} and {@link #hideFromSearchByLastUpdate}. */
    public synchronized void showInSearch(String orderId) {
        hidden.remove(orderId);
        hiddenByLastUpdate.remove(orderId);
    }

    /** How long after acceptance a confirmation begins to show; the order's last change is then that moment. */
    public synchronized void confirmationsShowAfter(Duration lag) {
        confirmationLag = lag;
    }

    /** The next confirmations are answered with success and come to nothing, as happens at Amazon now and then. */
    public synchronized void loseConfirmations(int next) {
        confirmationsToLose = next;
    }

    /**
     * Whether a package that is sent again with the same content is refused; Amazon does not say. Accepted unless set.
     */
    public synchronized void refuseRepeats(boolean refused) {
        repeatsRefused = refused;
    }

    /** A package shows that was not confirmed through the API: entered by hand, or with a label bought from Amazon. */
    public synchronized void addPackage(String orderId, SimulatedPackage parcel) {
        change(orderId, order -> {
            order.accept(parcel);
            order.show(parcel, now());
        });
    }

    /** How long after its last change an order begins to be listed by searches. */
    public synchronized void changesAreListedAfter(Duration lag) {
        listingLag = lag;
    }

    /** How many orders are in the book. */
    public synchronized int size() {
        return orders.size();
    }

    /** One order as Amazon sees it; empty for unknown and raw orders. */
    public synchronized Optional<OrderView> order(String orderId) {
        settle();
        return orders.get(orderId) instanceof StoredOrder order ? Optional.of(view(order)) : Optional.empty();
    }

    /** All orders but the raw ones, in the order they came. */
    public synchronized List<OrderView> views() {
        settle();
        List<OrderView> views = new ArrayList<>(orders.size());
        for (ListedOrder listed : orders.values()) {
            if (listed instanceof StoredOrder order) {
                views.add(view(order));
            }
        }
        return views;
    }

    private static OrderView view(StoredOrder order) {
        Map<String, Integer> shipped = new LinkedHashMap<>();
        Map<String, Integer> cancelled = new LinkedHashMap<>();
        for (SimulatedItem item : order.order().items()) {
            shipped.put(item.orderItemId(), order.fulfilled(item));
            cancelled.put(
                    item.orderItemId(), order.cancellation(item.orderItemId()).quantity());
        }
        return new OrderView(
                order.order(),
                order.status(),
                order.lastUpdatedTime(),
                order.shownPackages(),
                order.acceptedPackages(),
                shipped,
                cancelled);
    }

    /** Looks an order up as the API does and answers from it. */
    synchronized WireResponse answer(String orderId, Function<ListedOrder, WireResponse> answer) {
        settle();
        ListedOrder order = orders.get(orderId);
        if (order == null || order.createdTime().isAfter(clock.instant())) {
            throw VendorError.notFound("The order " + orderId + " was not found.")
                    .thrown();
        }
        return answer.apply(order);
    }

    /** Hands all orders that searches of one kind may list to {@code search}, in no particular order. */
    synchronized <T> T search(boolean byCreation, Function<Collection<ListedOrder>, T> search) {
        settle();
        boolean nothingHidden = hidden.isEmpty() && (byCreation || hiddenByLastUpdate.isEmpty());
        if (nothingHidden && listingLag.isZero()) {
            return search.apply(orders.values());
        }
        Instant listedUntil = clock.instant().minus(listingLag);
        return search.apply(orders.values().stream()
                .filter(order -> !hidden.contains(order.orderId()))
                .filter(order -> byCreation || !hiddenByLastUpdate.contains(order.orderId()))
                .filter(order -> !order.lastUpdatedTime().isAfter(listedUntil))
                .toList());
    }

    /** Takes a checked confirmation in and writes it down. */
    void accept(StoredOrder order, SimulatedPackage sent) {
        Instant now = now();
        Optional<SimulatedPackage> known = order.acceptedPackage(sent.packageReferenceId());
        SimulatedPackage parcel =
                known.map(old -> sent.createdAt(old.createdTime())).orElse(sent);
        AcceptedWrite.Kind kind = known.map(old ->
                        old.sameContentAs(parcel) ? AcceptedWrite.Kind.REPEATED : AcceptedWrite.Kind.EDITED_PACKAGE)
                .orElse(AcceptedWrite.Kind.NEW_PACKAGE);
        if (kind == AcceptedWrite.Kind.REPEATED && repeatsRefused) {
            throw VendorError.packageToUpdateNotFound().thrown();
        }
        if (confirmationsToLose > 0) {
            confirmationsToLose--;
            journal.add(new AcceptedWrite(now, AcceptedWrite.Kind.LOST, order.orderId(), parcel));
            return;
        }
        journal.add(new AcceptedWrite(now, kind, order.orderId(), parcel));
        if (kind != AcceptedWrite.Kind.REPEATED) {
            order.accept(parcel);
            awaited.add(new Awaited(order, parcel, now.plus(confirmationLag)));
            settle();
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void settle() {
        Instant now = now();
        for (Awaited next = awaited.peek(); next != null && !next.visibleAt().isAfter(now); next = awaited.peek()) {
            next.order().show(next.parcel(), next.visibleAt());
            awaited.remove();
        }
    }

    private void change(String orderId, Consumer<StoredOrder> change) {
        settle();
        StoredOrder order = stored(orderId);
        change.accept(order);
        order.touch(now());
    }

    private StoredOrder stored(String orderId) {
        if (orders.get(orderId) instanceof StoredOrder order) {
            return order;
        }
        throw new IllegalArgumentException("No simulated order " + orderId);
    }

    private static SimulatedItem itemOf(StoredOrder order, String orderItemId) {
        return order.order()
                .item(orderItemId)
                .orElseThrow(
                        () -> new IllegalArgumentException("No item " + orderItemId + " in order " + order.orderId()));
    }

    /** A package that was accepted and does not show yet. */
    private record Awaited(StoredOrder order, SimulatedPackage parcel, Instant visibleAt) {}
}
