package dev.drayage.threepl.internal.csv;

/** What a column of a document holds, whatever the partner calls it. */
interface Column {
    /** Whether a document can do without it. */
    enum Need {
        /** It must be there. */
        REQUIRED,
        /** At least one of these must be there. */
        ONE_OF,
        /** It may be there. */
        OPTIONAL
    }

    /** The standard heading. */
    String word();

    /** Whether the document can do without it. */
    Need need();
}
