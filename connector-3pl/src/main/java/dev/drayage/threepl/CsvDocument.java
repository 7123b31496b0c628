package dev.drayage.threepl;

/** What a file from the warehouse tells, also where it is X12. */
public enum CsvDocument {
    /** What left. */
    SHIPMENTS,
    /** What there is. */
    STOCK
}
