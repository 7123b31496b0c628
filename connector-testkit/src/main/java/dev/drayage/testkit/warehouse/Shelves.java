package dev.drayage.testkit.warehouse;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All articles of the warehouse. Not thread-safe; the simulator guards it. */
final class Shelves {
    private final Map<String, Shelf> shelves = new LinkedHashMap<>();
    private final int ofUnknownArticles;

    Shelves(Collection<StockItem> items, int ofUnknownArticles) {
        items.forEach(item -> shelves.put(item.sku(), new Shelf(item)));
        this.ofUnknownArticles = ofUnknownArticles;
    }

    /** The shelf of an article; an article that nobody has heard of has an empty one that is soon forgotten. */
    Shelf shelf(String sku) {
        Shelf known = shelves.get(sku);
        if (known != null) {
            return known;
        }
        return ofUnknownArticles > 0 ? put(sku) : new Shelf(StockItem.of(sku, 0));
    }

    /** The shelf of an article, which is known from now on. */
    Shelf put(String sku) {
        return shelves.computeIfAbsent(sku, s -> new Shelf(StockItem.of(s, ofUnknownArticles)));
    }

    boolean knows(String sku) {
        return ofUnknownArticles > 0 || shelves.containsKey(sku);
    }

    Optional<String> skuOfUpc(String upc) {
        return shelves.values().stream()
                .map(Shelf::item)
                .filter(item -> !upc.isEmpty() && item.upc().equals(upc))
                .map(StockItem::sku)
                .findFirst();
    }

    Collection<Shelf> all() {
        return shelves.values();
    }
}
