package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads shipments that come through the API. What it does not know it passes over, as the vendor does, and tells
 * {@code ignored}. Not thread-safe; the account guards it.
 */
final class ShipmentIntake {
    /** The vendor cuts longer ids and numbers off instead of refusing them. */
    static final int LONGEST_ID = 50;

    private static final Set<String> IN_FACTS =
            Set.of("external_shipment_id", "shipment_number", "create_sales_order", "validate_address", "items");

    private static final Set<String> KEPT = Set.of(
            "carrier_id",
            "service_code",
            "ship_date",
            "ship_to",
            "ship_from",
            "return_to",
            "warehouse_id",
            "store_id",
            "is_return",
            "confirmation",
            "customs",
            "advanced_options",
            "insurance_provider",
            "order_source_code",
            "external_order_id",
            "tags",
            "tax_identifiers",
            "packages",
            "requested_shipment_service",
            "hold_until_date",
            "ship_by_date",
            "deliver_by_date",
            "notes_from_buyer",
            "notes_to_buyer",
            "notes_for_gift",
            "internal_notes",
            "is_gift",
            "amount_paid",
            "shipping_paid",
            "tax_paid");

    private static final Set<String> ITEM_IN_FACTS = Set.of("external_order_item_id", "sku", "name", "quantity");

    private static final Set<String> ITEM_KEPT = Set.of(
            "external_order_id",
            "sales_order_id",
            "sales_order_item_id",
            "asin",
            "order_source_code",
            "image_url",
            "weight",
            "unit_price",
            "tax_amount",
            "shipping_amount",
            "inventory_location",
            "options",
            "product_id",
            "upc");

    private final Account account;
    private final Consumer<String> ignored;

    ShipmentIntake(Account account, Consumer<String> ignored) {
        this.account = account;
        this.ignored = ignored;
    }

    /** What stands against a new shipment. */
    List<VendorError> objections(JsonNode request) {
        List<VendorError> objections = new ArrayList<>(ShipmentRules.objections(request));
        String externalId = id(request, "external_shipment_id");
        if (account.shipmentByExternalId(externalId).isPresent()) {
            objections.add(conflict("external_shipment_id", externalId));
        }
        String number = number(request, externalId);
        if (!number.isEmpty() && account.numberTaken(number, "")) {
            objections.add(conflict("shipment_number", number));
        }
        return objections;
    }

    /** What stands against other content for a shipment. */
    List<VendorError> objections(Shipment known, JsonNode request) {
        List<VendorError> objections = new ArrayList<>(ShipmentRules.objections(request));
        String externalId = id(request, "external_shipment_id");
        if (!externalId.isEmpty() && !externalId.equals(known.externalShipmentId())) {
            objections.add(VendorError.invalid(
                    "identifiers_must_match",
                    "external_shipment_id",
                    "external_shipment_id cannot be changed from " + known.externalShipmentId() + "."));
        }
        String number = id(request, "shipment_number");
        // Shipments that were split keep the number they share.
        if (!number.isEmpty()
                && !number.equals(known.shipmentNumber())
                && account.numberTaken(number, known.shipmentId())) {
            objections.add(conflict("shipment_number", number));
        }
        return objections;
    }

    /** A new shipment with nothing against it. */
    ShipmentState created(JsonNode request) {
        String shipmentId = account.nextId();
        String given = id(request, "external_shipment_id");
        String externalId = given.isEmpty() ? shipmentId : given;
        Instant now = account.now();
        Map<String, ObjectNode> itemFields = new HashMap<>();
        Shipment facts = new Shipment(
                shipmentId,
                externalId,
                number(request, externalId),
                ShipmentStatus.PENDING,
                "",
                request.path("create_sales_order").asBoolean(false),
                now,
                now,
                items(request.path("items"), List.of(), itemFields));
        return new ShipmentState(facts, fields(request), itemFields);
    }

    /** Other content for a shipment: all of it, so that what is left out is gone. */
    ShipmentState updated(Shipment known, JsonNode request) {
        String number = id(request, "shipment_number");
        Map<String, ObjectNode> itemFields = new HashMap<>();
        Shipment facts = new Shipment(
                known.shipmentId(),
                known.externalShipmentId(),
                number.isEmpty() ? known.shipmentNumber() : number,
                known.status(),
                known.splitFrom(),
                known.salesOrder(),
                known.createdAt(),
                account.now(),
                items(request.path("items"), known.items(), itemFields));
        return new ShipmentState(facts, fields(request), itemFields);
    }

    private ObjectNode fields(JsonNode request) {
        ObjectNode fields = Json.object();
        request.properties().forEach(field -> {
            if (KEPT.contains(field.getKey())) {
                // A field that is null is a field left out: its default shows.
                if (!field.getValue().isNull()) {
                    fields.set(field.getKey(), field.getValue().deepCopy());
                }
            } else if (!IN_FACTS.contains(field.getKey())) {
                ignored.accept(field.getKey());
            }
        });
        for (JsonNode parcel : fields.path("packages")) {
            if (parcel instanceof ObjectNode object) {
                object.put("shipment_package_id", account.nextId());
            }
        }
        return fields;
    }

    private List<ShipmentItem> items(JsonNode request, List<ShipmentItem> known, Map<String, ObjectNode> itemFields) {
        List<ShipmentItem> items = new ArrayList<>();
        for (JsonNode item : request) {
            String line = Json.text(item, "external_order_item_id");
            String itemId = known.stream()
                    .filter(before ->
                            !line.isEmpty() && before.externalOrderItemId().equals(line))
                    .map(ShipmentItem::itemId)
                    .filter(id -> !itemFields.containsKey(id))
                    .findFirst()
                    .orElseGet(() -> Long.toString(account.nextNumber()));
            items.add(new ShipmentItem(
                    itemId,
                    line,
                    Json.text(item, "sku"),
                    Json.text(item, "name"),
                    item.path("quantity").intValue()));
            ObjectNode fields = Json.object();
            item.properties().forEach(field -> {
                if (ITEM_KEPT.contains(field.getKey())) {
                    fields.set(field.getKey(), field.getValue().deepCopy());
                } else if (!ITEM_IN_FACTS.contains(field.getKey())) {
                    ignored.accept("items[]." + field.getKey());
                }
            });
            itemFields.put(itemId, fields);
        }
        return items;
    }

    /** A shipment without a number is known by its external id. */
    private static String number(JsonNode request, String externalId) {
        String number = id(request, "shipment_number");
        return number.isEmpty() ? externalId : number;
    }

    private static String id(JsonNode request, String field) {
        String id = Json.text(request, field);
        return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID);
    }

    private static VendorError conflict(String field, String value) {
        return VendorError.invalid(
                "identifier_conflict", field, "Another shipment has the " + field + " '" + value + "'.");
    }
}
