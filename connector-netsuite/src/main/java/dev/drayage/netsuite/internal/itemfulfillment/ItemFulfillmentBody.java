package dev.drayage.netsuite.internal.itemfulfillment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.mapping.ValueMap;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.ShippedPackage;
import dev.drayage.netsuite.WeightUnit;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.order.OrderLines;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.TypedFields;
import dev.drayage.settings.Settings;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is sent with the transform of a sales order (help: "Item Fulfillment" in the REST guide). Lines that are not named
 * would be shipped whole, so every other open line says {@code itemReceive: false}. Thread-safe.
 */
final class ItemFulfillmentBody {
    private final Optional<String> form;
    private final boolean shipStatus;
    private final ZoneId zone;
    private final ValueMap shipMethods;
    private final ValueMap locations;
    private final Weight weight;
    private final String carrierField;
    private final Optional<String> freightField;

    ItemFulfillmentBody(Settings settings) {
        carrierField = settings.get(NetSuiteSchema.CARRIER_FIELD);
        freightField = settings.get(NetSuiteSchema.FREIGHT_FIELD);
        form = settings.get(NetSuiteSchema.FULFILLMENT_FORM);
        shipStatus = settings.get(NetSuiteSchema.SHIP_STATUS);
        zone = settings.get(NetSuiteSchema.ZONE);
        shipMethods = ValueMap.of("shipMethods", settings.get(NetSuiteSchema.SHIP_METHODS));
        locations = ValueMap.of("fulfillment.locations", settings.get(NetSuiteSchema.WAREHOUSE_LOCATIONS));
        WeightUnit unit = settings.get(NetSuiteSchema.WEIGHT_UNIT);
        weight = new Weight(unit);
    }

    ObjectNode create(
            ItemFulfillment shipment,
            FulfillmentPlan plan,
            OrderLines order,
            InventoryNumbers numbers,
            String externalId,
            ObjectNode body) {
        body.put("externalId", externalId);
        form.ifPresent(id -> body.set("customForm", RecordClient.reference(body, id)));
        status(shipment, body);
        body.put("tranDate", shipment.shippedAt().atZone(zone).toLocalDate().toString());
        body.put(
                "memo", shipment.ref().account().system() + " " + shipment.ref().id());
        shipment.shipMethod()
                .flatMap(shipMethods::get)
                .ifPresent(id -> body.set("shipMethod", RecordClient.reference(body, id)));
        PackageCarriers.text(shipment.packages()).ifPresent(carriers -> body.put(carrierField, carriers));
        freightField.ifPresent(field -> shipment.freight().ifPresent(freight -> body.put(field, freight.amount())));
        TypedFields.put(body, shipment.customFields());
        ArrayNode lines = body.putObject("item").putArray("items");
        Optional<String> warehouse = shipment.location().flatMap(locations::get);
        plan.units().forEach((line, units) -> {
            ObjectNode row = lines.addObject();
            row.put("orderLine", new BigDecimal(line.number()));
            row.put("itemReceive", true);
            row.put("quantity", units);
            numbers.put(line, plan.numbers().getOrDefault(line, List.of()), row);
            warehouse
                    .or(line::location)
                    .or(order::location)
                    .ifPresent(id -> row.set("location", RecordClient.reference(row, id)));
        });
        for (OrderLines.Line line : order.lines()) {
            if (line.shipsByDefault() && !plan.units().containsKey(line)) {
                lines.addObject()
                        .put("orderLine", new BigDecimal(line.number()))
                        .put("itemReceive", false);
            }
        }
        if (!shipment.packages().isEmpty()) {
            packages(shipment, plan, PackageSublist.PLAIN, body);
        }
        return body;
    }

    /** New packages in the sublist that the account uses, and the status. */
    ObjectNode correct(ItemFulfillment shipment, FulfillmentPlan plan, PackageSublist home, ObjectNode body) {
        status(shipment, body);
        PackageCarriers.text(shipment.packages()).ifPresent(carriers -> body.put(carrierField, carriers));
        packages(shipment, plan, home, body);
        return body;
    }

    /** The carriers that a fulfillment names in the account's field for them. */
    Optional<String> carriers(JsonValue fulfillment) {
        return fulfillment.text(carrierField).map(String::strip).filter(text -> !text.isEmpty());
    }

    private void status(ItemFulfillment shipment, ObjectNode body) {
        if (shipStatus) {
            body.set("shipStatus", RecordClient.reference(body, letter(shipment.status())));
        }
    }

    static String letter(ItemFulfillment.Status status) {
        return switch (status) {
            case PICKED -> "A";
            case PACKED -> "B";
            case SHIPPED, VOIDED -> "C";
        };
    }

    private void packages(ItemFulfillment shipment, FulfillmentPlan plan, PackageSublist home, ObjectNode body) {
        ArrayNode rows = body.putObject(home.sublist()).putArray("items");
        List<ShippedPackage> parcels = shipment.packages();
        for (int i = 0; i < parcels.size(); i++) {
            ShippedPackage parcel = parcels.get(i);
            ObjectNode row = rows.addObject();
            if (!parcel.trackingNumbers().isEmpty()) {
                row.put(home.field("packageTrackingNumber"), tracking(parcel));
            }
            row.put(home.field("packageDescr"), describe(parcel, plan.contents().get(i)));
            parcel.weightKg()
                    .ifPresent(kilograms -> row.put(home.field("packageWeight"), weight.fromKilograms(kilograms)));
        }
    }

    static String tracking(ShippedPackage parcel) {
        return parcel.trackingNumbers().stream().collect(Collectors.joining(", "));
    }

    static String describe(ShippedPackage parcel, Map<String, BigDecimal> contents) {
        return PackageDescription.of(parcel.reference(), contents);
    }
}
