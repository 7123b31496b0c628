package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** A label as the API answers it. Its packages do not say what is in them. Stateless and thread-safe. */
final class LabelJson {
    private LabelJson() {}

    /**
     * Writes a label.
     *
     * @param since when the label came into this state
     * @param shipDate the instant that stands for its day
     */
    static ObjectNode of(Label label, Instant since, ShipmentState shipment, Instant shipDate) {
        ObjectNode json = Json.object()
                .put("label_id", label.labelId())
                .put("status", label.status().word())
                .put("shipment_id", label.shipmentId());
        Json.putOrNull(json, "external_shipment_id", label.externalShipmentId());
        Json.putOrNull(json, "external_order_id", Json.text(shipment.fields(), "external_order_id"));
        json.put("ship_date", shipDate.toString())
                .put("created_at", label.createdAt().toString());
        json.set("shipment_cost", Json.dollars(label.shipmentCost()));
        json.set("insurance_cost", Json.dollars(BigDecimal.ZERO));
        json.put("tracking_number", label.trackingNumber())
                .put("is_return_label", label.returnLabel())
                .putNull("rma_number")
                .put("is_international", international(shipment));
        Json.putOrNull(json, "carrier_id", Json.text(shipment.fields(), "carrier_id"));
        json.put("service_code", label.serviceCode()).put("package_code", "package");
        json.put("voided", label.voided());
        if (label.voided()) {
            json.put("voided_at", since.toString()).put("void_type", "manual");
        } else {
            json.putNull("voided_at").putNull("void_type");
        }
        json.putNull("refund_details");
        json.put("trackable", true)
                .put("carrier_code", label.carrierCode())
                .put("tracking_status", "in_transit")
                .put("confirmation", "none");
        json.set("packages", packages(label, shipment));
        json.set("ship_to", shipment.fields().path("ship_to"));
        return json;
    }

    private static boolean international(ShipmentState shipment) {
        ObjectNode json = ShipmentJson.of(shipment);
        return !json.at("/ship_to/country_code").equals(json.at("/ship_from/country_code"));
    }

    private static ArrayNode packages(Label label, ShipmentState shipment) {
        JsonNode asked = shipment.fields().path("packages");
        ObjectNode total = ShipmentJson.totalWeight(asked);
        BigDecimal each = total.path("value")
                .decimalValue()
                .divide(BigDecimal.valueOf(label.packages().size()), 2, RoundingMode.HALF_UP);
        ArrayNode packages = Json.object().arrayNode();
        for (LabelPackage carton : label.packages()) {
            ObjectNode json = packages.addObject();
            json.put("package_id", carton.packageId()).put("package_code", "package");
            json.putObject("weight")
                    .put("value", each)
                    .put("unit", total.path("unit").asText());
            json.set("insured_value", Json.dollars(BigDecimal.ZERO));
            json.put("tracking_number", carton.trackingNumber());
            Json.putOrNull(
                    json, "external_package_id", Json.text(asked.path(carton.sequence() - 1), "external_package_id"));
            json.putNull("content_description").put("sequence", carton.sequence());
        }
        return packages;
    }
}
