package dev.drayage.netsuite;

/** Where carriage stands on an order or cash sale. */
public enum ShippingBooking {
    /** In the body field {@code shippingCost}, beside the ship method. */
    BODY,
    /** In a line with the shipping item. */
    LINE
}
