package dev.drayage.shopify.internal.inventory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.shopify.StockQuantity;
import dev.drayage.shopify.internal.api.Answer;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The two calls that write stock. Each carries an idempotency key that is worked out from what it asks for: Shopify answers a
 * repeated key as it did the first time, refusals too, so that another wish, another observation or another value to compare
 * with needs another key. Thread-safe.
 */
final class StockCalls {
    private static final String REASON = "correction";

    private final ShopifyApi api;
    private final StockQuantity quantity;

    StockCalls(ShopifyApi api, StockQuantity quantity) {
        this.api = api;
        this.quantity = quantity;
    }

    /** Sets all rows or none. */
    Answer set(List<StockRow> rows, CallContext call) {
        String key = key(rows.stream().map(StockRow::identity).collect(Collectors.joining("\n")));
        ObjectNode input = api.json().object();
        input.put("name", quantity.word());
        input.put("reason", REASON);
        input.put("referenceDocumentUri", document(rows, key));
        ArrayNode quantities = input.putArray("quantities");
        for (StockRow row : rows) {
            quantities
                    .addObject()
                    .put("inventoryItemId", row.item())
                    .put("locationId", location(row.target()))
                    .put("quantity", row.target().units())
                    .put("changeFromQuantity", row.from());
        }
        return api.execute(
                Documents.INVENTORY_SET, Variables.none().with("input", input).with("key", key), call);
    }

    /** Stocks an item where it is not stocked yet. */
    Answer activate(StockRow row, CallContext call) {
        Variables variables = Variables.none()
                .with("item", row.item())
                .with("location", location(row.target()))
                .with("onHand", row.target().units())
                .with("key", key("activate\n" + row.identity()));
        return api.execute(Documents.INVENTORY_ACTIVATE, variables, call);
    }

    /** Which record of the ERP is behind a change, as Shopify's history of the item shows it. */
    private static String document(List<StockRow> rows, String key) {
        return rows.size() == 1
                ? "gid://drayage/InventoryLevel/"
                        + URLEncoder.encode(
                                rows.get(0).target().observed().ref().id(), StandardCharsets.UTF_8)
                : "gid://drayage/InventoryLevels/" + key;
    }

    private static String location(StockTarget target) {
        return new Gid("Location", target.location()).toString();
    }

    private static String key(String wish) {
        return UUID.nameUUIDFromBytes(wish.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
