package dev.drayage.testkit.shopify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Mutations of fulfilments and fulfilment orders, with Shopify's refusals. Guarded by the shop. */
final class FulfillmentApi {
    private static final String CREATE_FIELD = "fulfillment";

    private final Shop shop;
    private final Shapes shapes;
    private final FulfillmentDesk desk;

    FulfillmentApi(Shop shop, Shapes shapes, FulfillmentDesk desk) {
        this.shop = shop;
        this.shapes = shapes;
        this.desk = desk;
    }

    void addTo(Mutations mutations) {
        mutations
                .add("fulfillmentCreate", (args, asked) -> create(args.in("fulfillment")))
                .add("fulfillmentTrackingInfoUpdate", (args, asked) -> {
                    Fulfillment found = fulfillment(args.text("fulfillmentId"), "fulfillmentId");
                    desk.track(found, tracking(args.in("trackingInfoInput")));
                    found.notified |= args.flag("notifyCustomer");
                    return answer(found);
                })
                .add("fulfillmentCancel", (args, asked) -> {
                    Fulfillment found = fulfillment(args.text("id"), "id");
                    desk.cancel(found);
                    return answer(found);
                })
                .add("fulfillmentEventCreate", (args, asked) -> event(args.in("fulfillmentEvent")))
                .add("fulfillmentOrderMove", (args, asked) -> move(args))
                .add("fulfillmentOrderHold", (args, asked) -> hold(args))
                .add("fulfillmentOrderReleaseHold", (args, asked) -> {
                    FulfillmentOrder order = order(args.text("id"));
                    desk.release(order, args.texts("holdIds"));
                    return Shape.of("Payload").put("fulfillmentOrder", shapes.fulfillment.order(order));
                })
                .add("fulfillmentOrderCancel", (args, asked) -> {
                    FulfillmentOrder order = order(args.text("id"));
                    if (!order.live()) {
                        throw UserError.at("Fulfillment order is not in cancelable request state.", "id")
                                .coded("FULFILLMENT_ORDER_CANNOT_BE_CANCELLED")
                                .thrown();
                    }
                    FulfillmentOrder fresh = desk.split(order, left(order), order.location);
                    order.status = FulfillmentOrder.Status.CANCELLED;
                    return Shape.of("Payload")
                            .put("fulfillmentOrder", shapes.fulfillment.order(order))
                            .put("replacementFulfillmentOrder", shapes.fulfillment.order(fresh));
                });
    }

    private Shape answer(Fulfillment found) {
        return Shape.of("Payload").ask("fulfillment", asked -> shapes.fulfillment.shipment(found));
    }

    private static UserError.Refused refused(String message) {
        return UserError.at(message, CREATE_FIELD).thrown();
    }

    private Shape create(Args input) {
        List<FulfillmentOrder> sources = new ArrayList<>();
        Map<FulfillmentOrder.Line, Integer> units = new LinkedHashMap<>();
        List<Args> groups = input.objects("lineItemsByFulfillmentOrder");
        for (int n = 0; n < groups.size(); n++) {
            Args group = groups.get(n);
            long number = nested(group.text("fulfillmentOrderId"), "FulfillmentOrder");
            List<Args> rows = group.objects("fulfillmentOrderLineItems");
            for (int m = 0; m < rows.size(); m++) {
                nested(rows.get(m).text("id"), "FulfillmentOrderLineItem");
                if (rows.get(m).integer("quantity").orElse(0) <= 0) {
                    throw UserError.at(
                                    "Quantity must be greater than 0",
                                    CREATE_FIELD,
                                    "lineItemsByFulfillmentOrder",
                                    Integer.toString(n),
                                    "fulfillmentOrderLineItems",
                                    Integer.toString(m),
                                    "quantity")
                            .thrown();
                }
            }
            FulfillmentOrder order =
                    shop.fulfillmentOrder(number).orElseThrow(() -> refused("Fulfillment order does not exist."));
            sources.add(order);
        }
        check(sources);
        for (int n = 0; n < groups.size(); n++) {
            units(sources.get(n), groups.get(n).objects("fulfillmentOrderLineItems"), units);
        }
        Fulfillment made = desk.ship(units, sources, tracking(input.in("trackingInfo")));
        made.notified = input.flag("notifyCustomer");
        return answer(made);
    }

    private static void check(List<FulfillmentOrder> sources) {
        List<Long> orders =
                sources.stream().map(each -> each.order.number()).distinct().toList();
        if (orders.size() > 1) {
            throw refused("All fulfillment orders must belong to the same order. Multiple orders with ids " + orders
                    + " were found.");
        }
        List<Long> places =
                sources.stream().map(each -> each.location.number()).distinct().toList();
        if (places.size() > 1) {
            throw refused("All fulfillment orders must be assigned to a single location. Multiple locations with ids "
                    + places + " were found.");
        }
        for (FulfillmentOrder each : sources) {
            if (each.status != FulfillmentOrder.Status.OPEN && each.status != FulfillmentOrder.Status.IN_PROGRESS) {
                throw refused("Fulfillment order " + each.number() + " has an unfulfillable status= "
                        + each.status.name().toLowerCase(Locale.ROOT) + ".");
            }
        }
    }

    private static void units(FulfillmentOrder order, List<Args> rows, Map<FulfillmentOrder.Line, Integer> units) {
        if (rows.isEmpty()) {
            units.putAll(left(order));
            return;
        }
        for (Args row : rows) {
            FulfillmentOrder.Line line = order.lines.stream()
                    .filter(each -> each.gid().equals(row.text("id")))
                    .findFirst()
                    .orElseThrow(() -> refused("Fulfillment order line item does not exist."));
            int sum = units.merge(line, row.integer("quantity").orElse(0), Integer::sum);
            if (sum > line.remaining) {
                throw refused("Invalid fulfillment order line item quantity requested.");
            }
        }
    }

