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

    /** A company or location of a company, in subsidiary 1, under another customer. */
    public static Seed subCustomer(long id, String name, long parent) {
        ObjectNode body = Json.object().put("id", id).put("isPerson", false).put("companyName", name);
        body.set("subsidiary", Json.ref("1"));
        body.set("currency", Json.ref("1"));
        body.set("parent", Json.ref(Long.toString(parent)));
        return of("customer", body);
    }

    /** An account of the chart of accounts; from the first one on, references to accounts are checked. */
    public static Seed account(long id, String name, AccountKind kind) {
        return of(ChartOfAccounts.TYPE, chartRow(id, name, kind));
    }

    /** A bank account that keeps another currency than the base currency. */
    public static Seed account(long id, String name, AccountKind kind, String currencyId) {
        ObjectNode body = chartRow(id, name, kind);
        body.set("currency", Json.ref(currencyId));
        return of(ChartOfAccounts.TYPE, body);
    }

    /** A currency; {@code rate} is what one unit is worth in base currency. */
    public static Seed currency(long id, String isoCode, BigDecimal rate, int decimals) {
        return of(
                "currency",
                Json.object()
                        .put("id", id)
                        .put("name", isoCode)
                        .put("symbol", isoCode)
                        .put("exchangeRate", rate)
                        .put("currencyPrecision", decimals));
    }

    /** Payment terms that give so many days. */
    public static Seed term(long id, String name, int days) {
        return of("term", Json.object().put("id", id).put("name", name).put("daysUntilNetDue", days));
    }

    /** A location. */
    public static Seed location(long id, String name) {
        return of("location", Json.object().put("id", id).put("name", name));
    }

    /** A ship method. */
    public static Seed shipMethod(long id, String name) {
        return of("shipItem", Json.object().put("id", id).put("itemId", name));
    }

    private static ObjectNode chartRow(long id, String name, AccountKind kind) {
        return Json.object()
                .put("id", id)
                .put("acctNumber", Long.toString(id))
                .put("acctName", name)
                .put("name", name)
                .put("acctType", kind.code());
    }

    private static Seed of(String recordType, ObjectNode body) {
        return new Seed(recordType, new String(Json.bytes(body), StandardCharsets.UTF_8));
    }
}
