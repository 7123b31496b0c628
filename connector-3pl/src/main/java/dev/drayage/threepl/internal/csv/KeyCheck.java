package dev.drayage.threepl.internal.csv;

/** Looks at the rows of one kind of document before any of them is used. Used by one thread. */
interface KeyCheck {
    /** The longest id of a record. */
    int LONGEST = 200;

    /** Looks at the next row. */
    void row(CsvRow row) throws FileFault;
}
