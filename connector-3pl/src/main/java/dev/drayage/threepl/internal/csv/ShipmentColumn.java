package dev.drayage.threepl.internal.csv;

import java.util.Locale;

/** Columns of a file of shipments: one row per order line, carton, lot and serial number. */
enum ShipmentColumn implements Column {
    /** The warehouse's own id of the shipment. */
    SHIPMENT_NO(Need.REQUIRED),
    /** The order. */
    ORDER_NO(Need.REQUIRED),
    /** The line of the order. */
    LINE_NO(Need.REQUIRED),
    /** The goods. */
    SKU(Need.OPTIONAL),
    /** Units that left. */
    QTY_SHIPPED(Need.REQUIRED),
    /** Units that were ordered. */
    QTY_ORDERED(Need.OPTIONAL),
    /** When it left. */
    SHIP_DATE(Need.REQUIRED),
    /** The place that shipped. */
    WAREHOUSE(Need.OPTIONAL),
    /** Who carries the carton. */
    CARRIER(Need.OPTIONAL),
    /** The carriage. */
    SERVICE(Need.OPTIONAL),
    /** The carton's tracking number. */
    TRACKING_NO(Need.OPTIONAL),
    /** The carton's serial shipping container code. */
    SSCC(Need.OPTIONAL),
    /** The carton's name within the shipment. */
    CARTON_NO(Need.OPTIONAL),
    /** The lot. */
    LOT(Need.OPTIONAL),
    /** The lot's last day. */
    EXPIRY(Need.OPTIONAL),
    /** The serial number of one unit. */
    SERIAL(Need.OPTIONAL),
    /** What the carton or the row weighs. */
    WEIGHT(Need.OPTIONAL),
    /** What the carriage cost. */
    FREIGHT(Need.OPTIONAL),
    /** What becomes of units that did not leave. */
    STATUS(Need.OPTIONAL);

    private final Need need;

    ShipmentColumn(Need need) {
        this.need = need;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Need need() {
        return need;
    }
}
