package dev.drayage.examples.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.FulfilledBy;
import dev.drayage.testkit.amazon.FulfillmentStatus;
import dev.drayage.testkit.amazon.OrderView;
import dev.drayage.testkit.amazon.ProceedsLine;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedPackage;
import dev.drayage.testkit.netsuite.JournaledWrite;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what stands at Amazon, in NetSuite and in the warehouses' own books; it reads nothing that the engine says. What is
 * missing must be exactly what was planted. NetSuite's orders of a shop are none of its concern.
 */
public final class Checker {
    private final AmazonSimulator amazon;
    private final NetSuiteSimulator netsuite;
    private final Warehouse warehouse;
    private final Optional<Warehouses> warehouses;
    private final List<String> faults = new ArrayList<>();
    private int orders;
    private int booked;
    private BigDecimal difference = BigDecimal.ZERO;
    private int missing;

    /** A checker of what stands now, where one warehouse ships. */
    public Checker(AmazonSimulator amazon, NetSuiteSimulator netsuite, Warehouse warehouse) {
        this(amazon, netsuite, warehouse, Optional.empty());
    }

    /** A checker of what stands now, where others are told what to ship too. */
    Checker(AmazonSimulator amazon, NetSuiteSimulator netsuite, Warehouse warehouse, Optional<Warehouses> warehouses) {
        this.amazon = amazon;
        this.netsuite = netsuite;
        this.warehouse = warehouse;
        this.warehouses = warehouses;
    }

    /** Everything that is wrong, one line each; empty if nothing is. */
    public List<String> check() {
        Map<String, StoredRecord> books = books();
        TreeSet<String> absent = new TreeSet<>();
        for (OrderView view : amazon.orders().views()) {
            if (bookable(view)) {
                String id = view.order().orderId();
                StoredRecord record = books.remove(id);
                if (record == null) {
                    absent.add(id);
                    expect(sellsUnknownSku(view), "order " + id + " is not in NetSuite");
                } else {
                    compare(view, record);
                }
            }
        }
        books.forEach(
                (id, record) -> faults.add(record + " stands for order " + id + ", which was never to be booked"));
        missing = absent.size() + unconfirmed();
        Set<String> ofShop = netsuite.records("salesOrder").stream()
                .filter(Checker::ofShop)
                .map(StoredRecord::id)
                .collect(Collectors.toSet());
        long fulfillments = netsuite.records("itemFulfillment").stream()
                .filter(record -> record.createdFrom().filter(ofShop::contains).isEmpty())
                .count();
        long shipments =
                warehouse.shipments() + warehouses.map(Warehouses::shipments).orElse(0L);
        expect(
                fulfillments == shipments,
                "the warehouses sent " + shipments + " shipments but NetSuite holds " + fulfillments);
        warehouses.ifPresent(others -> {
            expect(!others.hasWork(), "a warehouse has orders left to ship");
            others.complaints().forEach(complaint -> faults.add("the X12 warehouse objects: " + complaint));
        });
        return faults;
    }

