package dev.drayage.amazon.internal.shipments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.amazon.internal.orders.Instants;
import dev.drayage.http.ApiRequest;
import dev.drayage.internal.json.Json;
import dev.drayage.model.ContentDigest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One parcel as {@code confirmShipment} (Orders v0) takes it. Immutable.
 *
 * @param orderId Amazon's order id
 * @param marketplaceId the store of the order
 * @param reference {@code packageReferenceId}
 * @param carrier the carrier in Amazon's words
 * @param shippingMethod the carriage, in the source's words
 * @param trackingNumber the leading tracking number
 * @param shippedAt when it left, in UTC
 * @param units units by order item id
 */
record Confirmation(
        String orderId,
        String marketplaceId,
        String reference,
        CarrierCodes.Coded carrier,
        Optional<String> shippingMethod,
        String trackingNumber,
        Instant shippedAt,
        SortedMap<String, Integer> units) {
    static final String OPERATION = "confirmShipment";

    Confirmation {
        units = new TreeMap<>(units);
    }

    /** What tells whether Amazon holds this parcel as it was meant: tracking number and units. */
    String contentDigest() {
        return contentDigest(trackingNumber, units);
    }

    /** The digest of a parcel's tracking number and units. */
    static String contentDigest(String trackingNumber, Map<String, Integer> units) {
        return ContentDigest.of(trackingNumber.strip(), units);
    }

    ApiRequest request(Json json) {
        ObjectNode body = json.object().put("marketplaceId", marketplaceId);
        ObjectNode detail = body.putObject("packageDetail")
                .put("packageReferenceId", reference)
                .put("carrierCode", carrier.code());
        carrier.name().ifPresent(name -> detail.put("carrierName", name));
        shippingMethod.ifPresent(method -> detail.put("shippingMethod", method));
        detail.put("trackingNumber", trackingNumber).put("shipDate", Instants.text(shippedAt));
        ArrayNode items = detail.putArray("orderItems");
        units.forEach((id, quantity) -> items.addObject().put("orderItemId", id).put("quantity", quantity.intValue()));
        return ApiRequest.post(OPERATION)
                .path("/orders/v0/orders/{}/shipmentConfirmation", orderId)
                .json(json.write(body))
                .build();
    }
}