    private static Map<FulfillmentOrder.Line, Integer> left(FulfillmentOrder order) {
        Map<FulfillmentOrder.Line, Integer> left = new LinkedHashMap<>();
        order.lines.stream().filter(each -> each.remaining > 0).forEach(each -> left.put(each, each.remaining));
        return left;
    }

    /** Numbers and addresses go together by position, one company for all; the singular fields count when there is no list. */
    private static List<Fulfillment.Tracking> tracking(Args input) {
        List<String> numbers = input.texts("numbers").isEmpty()
                ? input.maybe("number").map(List::of).orElse(List.of())
                : input.texts("numbers");
        List<String> urls = input.texts("urls").isEmpty()
                ? input.maybe("url").map(List::of).orElse(List.of())
                : input.texts("urls");
        List<Fulfillment.Tracking> rows = new ArrayList<>();
        for (int n = 0; n < Math.max(numbers.size(), urls.size()); n++) {
            rows.add(new Fulfillment.Tracking(
                    input.text("company"),
                    n < numbers.size() ? numbers.get(n) : "",
                    n < urls.size() ? urls.get(n) : ""));
        }
        if (rows.isEmpty() && !input.text("company").isEmpty()) {
            rows.add(new Fulfillment.Tracking(input.text("company"), "", ""));
        }
        return rows;
    }

    private Fulfillment fulfillment(String gid, String field) {
        return shop.fulfillment(Gids.number(gid, "Fulfillment"))
                .orElseThrow(
                        () -> UserError.at("Fulfillment does not exist.", field).thrown());
    }

    private FulfillmentOrder order(String gid) {
        return shop.fulfillmentOrder(Gids.number(gid, "FulfillmentOrder"))
                .orElseThrow(() -> UserError.at("Fulfillment order does not exist.")
                        .coded("FULFILLMENT_ORDER_NOT_FOUND")
                        .thrown());
    }

    private static long nested(String gid, String type) {
        try {
            return Gids.number(gid, type);
        } catch (ApiError wrong) {
            throw new ApiError(wrong.code(), "invalid id", Map.of());
        }
    }

    private Shape event(Args input) {
        Fulfillment found = fulfillment(input.text("fulfillmentId"), "fulfillmentEvent");
        Fulfillment.Event event = new Fulfillment.Event(
                shop.id("FulfillmentEvent"),
                input.text("status"),
                input.time("happenedAt").orElse(shop.now()));
        found.events.add(event);
        found.touch(shop.now());
        return Shape.of("Payload").put("fulfillmentEvent", FulfillmentShapes.event(event));
    }

    private Shape move(Args args) {
        FulfillmentOrder order = order(args.text("id"));
        StockLocation to = shop.locations.get(Gids.number(args.text("newLocationId"), "Location"));
        if (to == null) {
            throw UserError.at("Location not found.", "newLocationId")
                    .coded("LOCATION_NOT_FOUND")
                    .thrown();
        }
        Map<FulfillmentOrder.Line, Integer> units = new LinkedHashMap<>();
        units(order, args.objects("fulfillmentOrderLineItems"), units);
        boolean stocked = units.keySet().stream()
                .allMatch(each -> each.line.variant == null
                        || each.line
                                .variant
                                .item
                                .level(to)
                                .filter(level -> level.active)
                                .isPresent());
        if (!order.live() || order.status == FulfillmentOrder.Status.IN_PROGRESS || !stocked || to == order.location) {
            throw UserError.at("Cannot change location.", "id")
                    .coded("CANNOT_MOVE")
                    .thrown();
        }
        FulfillmentOrder moved = desk.split(order, units, to);
        return Shape.of("Payload")
                .put("movedFulfillmentOrder", shapes.fulfillment.order(moved))
                .put("originalFulfillmentOrder", shapes.fulfillment.order(order))
                .put("remainingFulfillmentOrder", order.live() ? shapes.fulfillment.order(order) : null);
    }

    private Shape hold(Args args) {
        FulfillmentOrder order = order(args.text("id"));
        Args input = args.in("fulfillmentHold");
        String handle = input.text("handle");
        if (!handle.isEmpty()
                && order.holds.stream().anyMatch(each -> each.handle().equals(handle))) {
            throw UserError.at(
                            "The handle provided for the fulfillment hold is already in use.",
                            "fulfillmentHold",
                            "handle")
                    .coded("DUPLICATE_FULFILLMENT_HOLD_HANDLE")
                    .thrown();
        }
        if (!order.live() || order.holds.size() >= 10) {
            throw UserError.at("The fulfillment order is not in a state that can be held.", "id")
                    .coded("FULFILLMENT_ORDER_NOT_HOLDABLE")
                    .thrown();
        }
        Optional<FulfillmentOrder> rest = Optional.empty();
        Map<FulfillmentOrder.Line, Integer> wanted = new LinkedHashMap<>();
        units(order, input.objects("fulfillmentOrderLineItems"), wanted);
        Map<FulfillmentOrder.Line, Integer> others = left(order);
        wanted.forEach((line, count) -> others.computeIfPresent(line, (l, all) -> all > count ? all - count : null));
        if (!others.isEmpty()) {
            rest = Optional.of(desk.split(order, others, order.location));
        }
        FulfillmentOrder.Hold hold = desk.hold(order, input.text("reason"), input.text("reasonNotes"), handle, true);
        return Shape.of("Payload")
                .put("fulfillmentHold", shapes.fulfillment.hold(hold))
                .put("fulfillmentOrder", shapes.fulfillment.order(order))
                .put(
                        "remainingFulfillmentOrder",
                        rest.map(shapes.fulfillment::order).orElse(null));
    }
}
