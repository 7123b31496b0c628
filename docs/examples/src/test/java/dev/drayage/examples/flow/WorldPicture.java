package dev.drayage.examples.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.OrderView;
import dev.drayage.testkit.amazon.PackedItem;
import dev.drayage.testkit.amazon.SimulatedPackage;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a bookkeeper and a seller see, under names that both systems share: no internal id of NetSuite, no count of calls. A
 * second copy of anything shows as an entry of its own.
 */
final class WorldPicture {
    private final Map<String, String> entries = new TreeMap<>();

    private WorldPicture() {}

    static Map<String, String> of(AmazonSimulator amazon, NetSuiteSimulator netsuite) {
        WorldPicture picture = new WorldPicture();
        for (String type : List.of("salesOrder", "cashSale")) {
            netsuite.records(type).forEach(sale -> picture.sale(type, sale));
        }
        netsuite.records("itemFulfillment").forEach(fulfillment -> picture.fulfillment(netsuite, fulfillment));
        amazon.orders().views().forEach(picture::order);
        return picture.entries;
    }

    private void sale(String type, StoredRecord sale) {
        JsonNode body = sale.body();
        put(
                type + " " + channelOrder(sale),
                "status " + sale.status() + ", total "
                        + sale.total().map(Object::toString).orElse("none") + ", for "
                        + body.path("entity").path("id").asText() + ", shipping "
                        + body.path("shippingCost").asText("none") + ", progress "
                        + body.path("custbody_drayage_status").asText("none") + ", lines "
                        + rows(body, "item", WorldPicture::saleLine));
    }

    private static String saleLine(JsonNode line) {
        return line.path("custcol_drayage_line_id").asText("-") + "="
                + line.path("quantity").asText("-") + " of "
                + line.path("item").path("id").asText() + " at "
                + line.path("rate").asText("-") + " makes "
                + line.path("amount").asText("-") + ", shipped "
                + line.path("quantityFulfilled").asText("0");
    }

    private void fulfillment(NetSuiteSimulator netsuite, StoredRecord fulfillment) {
        JsonNode body = fulfillment.body();
        String order = fulfillment
                .createdFrom()
                .flatMap(id -> netsuite.record("salesOrder", id))
                .map(WorldPicture::channelOrder)
                .orElse("none");
        put(
                "fulfillment " + order,
                "status " + fulfillment.status() + ", carrier "
                        + body.path("custbody_drayage_carrier").asText("none") + ", lines "
                        + rows(
                                body,
                                "item",
                                line -> line.path("custcol_drayage_line_id").asText("-") + "="
                                        + line.path("quantity").asText())
                        + ", parcels "
                        + rows(
                                body,
                                "package",
                                parcel -> parcel.path("packageTrackingNumber").asText()));
    }

    private void order(OrderView view) {
        put("amazon " + view.order().orderId(), view.status() + ", shipped " + new TreeMap<>(view.shipped()));
        for (SimulatedPackage parcel : view.acceptedPackages()) {
            put(
                    "package " + view.order().orderId() + " " + parcel.trackingNumber(),
                    parcel.carrier() + " "
                            + parcel.items().stream()
                                    .collect(Collectors.toMap(
                                            PackedItem::orderItemId,
                                            PackedItem::quantity,
                                            Integer::sum,
                                            TreeMap::new)));
        }
    }

    private static String channelOrder(StoredRecord sale) {
        return sale.body().path("custbody_drayage_order_id").asText("none");
    }

    private static List<String> rows(JsonNode body, String sublist, Function<JsonNode, String> text) {
        return StreamSupport.stream(body.path(sublist).path("items").spliterator(), false)
                .map(text)
                .sorted()
                .toList();
    }

    private void put(String key, String value) {
        String free = key;
        for (int copy = 2; entries.containsKey(free); copy++) {
            free = key + " copy " + copy;
        }
        entries.put(free, value);
    }
}
