package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Writes an order as Orders 2026-01-01 does: the basics, and of the rest only what was asked for. */
final class OrderJson {
    /** UTC with milliseconds. */
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private OrderJson() {}

    static ObjectNode of(StoredOrder stored, Set<IncludedData> data, Set<Role> roles, Instant now) {
        SimulatedOrder order = stored.order();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("orderId", order.orderId());
        if (!order.sellerOrderId().isEmpty()) {
            json.putArray("orderAliases")
                    .addObject()
                    .put("aliasId", order.sellerOrderId())
                    .put("aliasType", "SELLER_ORDER_ID");
        }
        json.put("createdTime", TIME.format(order.createdTime()));
        json.put("lastUpdatedTime", TIME.format(stored.lastUpdatedTime()));
        if (!order.programs().isEmpty()) {
            ArrayNode programs = json.putArray("programs");
            order.programs().forEach(programs::add);
        }
        order.replaces()
                .ifPresent(original -> json.putArray("associatedOrders")
                        .addObject()
                        .put("orderId", original)
                        .put("associationType", "REPLACEMENT_ORIGINAL_ID"));
        salesChannel(json.putObject("salesChannel"), order);
        PersonJson.write(json, stored, data, roles, now);
        money(json, stored, data);
        if (data.contains(IncludedData.FULFILLMENT)) {
            fulfillment(json.putObject("fulfillment"), stored);
        }
        ArrayNode items = json.putArray("orderItems");
        if (!(order.itemsHiddenWhilePending() && stored.status().pending())) {
            order.items().forEach(item -> OrderItemJson.write(items.addObject(), stored, item, data, roles));
        }
        if (data.contains(IncludedData.PACKAGES)
                && order.fulfilledBy() == FulfilledBy.MERCHANT
                && !stored.shownPackages().isEmpty()) {
            ArrayNode packages = json.putArray("packages");
            stored.shownPackages().forEach(parcel -> parcel(packages.addObject(), parcel));
        }
        return json;
    }

    private static void salesChannel(ObjectNode channel, SimulatedOrder order) {
        channel.put("channelName", order.channelName());
        if (order.channelName().equals("AMAZON")) {
            channel.put("marketplaceId", order.marketplace().id());
            channel.put("marketplaceName", order.marketplace().displayName());
        }
    }

    private static void money(ObjectNode json, StoredOrder stored, Set<IncludedData> data) {
        SimulatedOrder order = stored.order();
        if (!stored.priced()) {
            return;
        }
        if (data.contains(IncludedData.PROCEEDS)) {
            amount(json.putObject("proceeds"), "grandTotal", order.grandTotal(), order.currency());
        }
        if (data.contains(IncludedData.PAYMENT) && !order.paymentMethod().isEmpty()) {
            ObjectNode execution =
                    json.putObject("payment").putArray("paymentExecutions").addObject();
            execution.put("paymentMethod", order.paymentMethod());
            amount(execution, "paymentAmount", order.grandTotal(), order.currency());
        }
    }

    private static void fulfillment(ObjectNode json, StoredOrder stored) {
        SimulatedOrder order = stored.order();
        json.put("fulfillmentStatus", stored.status().name());
        json.put("fulfilledBy", order.fulfilledBy().name());
        json.put("fulfillmentServiceLevel", order.serviceLevel());
        order.shipBy().ifPresent(span -> window(json.putObject("shipByWindow"), span));
        order.deliverBy().ifPresent(span -> window(json.putObject("deliverByWindow"), span));
    }

    private static void window(ObjectNode json, TimeWindow window) {
        json.put("earliestDateTime", TIME.format(window.earliest()));
        json.put("latestDateTime", TIME.format(window.latest()));
    }

    private static void parcel(ObjectNode json, SimulatedPackage parcel) {
        json.put("packageReferenceId", parcel.packageReferenceId());
        json.put("createdTime", TIME.format(parcel.createdTime()));
        json.putObject("packageStatus").put("status", "SHIPPED");
        json.put("carrier", parcel.carrier());
        json.put("shipTime", TIME.format(parcel.shipDate()));
        if (!parcel.shippingMethod().isEmpty()) {
            json.put("shippingService", parcel.shippingMethod());
        }
        json.put("trackingNumber", parcel.trackingNumber());
        ArrayNode items = json.putArray("packageItems");
        for (PackedItem item : parcel.items()) {
            ObjectNode packed = items.addObject();
            packed.put("orderItemId", item.orderItemId()).put("quantity", item.quantity());
            if (!item.transparencyCodes().isEmpty()) {
                ArrayNode codes = packed.putArray("transparencyCodes");
                item.transparencyCodes().forEach(codes::add);
            }
        }
    }

    /** Money is text, with as many decimals as the amount was given with. */
    static void amount(ObjectNode parent, String name, BigDecimal amount, String currency) {
        parent.putObject(name).put("amount", amount.toPlainString()).put("currencyCode", currency);
    }
}
