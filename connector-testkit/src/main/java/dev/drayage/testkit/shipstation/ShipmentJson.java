package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A shipment as the API answers it. Stateless and thread-safe. */
final class ShipmentJson {
    private static final List<String> NULL_UNLESS_SENT =
            List.of("carrier_id", "service_code", "external_order_id", "order_source_code", "customs", "warehouse_id");
    private static final Map<String, BigDecimal> OUNCES = Map.of(
            "ounce", BigDecimal.ONE,
            "pound", new BigDecimal("16"),
            "gram", new BigDecimal("0.035274"),
            "kilogram", new BigDecimal("35.274"));

    private ShipmentJson() {}

    static ObjectNode of(ShipmentState state) {
        Shipment facts = state.facts();
        ObjectNode json = Json.object().put("shipment_id", facts.shipmentId());
        NULL_UNLESS_SENT.forEach(json::putNull);
        Json.putOrNull(json, "external_shipment_id", facts.externalShipmentId());
        json.put("shipment_number", facts.shipmentNumber());
        // Unlike on labels, this day is told as midnight in UTC.
        json.put(
                "ship_date",
                LocalDate.ofInstant(facts.createdAt(), ZoneOffset.UTC)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toString());
        json.put("created_at", facts.createdAt().toString());
        json.put("modified_at", facts.modifiedAt().toString());
        json.put("shipment_status", facts.status().text());
        json.put("is_return", false).put("confirmation", "none").put("insurance_provider", "none");
        json.putObject("advanced_options");
        json.putArray("tags");
        json.set("ship_from", warehouse());
        json.setAll(state.fields());
        if (!json.hasNonNull("return_to")) {
            json.set("return_to", json.path("ship_from"));
        }
        if (!json.path("packages").isArray()) {
            json.putArray("packages");
        }
        json.set("total_weight", totalWeight(json.path("packages")));
        json.set("items", items(state));
        return json;
    }

    private static ArrayNode items(ShipmentState state) {
        ArrayNode items = Json.object().arrayNode();
        for (ShipmentItem item : state.facts().items()) {
            ObjectNode json = items.addObject();
            ObjectNode fields = state.itemFields().get(item.itemId());
            if (fields != null) {
                json.setAll(fields);
            }
            json.put("item_id", item.itemId());
            Json.putOrNull(json, "external_order_item_id", item.externalOrderItemId());
            Json.putOrNull(json, "sku", item.sku());
            Json.putOrNull(json, "name", item.name());
            json.put("quantity", item.quantity());
        }
        return items;
    }

    /** The weight of all packages, in their unit if they have but one, else in ounces. */
    static ObjectNode totalWeight(JsonNode packages) {
        String unit = packages.isEmpty()
                ? "ounce"
                : packages.path(0).path("weight").path("unit").asText();
        BigDecimal inUnit = BigDecimal.ZERO;
        BigDecimal inOunces = BigDecimal.ZERO;
        boolean oneUnit = true;
        for (JsonNode parcel : packages) {
            BigDecimal value = parcel.path("weight").path("value").decimalValue();
            String own = parcel.path("weight").path("unit").asText();
            oneUnit &= own.equals(unit);
            inUnit = inUnit.add(value);
            inOunces = inOunces.add(value.multiply(OUNCES.getOrDefault(own, BigDecimal.ONE)));
        }
        return Json.object().put("value", oneUnit ? inUnit : inOunces).put("unit", oneUnit ? unit : "ounce");
    }

    /** Where every warehouse stands. */
    static ObjectNode warehouse() {
        return Json.object()
                .put("name", "Example Warehouse")
                .put("phone", "+1 555 0100")
                .put("address_line1", "1 Dock Road")
                .put("city_locality", "Austin")
                .put("state_province", "TX")
                .put("postal_code", "78701")
                .put("country_code", "US")
                .put("address_residential_indicator", "no");
    }
}
