package dev.drayage.examples.cluster;

import dev.drayage.examples.quickstart.Checker;
import dev.drayage.examples.quickstart.SimulatedWorld;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.amazon.OrderView;
import dev.drayage.testkit.amazon.SimulatedPackage;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One merchant's systems with people who ship what is booked, and a checker that reads the systems alone. Used by one thread; the
 * processes reach the systems over the wire.
 */
final class ShippedWorld implements AutoCloseable {
    private static final String GIFT_WRAP = "302";

    private final String merchant;
    private final SimulatedWorld world;
    /** Tracking number by order, as the people in NetSuite entered it. */
    private final Map<String, String> shipped = new LinkedHashMap<>();

    ShippedWorld(String merchant, SimulatedWorld world) {
        this.merchant = merchant;
        this.world = world;
    }

    /** Enters a fulfillment for each order that has none. */
    void ship() {
        for (StoredRecord order : world.netsuite().records("salesOrder")) {
            String id = order.body().path("custbody_drayage_order_id").asText();
            boolean giftWrapped = order.body().path("item").path("items").findValues("item").stream()
                    .anyMatch(item -> item.path("id").asText().equals(GIFT_WRAP)); // a service, which no parcel holds
            if (!giftWrapped && !shipped.containsKey(id)) {
                String tracking = "1Z" + merchant.toUpperCase(Locale.ROOT) + (shipped.size() + 1);
                world.netsuite()
                        .clerk()
                        .fulfill(
                                order.id(),
                                "{\"shipStatus\":{\"id\":\"C\"},\"custbody_drayage_carrier\":\"UPS\",\"package\":{\"items\":["
                                        + "{\"packageTrackingNumber\":\"" + tracking
                                        + "\",\"packageWeight\":1.5}]}}");
                shipped.put(id, tracking);
            }
        }
    }

    /** What is missing, there twice, or wrong. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Map<String, List<StoredRecord>> books = new HashMap<>();
        for (String type : List.of("salesOrder", "cashSale")) {
            for (StoredRecord record : world.netsuite().records(type)) {
                books.computeIfAbsent(
                                record.body().path("custbody_drayage_order_id").asText(), id -> new ArrayList<>())
                        .add(record);
            }
        }
        for (OrderView view : world.amazon().orders().views()) {
            List<StoredRecord> booked = books.getOrDefault(view.order().orderId(), List.of());
            if (booked.size() > 1 || (booked.isEmpty() && Checker.bookable(view))) {
                faults.add(merchant + ": order " + view.order().orderId() + " is booked " + booked.size() + " times");
            }
            booked.stream()
                    .filter(record -> record.total().orElse(BigDecimal.ZERO).compareTo(Checker.owed(view)) != 0)
                    .forEach(record -> faults.add(merchant + ": " + record + " has another total than its order"));
            confirmed(view, faults);
        }
        return faults;
    }

    private void confirmed(OrderView view, List<String> faults) {
        String tracking = shipped.get(view.order().orderId());
        List<String> told = view.acceptedPackages().stream()
                .map(SimulatedPackage::trackingNumber)
                .toList();
        boolean toBeTold = tracking != null && !view.order().programs().contains("PRIME");
        if (!told.equals(toBeTold ? List.of(tracking) : List.of())) {
            faults.add(
                    merchant + ": of order " + view.order().orderId() + " left " + tracking + ", Amazon knows " + told);
        }
    }

    int orders() {
        return world.amazon().orders().size();
    }

    int shipments() {
        return shipped.size();
    }

    long requests() {
        return Arrays.stream(Operation.values())
                .mapToLong(world.amazon().traffic()::requests)
                .sum();
    }

    long refused() {
        return world.amazon().traffic().refused(429, "QuotaExceeded");
    }

    @Override
    public void close() {
        world.close();
    }
}
