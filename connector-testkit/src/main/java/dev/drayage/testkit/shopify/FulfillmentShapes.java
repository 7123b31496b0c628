package dev.drayage.testkit.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Fulfilment orders and fulfilments. Guarded by the shop. */
final class FulfillmentShapes {
    private final Shapes shapes;

    FulfillmentShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    Shape ofOrder(ShopOrder order, DataFetchingEnvironment asked) {
        SearchFields<FulfillmentOrder> fields = fields(shapes.shop);
        List<FulfillmentOrder> found =
                new Args(asked.getArguments()).text("query").isEmpty()
                        ? order.fulfillmentOrders
                        : fields.search(asked, order.fulfillmentOrders);
        Object page = Connection.of(found, this::order).at(asked);
        return (Shape) Objects.requireNonNull(page);
    }

    static SearchFields<FulfillmentOrder> fields(Shop shop) {
        return new SearchFields<FulfillmentOrder>(shop)
                .without("created_at")
                .field("status", (each, seen) -> List.of(each.status.name().toLowerCase(Locale.ROOT)))
                .field("assigned_location_id", (each, seen) -> List.of(each.location.number()));
    }

    Shape order(FulfillmentOrder each) {
        ShopOrder order = each.order;
        return shapes.base(each)
                .put("status", each.status.name())
                .put("requestStatus", "UNSUBMITTED")
                .put("fulfillAt", each.createdAt())
                .put("orderId", order.gid())
                .put("orderName", order.name)
                .put("orderProcessedAt", order.processedAt)
                .ask("order", asked -> shapes.orders.order(order))
                .put(
                        "destination",
                        Shapes.address(order.shippingAddress, Gids.gid("FulfillmentOrderDestination", each.number())))
                .put("supportedActions", actions(each))
                .put(
                        "assignedLocation",
                        Shape.of("FulfillmentOrderAssignedLocation")
                                .put("name", each.location.name)
                                .put("address1", each.location.address.address1())
                                .put("city", each.location.address.city())
                                .put("province", each.location.address.provinceCode())
                                .put("zip", each.location.address.zip())
                                .put("countryCode", each.location.address.countryCode())
                                .ask("location", asked -> shapes.stock.location(each.location)))
                .put(
                        "deliveryMethod",
                        Shape.of("DeliveryMethod")
                                .put("id", Gids.gid("DeliveryMethod", each.number()))
                                .put("methodType", "SHIPPING")
                                .put("presentedName", order.shipping.isEmpty() ? null : order.shipping.get(0).title))
                .put("fulfillmentHolds", each.holds.stream().map(this::hold).toList())
                .ask("lineItems", Connection.of(each.lines, line -> line.number, line -> line(order, line)))
                .ask("fulfillments", Connection.of(each.fulfillments, this::shipment))
                .ask(
                        "locationsForMove",
                        Connection.of(
                                List.copyOf(shapes.shop.locations.values()),
                                place -> Shape.of("FulfillmentOrderLocationForMove")
                                        .put("location", shapes.stock.location(place))
                                        .put("movable", place.active && place != each.location)
                                        .put("message", place == each.location ? "Current location." : null)));
    }

    private static List<Shape> actions(FulfillmentOrder each) {
        List<String> names = new ArrayList<>();
        switch (each.status) {
            case OPEN, IN_PROGRESS -> names.addAll(List.of("CREATE_FULFILLMENT", "MOVE", "HOLD"));
            case ON_HOLD -> names.add("RELEASE_HOLD");
            case SCHEDULED -> names.add("MARK_AS_OPEN");
            default -> {}
        }
        return names.stream()
                .map(name -> Shape.of("FulfillmentOrderSupportedAction").put("action", name))
                .toList();
    }

    Shape hold(FulfillmentOrder.Hold hold) {
        return Shape.of("FulfillmentHold")
                .put("id", Gids.gid("FulfillmentHold", hold.number()))
                .put("reason", hold.reason())
                .put("displayReason", hold.reason())
                .put("reasonNotes", Shapes.orNull(hold.notes()))
                .put("handle", Shapes.orNull(hold.handle()))
                .put("heldByRequestingApp", hold.byApp());
    }

    private Shape line(ShopOrder order, FulfillmentOrder.Line each) {
        Variant variant = each.line.variant;
        return Shape.of("FulfillmentOrderLineItem")
                .put("id", each.gid())
                .put("totalQuantity", each.total)
                .put("remainingQuantity", each.remaining)
                .put("sku", Shapes.orNull(each.line.sku))
                .put("productTitle", each.line.title)
                .put("inventoryItemId", variant == null ? null : variant.item.gid())
                .put("requiresShipping", each.line.requiresShipping)
                .ask("lineItem", asked -> shapes.orders.line(order, each.line))
                .ask(
                        "variant",
                        asked -> variant == null || variant.product.deleted ? null : shapes.stock.variant(variant));
    }

    Shape shipment(Fulfillment each) {
        List<Shape> tracking = each.tracking.stream()
                .map(row -> Shape.of("FulfillmentTrackingInfo")
                        .put("company", Shapes.orNull(row.company()))
                        .put("number", Shapes.orNull(row.number()))
                        .put("url", Shapes.orNull(row.url())))
                .toList();
        String last = each.events.isEmpty()
                ? "FULFILLED"
                : each.events.get(each.events.size() - 1).status();
        return shapes.base(each)
                .put("name", each.name)
                .put("status", each.cancelled ? "CANCELLED" : "SUCCESS")
                .put("displayStatus", each.cancelled ? "CANCELED" : last)
                .put(
                        "totalQuantity",
                        each.lines.stream().mapToInt(Fulfillment.Line::quantity).sum())
                .put("requiresShipping", true)
                .ask("order", asked -> shapes.orders.order(each.order))
                .ask("location", asked -> shapes.stock.location(each.location))
                .ask("trackingInfo", asked -> Shapes.list(tracking, asked))
                .ask(
                        "fulfillmentLineItems",
                        Connection.of(
                                each.lines,
                                Fulfillment.Line::number,
                                line -> Shape.of("FulfillmentLineItem")
                                        .put("id", Gids.gid("FulfillmentLineItem", line.number()))
                                        .put("quantity", line.quantity())
                                        .ask("lineItem", asked -> shapes.orders.line(each.order, line.line()))))
                .ask("fulfillmentOrders", Connection.of(each.sources, this::order))
                .ask("events", Connection.of(each.events, Fulfillment.Event::number, FulfillmentShapes::event));
    }

    static Shape event(Fulfillment.Event event) {
        return Shape.of("FulfillmentEvent")
                .put("id", Gids.gid("FulfillmentEvent", event.number()))
                .put("status", event.status())
                .put("happenedAt", event.at());
    }
}
