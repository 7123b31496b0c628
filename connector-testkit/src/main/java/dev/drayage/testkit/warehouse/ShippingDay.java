package dev.drayage.testkit.warehouse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides, with the habits' chance, how an order that is due is shipped. Not thread-safe; the simulator guards it. */
final class ShippingDay {
    private final Habits habits;
    private final PackingBench bench;
    private final Shelves shelves;
    private final Dice dice;

    ShippingDay(Habits habits, PackingBench bench, Shelves shelves, Dice dice) {
        this.habits = habits;
        this.bench = bench;
        this.shelves = shelves;
        this.dice = dice;
    }

    /** The round after {@code round} in which an order is looked at. */
    int nextLook(int round) {
        return round + 1 + dice.upTo(habits.lateRounds());
    }

    /** The shipment of an order that is due, if one comes about; it is booked. */
    Optional<Shipment> ship(WarehouseOrder order, int round, Instant now) {
        order.due(nextLook(round));
        Optional<Shipment> shipment = made(order, now);
        shipment.ifPresent(s -> order.book(s.lines()));
        return shipment;
    }

    private Optional<Shipment> made(WarehouseOrder order, Instant now) {
        if (troubles(order, habits.nothingShare())) {
            return Optional.of(bench.nothing(order, rest(), now));
        }
        boolean goodsThere = openLines(order).stream()
                .anyMatch(line -> shelves.shelf(line.sku()).shippable(line.lot()) > 0);
        if (!goodsThere) {
            // goods that wait for the shelves to be filled are no news; goods that never come are
            return habits.shortage() == Remainder.CANCELLED
                    ? Optional.of(bench.nothing(order, Remainder.CANCELLED, now))
                    : Optional.empty();
        }
        PickList list = list(order).cartons(1 + dice.upTo(habits.cartons() - 1));
        return Optional.of(
                bench.ship(order, dice.happens(habits.dividedLineShare()) ? list.dividingALine() : list, now));
    }

    private PickList list(WarehouseOrder order) {
        PickList everything = PickList.everything().rest(habits.shortage());
        List<OrderLine> open = openLines(order);
        int pieces = open.stream().mapToInt(order::open).sum();
        if (pieces > 1 && troubles(order, habits.splitShare())) {
            return half(order, open);
        }
        if (pieces > 1 && troubles(order, habits.partialShare())) {
            OrderLine shortLine = open.get(dice.upTo(open.size() - 1));
            int left = open.size() == 1 ? 1 : 0;
            int taken = Math.max(left, dice.upTo(order.open(shortLine) - 1));
            return everything.take(shortLine.lineId(), taken).rest(rest());
        }
        return everything;
    }

    /** Every other line, or half of the only one. */
    private static PickList half(WarehouseOrder order, List<OrderLine> open) {
        PickList list = PickList.nothing();
        if (open.size() == 1) {
            return list.take(open.get(0).lineId(), order.open(open.get(0)) / 2);
        }
        for (int i = 0; i < open.size(); i += 2) {
            list = list.take(open.get(i).lineId(), order.open(open.get(i)));
        }
        return list;
    }

    private List<OrderLine> openLines(WarehouseOrder order) {
        return order.asked().lines().stream()
                .filter(line -> order.open(line) > 0)
                .toList();
    }

    private Remainder rest() {
        return dice.happens(habits.cancellingShare()) ? Remainder.CANCELLED : Remainder.BACKORDERED;
    }

    private boolean troubles(WarehouseOrder order, double share) {
        if (order.troubled() || !dice.happens(share)) {
            return false;
        }
        order.trouble();
        return true;
    }
}
