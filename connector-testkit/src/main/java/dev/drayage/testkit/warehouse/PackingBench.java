package dev.drayage.testkit.warehouse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Takes goods from the shelves and packs them. Not thread-safe; the simulator guards it. */
final class PackingBench {
    private final Shelves shelves;
    private final String companyPrefix;
    private int shipments;
    private int cartons;

    PackingBench(Shelves shelves, String companyPrefix) {
        this.shelves = shelves;
        this.companyPrefix = companyPrefix;
    }

    /** Ships of the order what the list says; the order is not booked yet. */
    Shipment ship(WarehouseOrder order, PickList list, Instant now) {
        List<Shipment.ShippedLine> lines = new ArrayList<>();
        List<Shipment.Content> contents = new ArrayList<>();
        for (OrderLine line : order.asked().lines()) {
            int open = order.open(line);
            int pieces = pieces(line, open, list.of(line.lineId()));
            if (open <= 0 && pieces == 0) {
                continue;
            }
            for (Shelf.Taken taken : shelves.shelf(line.sku()).take(pieces, line.lot())) {
                contents.add(new Shipment.Content(
                        line.lineId(), line.sku(), taken.quantity(), taken.lot(), taken.serials()));
            }
            lines.add(new Shipment.ShippedLine(
                    line.lineId(), line.sku(), line.quantity(), pieces, open - pieces, list.rest()));
        }
        return shipment(order, now, lines, pack(contents, list));
    }

    /** Tells that nothing of what is open will leave. */
    Shipment nothing(WarehouseOrder order, Remainder rest, Instant now) {
        List<Shipment.ShippedLine> lines = order.asked().lines().stream()
                .filter(line -> order.open(line) > 0)
                .map(line ->
                        new Shipment.ShippedLine(line.lineId(), line.sku(), line.quantity(), 0, order.open(line), rest))
                .toList();
        return shipment(order, now, lines, List.of());
    }

    private Shipment shipment(
            WarehouseOrder order, Instant now, List<Shipment.ShippedLine> lines, List<Shipment.Carton> packed) {
        shipments++;
        return new Shipment(
                order.asked().orderNumber(),
                String.format(Locale.ROOT, "SHP%06d", shipments),
                String.format(Locale.ROOT, "WH%05d", 44_000 + shipments),
                now,
                freight(lines),
                lines,
                packed);
    }

    private BigDecimal freight(List<Shipment.ShippedLine> lines) {
        BigDecimal pounds = lines.stream()
                .map(line -> shelves.shelf(line.sku()).item().pounds().multiply(BigDecimal.valueOf(line.shipped())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return pounds.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal("4.95")
                        .add(pounds.multiply(new BigDecimal("0.35")))
                        .setScale(2, RoundingMode.HALF_UP);
    }

    private int pieces(OrderLine line, int open, OptionalInt asked) {
        int there = shelves.shelf(line.sku()).shippable(line.lot());
        int wanted = asked.orElse(Math.max(0, open));
        return Math.min(wanted, there);
    }

    private List<Shipment.Carton> pack(List<Shipment.Content> contents, PickList list) {
        List<Shipment.Content> all = list.dividesALine() ? divided(contents) : contents;
        int number = Math.min(list.cartons(), all.size());
        List<Shipment.Carton> packed = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            List<Shipment.Content> inside = new ArrayList<>();
            for (int at = i; at < all.size(); at += number) {
                inside.add(all.get(at));
            }
            cartons++;
            packed.add(new Shipment.Carton(Sscc.of(companyPrefix, cartons), tracking(cartons), inside));
        }
        return packed;
    }

    private static String tracking(int carton) {
        return String.format(Locale.ROOT, "1Z999AA1%010d", 123_000_000L + carton);
    }

    /** The first content with more than one piece becomes two neighbours, which go into different cartons. */
    private static List<Shipment.Content> divided(List<Shipment.Content> contents) {
        List<Shipment.Content> all = new ArrayList<>(contents);
        for (int i = 0; i < all.size(); i++) {
            Shipment.Content whole = all.get(i);
            if (whole.quantity() > 1) {
                int first = whole.quantity() / 2;
                boolean serialized = !whole.serials().isEmpty();
                all.set(i, part(whole, first, serialized ? whole.serials().subList(0, first) : List.of()));
                all.add(
                        i + 1,
                        part(
                                whole,
                                whole.quantity() - first,
                                serialized ? whole.serials().subList(first, whole.quantity()) : List.of()));
                return all;
            }
        }
        return all;
    }

    private static Shipment.Content part(Shipment.Content whole, int quantity, List<String> serials) {
        return new Shipment.Content(whole.lineId(), whole.sku(), quantity, whole.lot(), serials);
    }
}
