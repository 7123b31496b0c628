package dev.drayage.netsuite;

/** What warehouses are told to ship. */
public enum ReleaseUnit {
    /** The sales order, once it is approved; its shipments become item fulfillments of it. */
    SALES_ORDER,
    /** An item fulfillment, once it is packed; its shipment is booked on that item fulfillment. */
    PACKED_FULFILLMENT
}
