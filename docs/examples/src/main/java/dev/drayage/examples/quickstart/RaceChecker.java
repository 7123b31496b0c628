package dev.drayage.examples.quickstart;

import dev.drayage.testkit.amazon.AcceptedSubmission;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.ChannelStock;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.OrderView;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.shopify.AcceptedWrite;
import dev.drayage.testkit.shopify.OrderLine;
import dev.drayage.testkit.shopify.ShopOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Checks the race from the storefronts' own orders and journals. Every number that either storefront was told is at most what was
 * left when the orders were last read: the units less all that both had sold by then. What was left at the last such look could be
 * sold at both, so no more than that is sold too many, and nothing after a look at which nothing was left. In the end both show
 * what is left, or nothing.
 */
final class RaceChecker {
    private final AmazonSimulator amazon;
    private final SimulatedShop shop;
    private final List<Instant> looks;
    private final List<String> faults = new ArrayList<>();

    RaceChecker(AmazonSimulator amazon, SimulatedShop shop, List<Instant> looks) {
        this.amazon = amazon;
        this.shop = shop;
        this.looks = looks;
    }

    /** Everything that is wrong, one line each; empty if nothing is. */
    List<String> check() {
        NavigableMap<Instant, Integer> sold = sold();
        int units = total(sold);
        int left = Math.max(0, StockRace.UNITS - units);
        int atAmazon = amazon.listings()
                .inForce(StockRace.SKU, Marketplace.US)
                .flatMap(ChannelStock::quantity)
                .orElse(-1);
        int inTheShop = shop.raced().quantity("available");
        expect(atAmazon == left, "Amazon shows " + atAmazon + " of the raced article, " + left + " are left");
        expect(inTheShop == left, "the shop shows " + inTheShop + " of the raced article, " + left + " are left");
        told().forEach((at, most) -> {
            int known = looks.stream()
                    .filter(look -> look.isBefore(at))
                    .reduce((earlier, later) -> later)
                    .map(look -> total(sold.headMap(look, true)))
                    .orElse(0);
            expect(
                    most <= Math.max(0, StockRace.UNITS - known),
                    most + " of the raced article were promised at " + at + ", when " + known + " of " + StockRace.UNITS
                            + " were known to be sold");
        });
        int leftLast = looks.stream()
                .map(look -> StockRace.UNITS - total(sold.headMap(look, true)))
                .filter(rest -> rest > 0)
                .reduce((earlier, later) -> later)
                .orElse(StockRace.UNITS);
        expect(
                units <= StockRace.UNITS + leftLast,
                units + " were sold of " + StockRace.UNITS + ", though only " + leftLast
                        + " could be sold at both before anyone could know");
        int late = looks.stream()
                .filter(look -> total(sold.headMap(look, true)) >= StockRace.UNITS)
                .findFirst()
                .map(look -> total(sold.tailMap(look, false)))
                .orElse(0);
        expect(late == 0, late + " of the raced article were sold after a look at which nothing was left");
        return List.copyOf(faults);
    }

    private static int total(Map<Instant, Integer> sold) {
        return sold.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Units by the time at which they were bought, at either storefront. */
    private NavigableMap<Instant, Integer> sold() {
        NavigableMap<Instant, Integer> sold = new TreeMap<>();
        for (OrderView view : amazon.orders().views()) {
            for (SimulatedItem item : view.order().items()) {
                if (item.sku().equals(StockRace.SKU)) {
                    sold.merge(view.order().createdTime(), item.quantity(), Integer::sum);
                }
            }
        }
        for (ShopOrder order : shop.shopify().orders().all()) {
            for (OrderLine line : order.lines()) {
                if (line.sku().equals(StockRace.SKU)) {
                    sold.merge(order.createdAt(), line.quantity(), Integer::sum);
                }
            }
        }
        return sold;
    }

    /** The most that either storefront was told, by time. */
    private Map<Instant, Integer> told() {
        Map<Instant, Integer> told = new TreeMap<>();
        for (AcceptedSubmission submission : amazon.journal().submissions()) {
            if (submission.sku().equals(StockRace.SKU)) {
                submission
                        .stock()
                        .forEach(channel -> channel.quantity()
                                .ifPresent(quantity -> told.merge(submission.at(), quantity, Math::max)));
            }
        }
        for (AcceptedWrite write : shop.shopify().journal().writes()) {
            if (write.mutation().equals("inventorySetQuantities")) {
                quantities(write.arguments()).forEach(quantity -> told.merge(write.at(), quantity, Math::max));
            }
        }
        return told;
    }

    private List<Integer> quantities(Map<String, Object> arguments) {
        List<Integer> found = new ArrayList<>();
        if (arguments.get("input") instanceof Map<?, ?> input && input.get("quantities") instanceof List<?> rows) {
            for (Object row : rows) {
                if (row instanceof Map<?, ?> fields
                        && shop.raced().item().gid().equals(fields.get("inventoryItemId"))
                        && fields.get("quantity") instanceof Number quantity) {
                    found.add(quantity.intValue());
                }
            }
        }
        return found;
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