    /** The first part of the closing line. */
    public String summary() {
        return orders + " amazon = " + booked + " netsuite, difference "
                + difference.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** How many orders and shipments did not come through, each of them because of a planted fault. */
    public int missing() {
        return missing;
    }

    /** Every write that either system has accepted so far, but for customers who were told what they say already. */
    long effects() {
        return amazon.journal().count()
                + netsuite.journal().writes().stream()
                        .filter(write -> !write.recordType().equals("customer")
                                || write.operation() != JournaledWrite.Operation.UPDATE)
                        .count()
                + warehouses.map(Warehouses::effects).orElse(0L);
    }

    private Map<String, StoredRecord> books() {
        Map<String, StoredRecord> books = new HashMap<>();
        for (String type : List.of("salesOrder", "cashSale")) {
            for (StoredRecord record : netsuite.records(type)) {
                if (!ofShop(record)) {
                    String id = record.body().path("custbody_drayage_order_id").asText();
                    StoredRecord other = books.put(id, record);
                    expect(other == null, "order " + id + " is booked twice: " + other + " and " + record);
                }
            }
        }
        return books;
    }

    /** Orders of a shop are compared by a checker of their own. */
    private static boolean ofShop(StoredRecord record) {
        return record.body().path("custbody_drayage_channel").asText().startsWith("shopify:");
    }

    /** Whether an order is to stand in the books. */
    public static boolean bookable(OrderView view) {
        return view.order().fulfilledBy() == FulfilledBy.AMAZON
                ? view.status() == FulfillmentStatus.SHIPPED
                : view.status() != FulfillmentStatus.PENDING && view.status() != FulfillmentStatus.CANCELLED;
    }

    private static boolean sellsUnknownSku(OrderView view) {
        return view.order().items().stream().anyMatch(item -> item.sku().equals(SimulatedWorld.UNKNOWN_SKU));
    }

    private void compare(OrderView view, StoredRecord record) {
        String id = view.order().orderId();
        orders++;
        booked++;
        boolean byAmazon = view.order().fulfilledBy() == FulfilledBy.AMAZON;
        expect(
                record.type().equals(byAmazon ? "cashSale" : "salesOrder"),
                "order " + id + " is booked as " + record.type());
        BigDecimal expected = owed(view);
        BigDecimal actual = record.total().orElse(BigDecimal.ZERO);
        difference = difference.add(expected.subtract(actual).abs());
        expect(
                expected.compareTo(actual) == 0,
                "order " + id + ": " + expected + " at Amazon without its own tax, " + actual + " in NetSuite");
        for (SimulatedItem item : view.order().items()) {
            BigDecimal units = units(record.body(), item.orderItemId());
            expect(
                    units.compareTo(BigDecimal.valueOf(item.quantity())) == 0,
                    "order " + id + ": " + item.quantity() + " ordered of " + item.orderItemId() + ", " + units
                            + " in NetSuite");
        }
    }

    /** What the books are to hold of an order: all but the tax that the marketplace remits. */
    public static BigDecimal owed(OrderView view) {
        BigDecimal tax = BigDecimal.ZERO;
        for (SimulatedItem item : view.order().items()) {
            if (item.marketplaceFacilitator()) {
                for (ProceedsLine line : item.proceeds()) {
                    tax = line.type().equals("TAX") ? tax.add(line.subtotal()) : tax;
                }
            }
        }
        return view.order().grandTotal().subtract(tax);
    }

    private static BigDecimal units(JsonNode body, String lineId) {
        BigDecimal units = BigDecimal.ZERO;
        for (JsonNode line : body.path("item").path("items")) {
            if (line.path("custcol_drayage_line_id").asText().equals(lineId)) {
                units = units.add(new BigDecimal(line.path("quantity").asText("0")));
            }
        }
        return units;
    }

    /** Compares cartons with the packages that Amazon accepted; returns how many shipments Amazon does not know. */
    private int unconfirmed() {
        Map<String, Map<String, SimulatedPackage>> packages = new HashMap<>();
        for (OrderView view : amazon.orders().views()) {
            for (SimulatedPackage parcel : view.acceptedPackages()) {
                SimulatedPackage twice = packages.computeIfAbsent(view.order().orderId(), id -> new HashMap<>())
                        .put(parcel.trackingNumber(), parcel);
                expect(twice == null, "Amazon was told twice of " + parcel.trackingNumber());
            }
        }
        int unknown = 0;
        Map<String, Integer> untold = new HashMap<>();
        List<Warehouse.Carton> cartons = new ArrayList<>(warehouse.cartons());
        warehouses.ifPresent(others -> cartons.addAll(others.cartons(netsuite)));
        for (Warehouse.Carton carton : cartons) {
            SimulatedPackage parcel =
                    packages.getOrDefault(carton.orderId(), Map.of()).get(carton.tracking());
            if (carton.prime()) {
                expect(parcel == null, "Prime order " + carton.orderId() + " was confirmed although its label did so");
            } else if (parcel == null) {
                unknown++;
                expect(
                        carton.carrier().equals(Warehouse.UNMAPPED_CARRIER),
                        "carton " + carton.tracking() + " of order " + carton.orderId() + " was not confirmed");
            } else {
                carton.units().forEach((line, units) -> {
                    if (carton.contentsTold()) {
                        expect(
                                parcel.quantityOf(line) == units,
                                "carton " + carton.tracking() + ": " + units + " left of " + line + ", Amazon was told "
                                        + parcel.quantityOf(line));
                    } else {
                        untold.merge(carton.orderId() + " " + line, units, Integer::sum);
                    }
                });
                if (!carton.contentsTold()) {
                    parcel.items()
                            .forEach(item -> untold.merge(
                                    carton.orderId() + " " + item.orderItemId(), -item.quantity(), Integer::sum));
                }
            }
        }
        untold.forEach((line, rest) ->
                expect(rest == 0, "of order and line " + line + " " + rest + " units more left than Amazon was told"));
        return unknown;
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
