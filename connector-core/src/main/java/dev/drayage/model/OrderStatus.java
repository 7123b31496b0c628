package dev.drayage.model;

/** How far an order is at its channel. */
public enum OrderStatus {
    /** Not paid or not released: prices and addresses may be missing, nothing may be booked. */
    PENDING,
    /** Released, nothing shipped. */
    OPEN,
    /** Some of it shipped. */
    PARTIALLY_SHIPPED,
    /** All of it shipped. */
    SHIPPED,
    /** Called off. */
    CANCELLED,
    /** The channel cannot ship it. */
    UNFULFILLABLE,
    /** A status that this version does not know. */
    UNKNOWN
}
