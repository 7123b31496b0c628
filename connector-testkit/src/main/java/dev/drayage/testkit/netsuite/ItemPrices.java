package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prices of an item by price level, currency and quantity. Chosen here, because no source at hand shows it: the item has
 * a sublist {@code price} of rows {@code priceLevel, currency, quantity, price}, the same three replace each other, and
 * {@code basePrice} is the row of level 1 in currency 1 from quantity 0.
 */
final class ItemPrices {
    private static final String BASE_LEVEL = "1";
    private static final String BASE_CURRENCY = "1";

    private ItemPrices() {}

    /** The price of the largest break that {@code quantity} reaches; the base price where no row fits. */
    static BigDecimal of(ObjectNode item, String currency, String level, BigDecimal quantity) {
        BigDecimal found = Json.number(item, "basePrice");
        BigDecimal reached = BigDecimal.valueOf(-1);
        for (ObjectNode row : Json.rows(item, "price")) {
            BigDecimal from = Json.number(row, "quantity");
            boolean fits = Json.refId(row, "currency").equals(currency)
                    && Json.refId(row, "priceLevel").equals(level)
                    && from.compareTo(quantity) <= 0
                    && from.compareTo(reached) > 0;
            if (fits) {
                found = Json.number(row, "price");
                reached = from;
            }
        }
        return found;
    }

    /** Fills in what rows leave out and lets later rows replace earlier ones. */
    static void complete(ObjectNode item) {
        if (!Json.has(item, "price")) {
            return;
        }
        Map<String, ObjectNode> byKey = new LinkedHashMap<>();
        for (ObjectNode row : Json.rows(item, "price")) {
            if (!Json.has(row, "price")) {
                throw Refusal.missing("Price");
            }
            if (!Json.has(row, "currency")) {
                row.set("currency", Json.ref(BASE_CURRENCY));
            }
            if (!Json.has(row, "priceLevel")) {
                row.set("priceLevel", Json.ref(BASE_LEVEL));
            }
            row.put("quantity", Json.number(row, "quantity"));
            byKey.put(key(row), row);
        }
        ObjectNode list = Json.object();
        ArrayNode rows = list.putArray("items");
        byKey.values().forEach(rows::add);
        item.set("price", list);
    }

    /** All rows, the base price among them unless a row says otherwise. */
    static List<ObjectNode> all(ObjectNode item) {
        Map<String, ObjectNode> byKey = new LinkedHashMap<>();
        if (Json.has(item, "basePrice")) {
            ObjectNode base =
                    Json.object().put("quantity", BigDecimal.ZERO).put("price", Json.number(item, "basePrice"));
            base.set("currency", Json.ref(BASE_CURRENCY));
            base.set("priceLevel", Json.ref(BASE_LEVEL));
            byKey.put(key(base), base);
        }
        Json.rows(item, "price").forEach(row -> byKey.put(key(row), row));
        return List.copyOf(byKey.values());
    }

    private static String key(ObjectNode row) {
        return Json.refId(row, "currency") + "|" + Json.refId(row, "priceLevel") + "|"
                + Json.number(row, "quantity").stripTrailingZeros().toPlainString();
    }
}
