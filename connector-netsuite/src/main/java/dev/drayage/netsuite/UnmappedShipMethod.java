package dev.drayage.netsuite;

/** What becomes of an order whose carriage has no ship method in the map. */
public enum UnmappedShipMethod {
    /** The order is parked until the map has an entry. */
    PARK,
    /** The order is written without a ship method. */
    EMPTY
}
