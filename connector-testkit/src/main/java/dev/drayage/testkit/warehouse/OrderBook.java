package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All orders on the warehouse's books. Not thread-safe; the simulator guards it. */
final class OrderBook {
    private final Map<String, WarehouseOrder> orders = new LinkedHashMap<>();
    private final Shelves shelves;
    private final Complaints complaints;

    OrderBook(Shelves shelves, Complaints complaints) {
        this.shelves = shelves;
        this.complaints = complaints;
    }

    /** Decides in which round a new order is first looked at. */
    interface Schedule {
        int firstRound();
    }

    /**
     * Enters what came in one round. Files of a round are read in any order, so originals go first and the rest
     * follows by control number.
     *
     * @return the orders whose cancellation was obeyed
     */
    List<WarehouseOrder> enter(List<ShippingOrder> asked, Schedule schedule) {
        List<WarehouseOrder> cancelled = new ArrayList<>();
        List<ShippingOrder> later = new ArrayList<>();
        for (ShippingOrder order : asked) {
            if (order.purpose() == ShippingOrder.Purpose.ORIGINAL) {
                enterOriginal(order, schedule);
            } else {
                later.add(order);
            }
        }
        later.sort(Comparator.comparingLong(ShippingOrder::sequence));
        for (ShippingOrder order : later) {
            WarehouseOrder known = orders.get(order.orderNumber());
            if (known == null) {
                complaints.add(
                        order.file(),
                        Complaint.Kind.UNKNOWN_ORDER,
                        order.purpose() + " of order " + order.orderNumber() + ", which never came");
            } else if (order.purpose() == ShippingOrder.Purpose.CHANGE) {
                if (known.change(order)) {
                    checkArticles(order);
                }
            } else if (known.cancel()) {
                cancelled.add(known);
            }
        }
        return cancelled;
    }

    private void enterOriginal(ShippingOrder order, Schedule schedule) {
        WarehouseOrder known = orders.get(order.orderNumber());
        if (known == null) {
            orders.put(order.orderNumber(), new WarehouseOrder(order, schedule.firstRound()));
            checkArticles(order);
        } else {
            known.anotherOriginal();
            complaints.add(
                    order.file(),
                    Complaint.Kind.SECOND_ORIGINAL,
                    "order " + order.orderNumber() + " is on the books already");
        }
    }

    private void checkArticles(ShippingOrder order) {
        for (OrderLine line : order.lines()) {
            if (!shelves.knows(line.sku())) {
                complaints.add(
                        order.file(),
                        Complaint.Kind.UNKNOWN_ARTICLE,
                        "order " + order.orderNumber() + " line " + line.lineId() + " asks for " + line.sku());
            }
        }
    }

    Optional<WarehouseOrder> find(String orderNumber) {
        return Optional.ofNullable(orders.get(orderNumber));
    }

    Collection<WarehouseOrder> all() {
        return orders.values();
    }

    /** Pieces that wait to be shipped, by article. */
    Map<String, Integer> allocated() {
        Map<String, Integer> allocated = new HashMap<>();
        for (WarehouseOrder order : orders.values()) {
            if (order.waits()) {
                order.asked()
                        .lines()
                        .forEach(line -> allocated.merge(line.sku(), Math.max(0, order.open(line)), Integer::sum));
            }
        }
        return allocated;
    }
}
