package dev.drayage.testkit.shopify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fulfilment orders and fulfilments, and the stock that they commit and use up. Guarded by the shop. */
final class FulfillmentDesk {
    private final Shop shop;

    FulfillmentDesk(Shop shop) {
        this.shop = shop;
    }

    /** More units of a line are to be shipped from a location: into its open fulfilment order, or a new one. */
    void add(ShopOrder order, OrderLine line, int units, Optional<StockLocation> location) {
        if (units <= 0 || !line.requiresShipping || location.isEmpty()) {
            return;
        }
        stock(line, location.get(), "committed", units);
        stock(line, location.get(), "available", -units);
        put(order, line, units, location.get(), null);
    }

    /** Units come off what is still to be shipped; answers from which locations. */
    Map<StockLocation, Integer> takeOff(ShopOrder order, OrderLine line, int units, boolean restock) {
        Map<StockLocation, Integer> taken = new LinkedHashMap<>();
        int left = units;
        for (FulfillmentOrder each : order.fulfillmentOrders) {
            for (FulfillmentOrder.Line part : each.lines) {
                int count = each.live() && part.line == line ? Math.min(left, part.remaining) : 0;
                if (count > 0) {
                    part.remaining -= count;
                    part.total -= count;
                    left -= count;
                    stock(line, each.location, "committed", -count);
                    if (restock) {
                        stock(line, each.location, "available", count);
                    }
                    taken.merge(each.location, count, Integer::sum);
                }
            }
            if (!taken.isEmpty() && each.live()) {
                each.settle(shop.now());
            }
        }
        return taken;
    }

    /** Ships units of fulfilment orders of one order and one location, which the caller has checked. */
    Fulfillment ship(
            Map<FulfillmentOrder.Line, Integer> units,
            List<FulfillmentOrder> sources,
            List<Fulfillment.Tracking> tracking) {
        Instant now = shop.now();
        FulfillmentOrder first = sources.get(0);
        ShopOrder order = first.order;
        List<Fulfillment.Line> lines = new ArrayList<>();
        units.forEach((part, count) -> {
            part.remaining -= count;
            part.line.fulfilled += count;
            stock(part.line, first.location, "committed", -count);
            lines.add(new Fulfillment.Line(shop.id("FulfillmentLineItem"), part.line, part, count));
        });
        String name = order.name + "-F" + (order.fulfillments.size() + 1);
        Fulfillment fulfillment =
                new Fulfillment(shop.id("Fulfillment"), now, order, first.location, name, lines, sources, tracking);
        order.fulfillments.add(fulfillment);
        for (FulfillmentOrder source : sources) {
            source.fulfillments.add(fulfillment);
            source.settle(now);
        }
        order.touch(now);
        shop.webhooks().changed("fulfillments/create", fulfillment, Map.of("order_id", Long.toString(order.number())));
        shop.webhooks().changed("orders/updated", order);
        return fulfillment;
    }

    /** The units go back into a new open fulfilment order; a second cancellation does nothing. */
    void cancel(Fulfillment fulfillment) {
        if (fulfillment.cancelled) {
            return;
        }
        Instant now = shop.now();
        fulfillment.cancelled = true;
        fulfillment.touch(now);
        FulfillmentOrder back = null;
        for (Fulfillment.Line line : fulfillment.lines) {
            line.line().fulfilled -= line.quantity();
            stock(line.line(), fulfillment.location, "committed", line.quantity());
            back = put(
                    fulfillment.order,
                    line.line(),
                    line.quantity(),
                    fulfillment.location,
                    back == null ? create(fulfillment.order, fulfillment.location) : back);
        }
        fulfillment.order.touch(now);
        shop.webhooks().changed("fulfillments/update", fulfillment);
        shop.webhooks().changed("orders/updated", fulfillment.order);
    }

    void track(Fulfillment fulfillment, List<Fulfillment.Tracking> tracking) {
        fulfillment.tracking = List.copyOf(tracking);
        fulfillment.touch(shop.now());
        fulfillment.order.touch(shop.now());
        shop.webhooks().changed("fulfillments/update", fulfillment);
    }

    /** Takes units into a fulfilment order of their own, at the same or another location; nothing left closes the old one. */
    FulfillmentOrder split(FulfillmentOrder from, Map<FulfillmentOrder.Line, Integer> units, StockLocation to) {
        FulfillmentOrder fresh = create(from.order, to);
        units.forEach((part, count) -> {
            part.remaining -= count;
            part.total -= count;
            if (to != from.location) {
                stock(part.line, from.location, "committed", -count);
                stock(part.line, from.location, "available", count);
                stock(part.line, to, "committed", count);
                stock(part.line, to, "available", -count);
            }
            put(from.order, part.line, count, to, fresh);
        });
        from.settle(shop.now());
        return fresh;
    }

    FulfillmentOrder.Hold hold(FulfillmentOrder order, String reason, String notes, String handle, boolean byApp) {
        FulfillmentOrder.Hold hold =
                new FulfillmentOrder.Hold(shop.id("FulfillmentHold"), reason, notes, handle, byApp);
        order.holds.add(hold);
        order.status = FulfillmentOrder.Status.ON_HOLD;
        order.touch(shop.now());
        order.order.touch(shop.now());
        shop.webhooks().changed("fulfillment_orders/placed_on_hold", order);
        return hold;
    }

    void release(FulfillmentOrder order, List<String> holds) {
        order.holds.removeIf(each -> holds.isEmpty() || holds.contains(Gids.gid("FulfillmentHold", each.number())));
        if (order.holds.isEmpty() && order.status == FulfillmentOrder.Status.ON_HOLD) {
            order.status =
                    order.fulfillments.isEmpty() ? FulfillmentOrder.Status.OPEN : FulfillmentOrder.Status.IN_PROGRESS;
        }
        order.touch(shop.now());
        order.order.touch(shop.now());
        shop.webhooks().changed("fulfillment_orders/hold_released", order);
    }

    private FulfillmentOrder create(ShopOrder order, StockLocation location) {
        FulfillmentOrder fresh = new FulfillmentOrder(shop.id("FulfillmentOrder"), shop.now(), order, location);
        order.fulfillmentOrders.add(fresh);
        return fresh;
    }

    private FulfillmentOrder put(
            ShopOrder order, OrderLine line, int units, StockLocation location, @Nullable FulfillmentOrder into) {
        FulfillmentOrder target = into != null
                ? into
                : order.fulfillmentOrders.stream()
                        .filter(each -> each.status == FulfillmentOrder.Status.OPEN && each.location == location)
                        .findFirst()
                        .orElseGet(() -> create(order, location));
        target.lines.stream()
                .filter(each -> each.line == line)
                .findFirst()
                .ifPresentOrElse(
                        each -> {
                            each.total += units;
                            each.remaining += units;
                        },
                        () -> target.lines.add(
                                new FulfillmentOrder.Line(shop.id("FulfillmentOrderLineItem"), line, units)));
        target.touch(shop.now());
        return target;
    }

    void stock(OrderLine line, StockLocation location, String name, int delta) {
        Variant variant = line.variant;
        if (variant != null && variant.item.tracked) {
            variant.item.level(location).ifPresent(level -> {
                level.add(name, delta, shop.now());
                shop.webhooks().changed("inventory_levels/update", level);
            });
        }
    }
}
