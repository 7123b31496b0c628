package dev.drayage.testkit.netsuite;

/** What can be wrong with one page of query results. */
public enum PageFault {
    /** The rows of the page that was answered before are answered once more. */
    REPEATED,
    /** The rows are left out; {@code totalResults} still counts them. */
    MISSING,
    /** The rows come in another order than the query asked for. */
    REORDERED
}
