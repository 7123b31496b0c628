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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is sent with the transform of a sales order, or to a fulfillment that stands (help: "Item Fulfillment" in the REST guide). Lines that a
 * transform does not name would be shipped whole, so every other open line says {@code itemReceive: false}. Thread-safe.
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
        head(shipment, body);
        body.put(
                "memo", shipment.ref().account().system() + " " + shipment.ref().id());
        shipment.shipMethod()
                .flatMap(shipMethods::get)
                .ifPresent(id -> body.set("shipMethod", RecordClient.reference(body, id)));
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

    /** What a packed fulfillment becomes when all of it or less leaves; what people wrote on it otherwise stays. */
    ObjectNode ship(
            ItemFulfillment shipment,
            FulfillmentPlan plan,
            StandingFulfillment packed,
            InventoryNumbers numbers,
            String externalId,
            ObjectNode body) {
        if (packed.externalId().isEmpty()) {
            body.put("externalId", externalId);
        }
        head(shipment, body);
        List<ObjectNode> changed = new ArrayList<>();
        Map<String, BigDecimal> left = new HashMap<>();
        plan.units().forEach((line, units) -> left.put(line.number(), units));
        for (StandingFulfillment.Line line : packed.lines()) {
            BigDecimal units =
                    left.getOrDefault(line.orderLine(), BigDecimal.ZERO).min(line.quantity());
            left.computeIfPresent(line.orderLine(), (number, rest) -> rest.subtract(units));
            ObjectNode row = body.objectNode().put("line", new BigDecimal(line.number()));
            if (units.signum() == 0) {
                changed.add(row.put("itemReceive", false));
            } else if (units.compareTo(line.quantity()) != 0) {
                changed.add(row.put("quantity", units));
            }
            plan.numbers().forEach((of, told) -> {
                boolean here = of.number().equals(line.orderLine()) && units.signum() > 0;
                if (here && !numbers.stand(of, told, line.record())) {
                    numbers.put(of, told, row);
                }
            });
            if (row.has("inventoryDetail") && !row.has("quantity")) {
                changed.add(row);
            }
        }
        if (!changed.isEmpty()) {
            body.putObject("item").putArray("items").addAll(changed);
        }
        if (!shipment.packages().isEmpty()) {
            packages(shipment, plan, PackageRow.home(packed.record()), body);
        }
        return body;
    }

    private void head(ItemFulfillment shipment, ObjectNode body) {
        status(shipment, body);
        body.put("tranDate", shipment.shippedAt().atZone(zone).toLocalDate().toString());
        PackageCarriers.text(shipment.packages()).ifPresent(carriers -> body.put(carrierField, carriers));
        freightField.ifPresent(field -> shipment.freight().ifPresent(freight -> body.put(field, freight.amount())));
        TypedFields.put(body, shipment.customFields());
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
