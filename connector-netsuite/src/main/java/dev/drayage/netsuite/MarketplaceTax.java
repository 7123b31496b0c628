package dev.drayage.netsuite;

/** What becomes of tax that the marketplace collected and remits: the seller never gets the money. */
public enum MarketplaceTax {
    /** It is left out; the order is booked without it, as Oracle recommends. */
    OMIT,
    /** It becomes a line with the tax item, as the buyer was charged. */
    LINE,
    /** It becomes a line with the tax item and is taken off again by a line with the clearing item. */
    LINE_AND_CLEARING
}
