package dev.drayage.shopify.internal.inventory;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.api.PageTrail;
import dev.drayage.shopify.internal.api.Pages;
import dev.drayage.shopify.internal.api.SearchFilter;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads inventory items by SKU with what lies where. Shopify's search is not exact, so SKUs are compared here. Thread-safe. */
final class StockReader {
    /** A query of more SKUs gets too long for Shopify's search. */
    private static final int SKUS_AT_ONCE = 25;

    private static final int ATTEMPTS = 3;

    private final ShopifyApi api;
    private final Pages pages;

    StockReader(ShopifyApi api) {
        this.api = api;
        this.pages = new Pages(api);
    }

    /** The items of each SKU that has any. */
    Map<String, List<StockedItem>> items(Collection<String> skus, CallContext call) {
        Map<String, List<StockedItem>> found = new HashMap<>();
        List<String> sorted = List.copyOf(new TreeSet<>(skus));
        for (int i = 0; i < sorted.size(); i += SKUS_AT_ONCE) {
            List<String> some = sorted.subList(i, Math.min(i + SKUS_AT_ONCE, sorted.size()));
            for (StockedItem item : search(some, call)) {
                if (some.contains(item.sku())) {
                    found.computeIfAbsent(item.sku(), sku -> new ArrayList<>()).add(item);
                }
            }
        }
        return found;
    }

    private List<StockedItem> search(List<String> skus, CallContext call) {
        String filter = SearchFilter.all().isOneOf("sku", skus).toString();
        List<StockedItem> items = new ArrayList<>();
        PageTrail trail = new PageTrail("inventory items");
        Optional<String> after = Optional.empty();
        do {
            Variables variables = Variables.none()
                    .with("query", filter)
                    .with("first", skus.size() + 1)
                    .with("after", after);
            JsonValue page = api.execute(Documents.INVENTORY_ITEMS_BY_SKU, variables, call)
                    .root()
                    .required();
            for (JsonValue item : Pages.nodes(page)) {
                items.add(whole(item, call));
            }
            after = trail.next(page);
        } while (after.isPresent());
        return items;
    }

    /** The item with all its levels, however many there are. */
    private StockedItem whole(JsonValue item, CallContext call) {
        JsonValue owner = item;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<List<JsonValue>> levels =
                    pages.all(owner, "inventoryLevels", Documents.INVENTORY_LEVELS_OF_ITEM, call);
            if (levels.isPresent()) {
                return StockedItem.of(owner, levels.get());
            }
            owner = api.execute(Documents.INVENTORY_LEVELS_OF_ITEM, Variables.id(item.requiredText("id")), call)
                    .root()
                    .required();
        }
        throw new UnavailableException(
                ErrorCode.SERVICE_FAILURE,
                "the levels of inventory item " + item.requiredText("id") + " change faster than they can be read");
    }
}
