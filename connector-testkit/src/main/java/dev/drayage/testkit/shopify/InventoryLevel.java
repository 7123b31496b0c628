package dev.drayage.testkit.shopify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Quantities of one item at one location. {@code on_hand} is the sum of all states but {@code incoming}. Changed under
 * the shop's lock.
 */
public final class InventoryLevel extends Entity {
    /** All names of quantities. */
    static final List<String> NAMES = List.of(
            "available", "committed", "damaged", "incoming", "on_hand", "quality_control", "reserved", "safety_stock");

    final InventoryItem item;
    final StockLocation location;
    private final Map<String, Integer> quantities = new TreeMap<>();
    private final Map<String, Instant> changed = new TreeMap<>();
    boolean active = true;

    InventoryLevel(long number, Instant at, InventoryItem item, StockLocation location) {
        super("InventoryLevel", number, at);
        this.item = item;
        this.location = location;
    }

    @Override
    public String gid() {
        return super.gid() + "?inventory_item_id=" + item.number();
    }

    /** The item. */
    public InventoryItem item() {
        return item;
    }

    /** The location. */
    public StockLocation location() {
        return location;
    }

    /** One quantity by Shopify's name, {@code on_hand} included. */
    public int quantity(String name) {
        return name.equals("on_hand")
                ? quantities.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("incoming"))
                        .mapToInt(Map.Entry::getValue)
                        .sum()
                : quantities.getOrDefault(name, 0);
    }

    Instant changedAt(String name) {
        return changed.getOrDefault(name, createdAt());
    }

    void add(String name, int delta, Instant now) {
        if (delta != 0) {
            quantities.merge(name, delta, Integer::sum);
            changed.put(name, now);
            changed.put("on_hand", now);
            touch(now);
            item.touch(now);
        }
    }
}
