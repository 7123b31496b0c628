package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A record that the account holds before the test begins. Immutable.
 *
 * @param recordType camel case record type
 * @param json body in the form that the REST API takes; a member {@code id} fixes the internal id
 */
public record Seed(String recordType, String json) {

    /** Any record, in the REST API's own form. */
    public static Seed of(String recordType, String json) {
        return new Seed(recordType, json);
    }

    /** An inventory item in all subsidiaries. */
    public static Seed inventoryItem(long id, String itemId, BigDecimal basePrice) {
        return item("inventoryItem", id, itemId, basePrice);
    }

    /** An item of another kind, such as {@code otherChargeSaleItem}. */
    public static Seed item(String recordType, long id, String itemId, BigDecimal basePrice) {
        return of(recordType, Json.object().put("id", id).put("itemId", itemId).put("basePrice", basePrice));
    }

    /** An inventory item of which every piece belongs to a lot. */
    public static Seed lotNumberedItem(long id, String itemId, BigDecimal basePrice) {
        return item("lotNumberedInventoryItem", id, itemId, basePrice);
    }

    /** An inventory item of which every piece has a serial number. */
    public static Seed serializedItem(long id, String itemId, BigDecimal basePrice) {
        return item("serializedInventoryItem", id, itemId, basePrice);
    }

    /** A kit of one piece each of {@code members}. */
    public static Seed kit(long id, String itemId, BigDecimal basePrice, List<Long> members) {
        ObjectNode body = Json.object().put("id", id).put("itemId", itemId).put("basePrice", basePrice);
        for (long member : members) {
            body.withObject("/member")
                    .withArray("items")
                    .addObject()
                    .put("quantity", 1)
                    .set("item", Json.ref(Long.toString(member)));
        }
        return of("kitItem", body);
    }

    /** A company in subsidiary 1 that buys in currency 1. */
    public static Seed company(long id, String name) {
        ObjectNode body = Json.object().put("id", id).put("isPerson", false).put("companyName", name);
        body.set("subsidiary", Json.ref("1"));
        body.set("currency", Json.ref("1"));
        return of("customer", body);
    }

    /** A location. */
    public static Seed location(long id, String name) {
        return of("location", Json.object().put("id", id).put("name", name));
    }

    /** A ship method. */
    public static Seed shipMethod(long id, String name) {
        return of("shipItem", Json.object().put("id", id).put("itemId", name));
    }

    private static Seed of(String recordType, ObjectNode body) {
        return new Seed(recordType, new String(Json.bytes(body), StandardCharsets.UTF_8));
    }
}
