package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is counted of a variant. Changed under the shop's lock. */
public final class InventoryItem extends Entity {
    final Map<StockLocation, InventoryLevel> levels = new LinkedHashMap<>();
    String sku;
    boolean tracked = true;
    boolean requiresShipping = true;

    @Nullable BigDecimal cost;

    @Nullable Variant variant;

    InventoryItem(long number, Instant at, String sku) {
        super("InventoryItem", number, at);
        this.sku = sku;
    }

    /** Sku, empty for none. */
    public String sku() {
        return sku;
    }

    /** The level at a location, if the item was ever stocked there. */
    public Optional<InventoryLevel> level(StockLocation location) {
        return Optional.ofNullable(levels.get(location));
    }
}
