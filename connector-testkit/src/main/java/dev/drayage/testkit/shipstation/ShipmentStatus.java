package dev.drayage.testkit.shipstation;

import java.util.Locale;

/** Where a shipment stands, in the words of the V2 API. */
public enum ShipmentStatus {
    /** Waits for a label; the only status in which it may be edited. */
    PENDING,
    /** Somebody at ShipStation is at work on it. */
    PROCESSING,
    /** A label was bought and is not voided. */
    LABEL_PURCHASED,
    /** Will not be shipped. */
    CANCELLED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean open() {
        return this == PENDING || this == PROCESSING;
    }
}
