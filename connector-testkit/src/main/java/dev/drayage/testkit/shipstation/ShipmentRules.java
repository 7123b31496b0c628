package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a shipment must look like to be taken, by the vendor's published schema. Stateless and thread-safe. */
final class ShipmentRules {
    private static final List<String> ADDRESS =
            List.of("name", "address_line1", "city_locality", "state_province", "postal_code", "country_code");
    private static final Set<String> UNITS = Set.of("pound", "ounce", "gram", "kilogram");
    private static final Pattern ID = Pattern.compile("^se(-[a-z0-9]+)+$");
    private static final List<String> IDS = List.of("carrier_id", "warehouse_id", "store_id");

    private ShipmentRules() {}

    /** What is wrong, each with the name of its field. */
    static List<VendorError> objections(JsonNode shipment) {
        List<VendorError> objections = new ArrayList<>();
        address(shipment, "ship_to", objections);
        if (shipment.hasNonNull("ship_from")) {
            address(shipment, "ship_from", objections);
        } else if (!shipment.hasNonNull("warehouse_id")) {
            objections.add(missing("ship_from", "Either ship_from or warehouse_id must be set."));
        }
        for (String field : IDS) {
            if (shipment.hasNonNull(field)
                    && !ID.matcher(shipment.path(field).asText()).matches()) {
                objections.add(invalid("invalid_identifier", field, "is not an id of ShipStation."));
            }
        }
        items(shipment.path("items"), objections);
        packages(shipment.path("packages"), objections);
        return objections;
    }

    private static void address(JsonNode shipment, String name, List<VendorError> objections) {
        JsonNode address = shipment.path(name);
        if (!address.isObject()) {
            objections.add(missing(name, name + " is required."));
            return;
        }
        for (String field : ADDRESS) {
            if (Json.text(address, field).isBlank()) {
                objections.add(missing(name + "." + field, name + "." + field + " is required."));
            }
        }
        String country = Json.text(address, "country_code");
        if (!country.isBlank() && country.length() != 2) {
            objections.add(invalid("invalid_string_length", name + ".country_code", "must have two letters."));
        }
    }

    private static void items(JsonNode items, List<VendorError> objections) {
        for (int i = 0; i < items.size(); i++) {
            JsonNode quantity = items.path(i).path("quantity");
            if (!quantity.isInt() || quantity.intValue() < 0) {
                objections.add(
                        invalid("invalid_field_value", "items[" + i + "].quantity", "must be a whole number from 0."));
            }
        }
    }

    private static void packages(JsonNode packages, List<VendorError> objections) {
        if (packages.isArray() && packages.isEmpty()) {
            objections.add(invalid("invalid_field_value", "packages", "must hold at least one package."));
        }
        for (int i = 0; i < packages.size(); i++) {
            String name = "packages[" + i + "].weight";
            JsonNode weight = packages.path(i).path("weight");
            if (!weight.isObject()) {
                objections.add(missing(name, name + " is required."));
            } else if (!weight.path("value").isNumber()
                    || weight.path("value").decimalValue().signum() <= 0) {
                objections.add(invalid("invalid_field_value", name + ".value", "must be above 0."));
            } else if (!UNITS.contains(Json.text(weight, "unit"))) {
                objections.add(invalid("invalid_field_value", name + ".unit", "must be one of " + UNITS + "."));
            }
        }
    }

    private static VendorError missing(String field, String message) {
        return VendorError.invalid("field_value_required", field, message);
    }

    private static VendorError invalid(String code, String field, String what) {
        return VendorError.invalid(code, field, field + " " + what);
    }
}
