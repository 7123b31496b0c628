package dev.drayage.examples.quickstart;

import dev.drayage.testkit.amazon.FulfilledBy;
import dev.drayage.testkit.amazon.FulfillmentStatus;
import dev.drayage.testkit.amazon.OrderBook;
import dev.drayage.testkit.amazon.OrderView;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Ships what the merchant has to ship and drops a file about it each day: whole orders and parts of them, in one carton or
 * several. It remembers what it did, for the checker.
 */
public final class Warehouse {
    static final String UNMAPPED_CARRIER = "Moon Express";

    /**
     * A carton that left: its tracking number, and units by order item.
     *
     * @param contentsTold whether the warehouse tells what is in which carton
     */
    record Carton(
            String orderId,
            boolean prime,
            String carrier,
            String tracking,
            Map<String, Integer> units,
            boolean contentsTold) {}

    private final Path inbound;
    private final Predicate<SimulatedOrder> leavesFromHere;
    private final List<Carton> cartons = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, Integer> half = new HashMap<>();
    private int shipments;
    private boolean moonExpressUsed;

    /** A warehouse that drops its files in {@code folder}. */
    public Warehouse(Path folder) {
        this(folder, order -> true);
    }

    /** The same; only some orders leave from there. */
    Warehouse(Path folder, Predicate<SimulatedOrder> leavesFromHere) {
        this.leavesFromHere = leavesFromHere;
        this.inbound = folder.resolve("inbound");
    }

    List<Carton> cartons() {
        return cartons;
    }

    int shipments() {
        return shipments;
    }

    /** Ships orders that were placed before {@code until}; the file is complete when it gets its name. */
    public void ship(OrderBook orders, Instant until, Instant now, int day) throws IOException {
        StringBuilder file = new StringBuilder(
                "shipment_no,order_no,line_no,sku,qty_shipped,ship_date,carton_no,carrier,tracking_no\n");
        for (OrderView view : orders.views()) {
            SimulatedOrder order = view.order();
            boolean ours = order.fulfilledBy() == FulfilledBy.MERCHANT
                    && view.status() != FulfillmentStatus.PENDING
                    && view.status() != FulfillmentStatus.CANCELLED
                    && order.createdTime().isBefore(until)
                    && leavesFromHere.test(order)
                    && order.items().stream().noneMatch(item -> item.sku().equals(SimulatedWorld.UNKNOWN_SKU));
            if (ours && !done.contains(order.orderId())) {
                ship(orders, order, now, file);
            }
        }
        Files.createDirectories(inbound);
        Path unfinished = inbound.resolve("shipments-day-%02d.csv.tmp".formatted(day));
        Files.writeString(unfinished, file, StandardCharsets.UTF_8);
        Files.move(unfinished, inbound.resolve("shipments-day-%02d.csv".formatted(day)));
    }

    private void ship(OrderBook orders, SimulatedOrder order, Instant now, StringBuilder file) {
        List<SimulatedItem> items = order.items();
        int from = half.getOrDefault(order.orderId(), 0);
        boolean inTwoParts = from == 0 && items.size() > 1 && order.orderId().hashCode() % 4 == 0;
        int to = inTwoParts ? 1 : items.size();
        String shipment = "SH-" + order.orderId() + "-" + (from == 0 ? 1 : 2);
        shipments++;
        boolean prime = order.programs().contains("PRIME");
        String carrier = prime ? "UPS" : "United Parcel Service";
        if (!moonExpressUsed && !prime && items.size() == 1 && order.parcels() <= 1) {
            carrier = UNMAPPED_CARRIER;
            moonExpressUsed = true;
        }
        int parcels = inTwoParts || from > 0 ? 1 : Math.max(1, order.parcels());
        List<Map<String, Integer>> contents = new ArrayList<>();
        for (int i = 0; i < parcels; i++) {
            contents.add(new LinkedHashMap<>());
        }
        int unit = 0;
        for (SimulatedItem item : items.subList(from, to)) {
            for (int i = 0; i < item.quantity(); i++) {
                contents.get(unit++ % parcels).merge(item.orderItemId(), 1, Integer::sum);
            }
        }
        for (Map<String, Integer> units : contents) {
            if (!units.isEmpty()) {
                String tracking = "1Z999AA1%010d".formatted(cartons.size());
                cartons.add(new Carton(order.orderId(), prime, carrier, tracking, Map.copyOf(units), true));
                String carton = "C" + cartons.size();
                String by = carrier;
                units.forEach((line, quantity) -> file.append(String.join(
                                ",",
                                shipment,
                                order.orderId(),
                                line,
                                sku(order, line),
                                Integer.toString(quantity),
                                now.toString(),
                                carton,
                                by,
                                tracking))
                        .append('\n'));
            }
        }
        if (inTwoParts) {
            half.put(order.orderId(), to);
        } else {
            done.add(order.orderId());
            if (prime) {
                orders.shipWithoutConfirmation(order.orderId());
            }
        }
    }

    private static String sku(SimulatedOrder order, String line) {
        return order.item(line).map(SimulatedItem::sku).orElse("");
    }
}
