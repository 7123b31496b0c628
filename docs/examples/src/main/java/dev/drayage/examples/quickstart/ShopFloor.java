package dev.drayage.examples.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.shopify.FulfillmentOrder;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.OrderLine;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.StockLocation;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people do for a shop between rounds of the syncs: they pack, ship, bill and tell the story. It remembers what was sold on
 * terms, for the checker. Not thread-safe.
 */
final class ShopFloor {
    private final SimulatedShop shop;
    private final NetSuiteSimulator netsuite;
    private final Runnable round;
    private final PrintStream out;
    private final Set<String> onTerms = new HashSet<>();
    private int parcels;

    /**
     * @param round runs every sync once
     * @param out where the story is told
     */
    ShopFloor(SimulatedShop shop, NetSuiteSimulator netsuite, Runnable round, PrintStream out) {
        this.shop = shop;
        this.netsuite = netsuite;
        this.round = round;
        this.out = out;
    }

    SimulatedShop shop() {
        return shop;
    }

    NetSuiteSimulator netsuite() {
        return netsuite;
    }

    /** Orders that are booked before they are paid, by Shopify's id. */
    Set<String> onTerms() {
        return Set.copyOf(onTerms);
    }

    /** One line of the story. */
    void tell(String line) {
        out.println("shop: " + line);
    }

    /** Every sync runs so many times. */
    void rounds(int times) {
        for (int i = 0; i < times; i++) {
            round.run();
        }
    }

    /** A business orders and pays within thirty days. */
    ShopOrder placeOnTerms(NewOrder draft) {
        ShopOrder order = shop.shopify().orders().place(draft.terms(PaymentTermsTemplate.NET_30));
        onTerms.add(order.gid());
        return order;
    }

    /** The order in NetSuite. */
    StoredRecord booked(ShopOrder order) {
        return netsuite.records("salesOrder").stream()
                .filter(record ->
                        record.body().path("custbody_drayage_order_id").asText().equals(Long.toString(order.number())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(order.name() + " is not in NetSuite"));
    }

    /** Everything that is left of an order leaves, a parcel from each place; returns the item fulfillments. */
    List<String> ships(ShopOrder order) {
        return order.openFulfillmentOrders().stream()
                .map(open -> ships(order, open.location(), left(open)))
                .toList();
    }

    private static Map<OrderLine, Integer> left(FulfillmentOrder open) {
        Map<OrderLine, Integer> units = new LinkedHashMap<>();
        open.lines().stream()
                .filter(line -> line.remaining() > 0)
                .forEach(line -> units.put(line.line(), line.remaining()));
        return units;
    }

    /** A parcel leaves a place; returns the item fulfillment. */
    String ships(ShopOrder order, StockLocation from, Map<OrderLine, Integer> units) {
        String place = from.number() == shop.oakland().number() ? ShopBooks.OAKLAND : ShopBooks.FALLON;
        StoredRecord booked = booked(order);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("shipStatus").put("id", "C");
        body.put("custbody_drayage_carrier", "UPS");
        ArrayNode rows = body.putObject("item").putArray("items");
        for (JsonNode line : booked.body().path("item").path("items")) {
            ObjectNode row = rows.addObject().put("orderLine", line.path("line").asLong());
            int leaving = units.entrySet().stream()
                    .filter(entry -> lineId(entry.getKey())
                            .equals(line.path("custcol_drayage_line_id").asText()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            row.put("itemReceive", leaving > 0);
            if (leaving > 0) {
                row.put("quantity", leaving).putObject("location").put("id", place);
            }
        }
        body.putObject("package")
                .putArray("items")
                .addObject()
                .put("packageTrackingNumber", "1ZQS%08d".formatted(++parcels))
                .put("packageWeight", 1);
        return netsuite.clerk().fulfill(booked.id(), body.toString());
    }

    /** Somebody bills an order and has its deposits pay it; returns the invoice. */
    String invoices(ShopOrder order) {
        String id = booked(order).id();
        String invoice = netsuite.clerk().invoice(id, "{}");
        for (StoredRecord deposit : netsuite.records("customerDeposit")) {
            if (deposit.body().path("salesOrder").path("id").asText().equals(id)) {
                netsuite.bookkeeper()
                        .applyDeposit(
                                deposit.id(),
                                invoice,
                                netsuite.books()
                                        .transaction(deposit.id())
                                        .orElseThrow()
                                        .open());
            }
        }
        return invoice;
    }

    /** How a line of the shop is called in NetSuite. */
    static String lineId(OrderLine line) {
        return line.gid().substring(line.gid().lastIndexOf('/') + 1);
    }
}
