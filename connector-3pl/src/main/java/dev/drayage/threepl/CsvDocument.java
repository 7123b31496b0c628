package dev.drayage.threepl;

/** What a file from the warehouse tells. */
public enum CsvDocument {
    /** What left. */
    SHIPMENTS,
    /** What there is. */
    STOCK
}
