package dev.drayage.testkit.shipstation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The truth about a shipment that left without a ShipStation label: marked as shipped by hand, or by another
 * warehouse. It covers all items that its shipment had. Immutable.
 *
 * @param fulfillmentId ShipStation's id
 * @param shipmentId the shipment it is for
 * @param shipmentNumber the shipment's number at that time
 * @param trackingNumber as entered
 * @param carrierCode as entered
 * @param shipDate day in the account's zone
 * @param createdAt when it was entered
 * @param voided whether it was taken back
 * @param items what left; the API does not tell
 */
public record Fulfillment(
        String fulfillmentId,
        String shipmentId,
        String shipmentNumber,
        String trackingNumber,
        String carrierCode,
        LocalDate shipDate,
        Instant createdAt,
        boolean voided,
        List<ShipmentItem> items) {

    /** Copies the items. */
    public Fulfillment {
        items = List.copyOf(items);
    }

    Fulfillment takenBack() {
        return new Fulfillment(
                fulfillmentId,
                shipmentId,
                shipmentNumber,
                trackingNumber,
                carrierCode,
                shipDate,
                createdAt,
                true,
                items);
    }

    Fulfillment withTrackingNumber(String number) {
        return new Fulfillment(
                fulfillmentId, shipmentId, shipmentNumber, number, carrierCode, shipDate, createdAt, voided, items);
    }
}
