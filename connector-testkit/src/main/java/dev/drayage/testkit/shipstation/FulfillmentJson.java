package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** A fulfillment as the API answers it: without items, packages and external ids. Stateless and thread-safe. */
final class FulfillmentJson {
    private static final Map<String, String> FRIENDLY = Map.of(
            "ups", "UPS",
            "fedex", "FedEx",
            "usps", "USPS",
            "stamps_com", "USPS",
            "dhl_express", "DHL Express");

    private FulfillmentJson() {}

    /**
     * Writes a fulfillment.
     *
     * @param since when the fulfillment came into this state
     * @param shipDate the instant that stands for its day
     */
    static ObjectNode of(Fulfillment fulfillment, Instant since, ShipmentState shipment, Instant shipDate) {
        ObjectNode json = Json.object()
                .put("fulfillment_id", fulfillment.fulfillmentId())
                .put("shipment_id", fulfillment.shipmentId())
                .put("shipment_number", fulfillment.shipmentNumber())
                .put("user_id", "00000000-0000-4000-8000-000000000001")
                .put("tracking_number", fulfillment.trackingNumber())
                .put("created_at", fulfillment.createdAt().toString())
                .put("ship_date", shipDate.toString());
        Json.putOrNull(json, "voided_at", fulfillment.voided() ? since.toString() : "");
        json.putNull("delivered_at")
                .put(
                        "fulfillment_carrier_friendly_name",
                        FRIENDLY.getOrDefault(fulfillment.carrierCode(), fulfillment.carrierCode()))
                .put("fulfillment_provider_id", "se-900001")
                .put("fulfillment_provider_friendly_name", "External")
                .put("fulfillment_provider_code", "external")
                .put("fulfillment_service_code", "ext")
                .set("fulfillment_fee", Json.dollars(BigDecimal.ZERO));
        json.put("void_requested", false)
                .put("voided", fulfillment.voided())
                .put("order_source_notified", false)
                .putNull("notification_error_message");
        json.set("ship_to", shipment.fields().path("ship_to"));
        return json;
    }
}
