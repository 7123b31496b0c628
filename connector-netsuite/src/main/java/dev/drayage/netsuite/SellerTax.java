package dev.drayage.netsuite;

/** What becomes of tax that the seller remits and that comes on top of the price. */
public enum SellerTax {
    /** It is left out; the order is booked without it. */
    OMIT,
    /** It becomes a line with the tax item. */
    LINE
}
