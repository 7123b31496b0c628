package dev.drayage.threepl;

/** What becomes of the lots of a SKU. */
public enum StockLots {
    /** Each lot is a count of its own. */
    APART,
    /** The lots of a place and SKU, which follow each other in the file, are added up. */
    SUMMED
}
