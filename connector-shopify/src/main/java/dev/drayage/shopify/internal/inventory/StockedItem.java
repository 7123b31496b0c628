package dev.drayage.shopify.internal.inventory;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.api.Gid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Shopify counts of one variant. Immutable.
 *
 * @param id Shopify's global id of the inventory item
 * @param sku its SKU; empty if it has none
 * @param twins how many other items have the same SKU
 * @param tracked whether Shopify counts it at all
 * @param levels by number of the location
 */
record StockedItem(String id, String sku, int twins, boolean tracked, Map<String, Level> levels) {

    /**
     * What lies at one location.
     *
     * @param active whether the item is stocked there
     * @param quantities by Shopify's name
     */
    record Level(boolean active, Map<String, Integer> quantities) {
        Level {
            quantities = Map.copyOf(quantities);
        }

        static Level of(JsonValue read) {
            Map<String, Integer> quantities = new HashMap<>();
            for (JsonValue quantity : read.requiredElements("quantities")) {
                quantities.put(quantity.requiredText("name"), quantity.requiredWhole("quantity"));
            }
            return new Level(read.at("isActive").flag().orElse(true), quantities);
        }
    }

    StockedItem {
        levels = Map.copyOf(levels);
    }

    static StockedItem of(JsonValue item, List<JsonValue> levels) {
        Map<String, Level> byLocation = new HashMap<>();
        for (JsonValue level : levels) {
            byLocation.put(number(level.required("location").requiredText("id")), Level.of(level));
        }
        return new StockedItem(
                item.requiredText("id"),
                item.text("sku").orElse(""),
                item.at("duplicateSkuCount").whole().orElse(0),
                item.at("tracked").flag().orElse(true),
                byLocation);
    }

    private static String number(String gid) {
        return Gid.parse(gid).map(Gid::key).orElse(gid);
    }

    /** The number of the item. */
    String number() {
        return number(id);
    }

    /** What lies at a location where the item is stocked. */
    Optional<Level> stockedAt(String location) {
        return Optional.ofNullable(levels.get(location)).filter(Level::active);
    }
}
