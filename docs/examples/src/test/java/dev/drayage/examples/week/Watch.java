package dev.drayage.examples.week;

import dev.drayage.examples.shopify.ShopAndBooks;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks over people's shoulders: what they make of a line stays theirs until the other side showed it too, or they change it again.
 * Whoever else changes it before has lost an edit. Reads the simulated accounts alone. Not thread-safe.
 */
final class Watch {
    /** A line at one side. */
    private record Place(boolean atShop, long order, String line) {}

    private final ShopAndBooks world;
    private final Map<Long, String> booked = new HashMap<>();
    private final Map<Long, Standing> shop = new HashMap<>();
    private final Map<Long, Standing> books = new HashMap<>();
    private final Map<Place, BigDecimal> pending = new HashMap<>();
    private final Map<Place, BigDecimal> prices = new HashMap<>();
    private final Map<String, BigDecimal> common = new HashMap<>();
    private final List<String> lost = new ArrayList<>();
    private final List<String> story = new ArrayList<>();

    Watch(ShopAndBooks world) {
        this.world = world;
    }

    /** What was lost, in words. */
    List<String> lost() {
        return lost;
    }

    /** What happened to an order. */
    List<String> story(ShopOrder order) {
        return story.stream().filter(each -> each.contains(order.name() + " ")).toList();
    }

    /** The order in the books, if it was booked. */
    Optional<StoredRecord> booked(ShopOrder order) {
        if (!booked.containsKey(order.number())) {
            String number = Long.toString(order.number());
            world.netSuite.records("salesOrder").stream()
                    .filter(record -> record.body()
                            .path("custbody_drayage_order_id")
                            .asText()
                            .equals(number))
                    .findFirst()
                    .ifPresent(record -> booked.put(order.number(), record.id()));
        }
        return Optional.ofNullable(booked.get(order.number()))
                .flatMap(known -> world.netSuite.record("salesOrder", known));
    }

    /** A quantity both sides had last. */
    Optional<BigDecimal> common(ShopOrder order, String line) {
        return Optional.ofNullable(common.get(order.number() + " " + line));
    }

    /** People of one side did something to an order. */
    void people(boolean atShop, ShopOrder order, String what) {
        story.add(world.time.instant() + " " + order.name() + " " + (atShop ? "shop: " : "books: ") + what);
        Standing before = (atShop ? shop : books).get(order.number());
        Standing now =
                atShop ? Standing.of(order) : booked(order).map(Standing::of).orElseThrow();
        (atShop ? shop : books).put(order.number(), now);
        if (before != null) {
            for (String line : before.differs(now)) {
                claim(new Place(atShop, order.number(), line), now.units(line));
            }
            now.rates().forEach((line, rate) -> {
                BigDecimal old = before.rates().get(line);
                Place place = new Place(false, order.number(), line);
                if (old != null && old.compareTo(rate) != 0) {
                    prices.putIfAbsent(place, old);
                }
                prices.computeIfPresent(place, (any, kept) -> kept.compareTo(rate) == 0 ? null : kept);
            });
        }
        look(order, "people");
    }

    private void claim(Place place, BigDecimal units) {
        BigDecimal agreed = common.get(place.order() + " " + place.line());
        if (agreed != null && agreed.compareTo(units) == 0) {
            pending.remove(place);
        } else {
            pending.put(place, units);
        }
    }

    /** Something was written by the syncs. */
    void look(String call) {
        world.shop.orders().all().forEach(order -> look(order, call));
    }

    private void look(ShopOrder order, String call) {
        long number = order.number();
        Standing here = Standing.of(order);
        Optional<Standing> hereBefore = Optional.ofNullable(shop.put(number, here));
        Optional<Standing> booked = booked(order).map(Standing::of);
        if (booked.isEmpty()) {
            return;
        }
        Standing there = booked.get();
        Optional<Standing> thereBefore = Optional.ofNullable(books.put(number, there));
        thereBefore.filter(before -> !before.equals(there)).ifPresent(before -> {
            story.add(world.time.instant() + " " + order.name() + " books by " + call + ": " + there.units());
            changedByOthers(false, order, before, there, here);
            pricesKept(order, there);
        });
        hereBefore.filter(before -> !before.equals(here)).ifPresent(before -> {
            story.add(world.time.instant() + " " + order.name() + " shop by " + call + ": " + here.units());
            changedByOthers(true, order, before, here, there);
        });
        for (String line : union(here, there)) {
            if (here.units(line).compareTo(there.units(line)) == 0) {
                common.put(number + " " + line, here.units(line));
                pending.remove(new Place(true, number, line));
                pending.remove(new Place(false, number, line));
            }
        }
    }

    private void changedByOthers(boolean atShop, ShopOrder order, Standing before, Standing now, Standing other) {
        if (order.cancelledAt().isPresent() && (atShop ? other : now).ended()) {
            return;
        }
        for (String line : before.differs(now)) {
            BigDecimal theirs = pending.get(new Place(atShop, order.number(), line));
            if (theirs == null || theirs.compareTo(now.units(line)) == 0) {
                continue;
            }
            boolean tookOver = line.startsWith("+")
                    && other.units().values().stream().anyMatch(units -> units.compareTo(theirs) == 0);
            if (tookOver) {
                pending.remove(new Place(atShop, order.number(), line));
            } else {
                lost.add(order.name() + (atShop ? " at the shop" : " in the books") + ": line " + line + " was made "
                        + theirs.toPlainString() + " by people and became "
                        + now.units(line).toPlainString());
            }
        }
    }

    private void pricesKept(ShopOrder order, Standing now) {
        prices.forEach((place, old) -> {
            BigDecimal rate = now.rates().get(place.line());
            if (place.order() == order.number() && rate != null && rate.compareTo(old) == 0) {
                lost.add(order.name() + " in the books: the price of line " + place.line() + " was taken back to "
                        + old.toPlainString());
            }
        });
    }

    private static Set<String> union(Standing here, Standing there) {
        Set<String> lines = new TreeSet<>(here.units().keySet());
        lines.addAll(there.units().keySet());
        return lines;
    }
}
