package dev.drayage.testkit.shipstation;

/**
 * Which external id a shipment has that was split off another at ShipStation. The vendor says only that the new
 * shipment is based on the original and linked to the same sales order; all readings keep {@code shipment_number}, and
 * under all of them the original answers to its own external id.
 */
public enum SplitIdentity {
    /** ShipStation makes it one of its own, equal to its {@code shipment_id}. */
    OWN,
    /** It has none, but its labels carry the original's: recorded from an account whose orders were entered by hand. */
    ORIGINALS_ON_LABELS,
    /** It and its labels carry the original's. */
    ORIGINALS
}
