package dev.drayage.testkit.amazon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order with what has happened to it. Two lists of packages: those Amazon has accepted, which later confirmations
 * are checked against, and those it shows already. Guarded by {@link OrderBook}.
 */
final class StoredOrder implements ListedOrder {
    private SimulatedOrder order;
    private FulfillmentStatus status;
    private Instant lastUpdatedTime;
    private List<SimulatedPackage> accepted = List.of();
    private List<SimulatedPackage> shown = List.of();
    private List<Cancellation> cancellations = List.of();
    /** Shipped without a confirmation: by Amazon, or with a label bought from Amazon. */
    private boolean shippedElsewhere;

    StoredOrder(SimulatedOrder order) {
        this.order = order;
        this.status = order.status();
        this.lastUpdatedTime = order.lastUpdatedTime();
        this.shippedElsewhere = order.status() == FulfillmentStatus.SHIPPED;
        if (order.status() == FulfillmentStatus.CANCELLED) {
            cancelAll("BUYER", "");
        }
    }

    @Override
    public String orderId() {
        return order.orderId();
    }

    @Override
    public Instant createdTime() {
        return order.createdTime();
    }

    @Override
    public Instant lastUpdatedTime() {
        return lastUpdatedTime;
    }

    SimulatedOrder order() {
        return order;
    }

    FulfillmentStatus status() {
        return status;
    }

    /** Prices of a pending order are withheld, but for the stores that show them early. */
    boolean priced() {
        return !status.pending() || order.pricedWhilePending();
    }

    List<SimulatedPackage> shownPackages() {
        return shown;
    }

    List<SimulatedPackage> acceptedPackages() {
        return accepted;
    }

    Optional<SimulatedPackage> acceptedPackage(String packageReferenceId) {
        return accepted.stream()
                .filter(parcel -> parcel.packageReferenceId().equals(packageReferenceId))
                .findFirst();
    }

    Cancellation cancellation(String orderItemId) {
        return cancellations.stream()
                .filter(cancellation -> cancellation.orderItemId().equals(orderItemId))
                .findFirst()
                .orElseGet(() -> Cancellation.none(orderItemId));
    }

    /** Units of the line that Amazon shows as shipped. */
    int fulfilled(SimulatedItem item) {
        return shippedElsewhere
                ? item.quantity() - cancellation(item.orderItemId()).quantity()
                : packed(shown, item.orderItemId());
    }

    /** Units of the line that Amazon shows as still to ship. */
    int unfulfilled(SimulatedItem item) {
        return item.quantity() - cancellation(item.orderItemId()).quantity() - fulfilled(item);
    }

    /** Units of the line that no accepted package holds, and that are not cancelled. */
    int open(SimulatedItem item) {
        return shippedElsewhere
                ? 0
                : item.quantity() - cancellation(item.orderItemId()).quantity() - packed(accepted, item.orderItemId());
    }

    private static int packed(List<SimulatedPackage> packages, String orderItemId) {
        return packages.stream()
                .mapToInt(parcel -> parcel.quantityOf(orderItemId))
                .sum();
    }

    void accept(SimulatedPackage parcel) {
        accepted = with(accepted, parcel);
    }

    void show(SimulatedPackage parcel, Instant at) {
        shown = with(shown, parcel);
        settleStatus();
        touch(at);
    }

    private static List<SimulatedPackage> with(List<SimulatedPackage> packages, SimulatedPackage parcel) {
        List<SimulatedPackage> next = new ArrayList<>(packages);
        next.replaceAll(old -> old.packageReferenceId().equals(parcel.packageReferenceId()) ? parcel : old);
        if (!next.contains(parcel)) {
            next.add(parcel);
        }
        return List.copyOf(next);
    }

    void requestCancellation(SimulatedItem item, String reason) {
        replace(cancellation(item.orderItemId()).requested(reason));
    }

    void cancel(SimulatedItem item, int units, String cancelledBy, String reason) {
        replace(cancellation(item.orderItemId()).carriedOut(units, cancelledBy, reason));
        settleStatus();
    }

    void cancelAll(String cancelledBy, String reason) {
        for (SimulatedItem item : order.items()) {
            int units = open(item);
            if (units > 0) {
                replace(cancellation(item.orderItemId()).carriedOut(units, cancelledBy, reason));
            }
        }
        status = FulfillmentStatus.CANCELLED;
        settleStatus();
    }

    private void replace(Cancellation cancellation) {
        List<Cancellation> next = new ArrayList<>(cancellations);
        next.removeIf(old -> old.orderItemId().equals(cancellation.orderItemId()));
        next.add(cancellation);
        cancellations = List.copyOf(next);
    }

    void shippedElsewhere() {
        shippedElsewhere = true;
        status = FulfillmentStatus.SHIPPED;
    }

    void status(FulfillmentStatus value) {
        status = value;
    }

    void touch(Instant at) {
        if (at.isAfter(lastUpdatedTime)) {
            lastUpdatedTime = at;
        }
    }

    void lastUpdatedTime(Instant value) {
        lastUpdatedTime = value;
    }

    void edit(SimulatedOrder edited) {
        order = edited;
    }

    private void settleStatus() {
        int shipped = 0;
        int open = 0;
        for (SimulatedItem item : order.items()) {
            shipped += fulfilled(item);
            open += unfulfilled(item);
        }
        if (shipped > 0) {
            status = open == 0 ? FulfillmentStatus.SHIPPED : FulfillmentStatus.PARTIALLY_SHIPPED;
        } else if (open == 0 && !order.items().isEmpty()) {
            status = FulfillmentStatus.CANCELLED;
        }
    }
}
