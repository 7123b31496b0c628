package dev.drayage.threepl.internal.shipstation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.mapping.ValueMap;
import dev.drayage.model.Address;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.settings.Settings;
import dev.drayage.threepl.ShipStationSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** An order as a shipment of ShipStation, whole each time: what is left out would be blanked. Thread-safe. */
final class OrderBody {
    private static final String LEAVE_OPEN = "none";
    private static final int ADDRESS_LINES = 3;
    private static final int LONGEST_NAME = 50;

    private final String warehouse;
    private final Optional<String> store;
    private final ValueMap services;
    private final Optional<String> withoutMethod;

    OrderBody(Settings settings) {
        warehouse = settings.get(ShipStationSettings.WAREHOUSE_ID);
        store = settings.find(ShipStationSettings.STORE_ID);
        services = ValueMap.of("shipMethods", settings.get(ShipStationSettings.SHIP_METHODS));
        withoutMethod = settings.find(ShipStationSettings.NO_SHIP_METHOD);
    }

    /**
     * Fills {@code body}.
     *
     * @throws RefusedException if the order cannot be told: no address, an unmapped ship method, a fraction of a unit
     */
    ObjectNode fill(WarehouseOrder order, String externalId, ObjectNode body) {
        body.put("external_shipment_id", name(order, externalId));
        body.put("shipment_number", order.number());
        body.put("create_sales_order", true);
        body.put("validate_address", "no_validation");
        body.put("warehouse_id", warehouse);
        store.ifPresent(id -> body.put("store_id", id));
        order.shipOn().ifPresent(day -> body.put("ship_date", day.toString()));
        service(order, body);
        Address to = order.shipTo()
                .orElseThrow(() -> refused(ErrorCode.RECORD_UNREADABLE, order, "has no address to ship to"));
        if (to.lines().size() > ADDRESS_LINES) {
            throw refused(
                    ErrorCode.RECORD_UNREADABLE,
                    order,
                    "has an address of " + to.lines().size() + " lines, and ShipStation keeps " + ADDRESS_LINES);
        }
        address(to, order.email(), body.putObject("ship_to"));
        ArrayNode items = body.putArray("items");
        for (WarehouseOrderLine line : order.lines()) {
            if (line.open().signum() > 0) {
                ObjectNode item = items.addObject();
                item.put(
                        "external_order_item_id",
                        name(order, ItemMark.of(order, line.line().value()).toString()));
                item.put("sku", line.sku());
                item.put("name", line.title().orElse(line.sku()));
                item.put("quantity", whole(order, line));
            }
        }
        return body;
    }

    /** A longer name would be cut there, and two orders might become one. */
    private static String name(WarehouseOrder order, String name) {
        if (name.length() > LONGEST_NAME) {
            throw refused(
                    ErrorCode.RECORD_UNREADABLE,
                    order,
                    "would be called " + name + ", but ShipStation keeps only " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private void service(WarehouseOrder order, ObjectNode body) {
        String chosen = order.shipMethod()
                .map(method -> services.get(method)
                        .orElseThrow(() -> refused(
                                ErrorCode.VALUE_UNMAPPED,
                                order,
                                "has the ship method " + method + ", which shipMethods" + " does not know")))
                .or(() -> withoutMethod)
                .orElseThrow(() -> refused(
                        ErrorCode.VALUE_UNMAPPED,
                        order,
                        "has no ship method, and shipMethods.missing names no service"));
        if (chosen.equals(LEAVE_OPEN)) {
            return;
        }
        List<String> parts = List.of(chosen.split("/", 2));
        body.put("carrier_id", parts.get(0));
        if (parts.size() > 1) {
            body.put("service_code", parts.get(1));
        }
    }

    private static void address(Address to, Optional<String> email, ObjectNode body) {
        body.put("name", to.name().or(to::company).orElse(""));
        to.company().ifPresent(company -> body.put("company_name", company));
        to.phone().ifPresent(phone -> body.put("phone", phone));
        email.ifPresent(text -> body.put("email", text));
        for (int i = 0; i < to.lines().size(); i++) {
            body.put("address_line" + (i + 1), to.lines().get(i));
        }
        to.city().ifPresent(city -> body.put("city_locality", city));
        to.region().ifPresent(region -> body.put("state_province", region));
        to.postalCode().ifPresent(code -> body.put("postal_code", code));
        body.put("country_code", to.countryCode());
    }

    private static BigDecimal whole(WarehouseOrder order, WarehouseOrderLine line) {
        try {
            return line.open().setScale(0);
        } catch (ArithmeticException e) {
            throw refused(
                    ErrorCode.RECORD_UNREADABLE,
                    order,
                    "has " + line.open().toPlainString() + " units of " + line.sku()
                            + " to ship, but ShipStation counts whole ones");
        }
    }

    private static RefusedException refused(ErrorCode code, WarehouseOrder order, String problem) {
        return new RefusedException(code, "order " + order.number() + " " + problem);
    }
}
