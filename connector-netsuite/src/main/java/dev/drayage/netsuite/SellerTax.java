package dev.drayage.netsuite;

/** What becomes of tax that the seller remits. */
public enum SellerTax {
    /** It is left out: tax on top of the price is not booked, and prices that hold it are booked as they are. */
    OMIT,
    /** It becomes a line with the tax item; prices that hold it are booked without it. Works in every account. */
    LINE,
    /** Tax details to the cent, in accounts with SuiteTax; prices that hold it are booked without it. */
    DETAILS,
    /** A tax item and one rate for the whole sale, in accounts with legacy tax: NetSuite computes the amount. */
    RATE
}
