package dev.drayage.threepl;

/** What a number in a row is a number of. */
public enum Extent {
    /** The whole shipment: repeated on its rows, or on one of them. */
    SHIPMENT,
    /** The carton: repeated on its rows, or on one of them. */
    CARTON,
    /** The row: the rows are added up. */
    ROW
}
