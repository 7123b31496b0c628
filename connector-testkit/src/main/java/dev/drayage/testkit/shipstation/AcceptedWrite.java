package dev.drayage.testkit.shipstation;

import java.time.Instant;

/**
 * A write through the API that was carried out, whether or not its answer reached the caller.
 *
 * @param at when
 * @param kind what it did
 * @param shipmentId the shipment
 * @param externalShipmentId the depositor's id of the shipment, empty for none
 */
public record AcceptedWrite(Instant at, Kind kind, String shipmentId, String externalShipmentId) {

    /** What a write did. */
    public enum Kind {
        /** A new shipment. */
        CREATED,
        /** Other content for a shipment. */
        UPDATED,
        /** A shipment was cancelled that had not been before. */
        CANCELLED,
        /** A shipment was marked as shipped. */
        FULFILLED
    }
}
