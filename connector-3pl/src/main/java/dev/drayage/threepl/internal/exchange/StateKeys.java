package dev.drayage.threepl.internal.exchange;

/**
 * Where a file warehouse keeps what in its account's state. One list, so that no two keep theirs in one place; the words
 * stay, since the state outlives every release. What ends with a slash is followed by the key of a row.
 */
public final class StateKeys {
    /** How far a delivery came. */
    public static final String OUTBOX = "outbox/";
    /** The files of an incoming folder. */
    public static final String INBOX = "inbox/";
    /** Which file told of a record that waits. */
    public static final String TOLD = "told/";
    /** Changes whenever a process writes a row of {@link #TOLD}. */
    public static final String TOLD_VERSION = "told-version";
    /** The last document about an order. */
    public static final String ORDERS = "order/";
    /** The last number that was given to a document. */
    public static final String LAST_NUMBER = "control/out";
    /** What the partner said of a document. */
    public static final String ACKNOWLEDGEMENTS = "ack/";
    /** Number and time of what the partner's files were answered with. */
    public static final String REPLIES = "reply/";
    /** The lines of an order as they were told last. */
    public static final String TOLD_LINES = "lines/";
    /** Which content an interchange number of the partner stands for. */
    public static final String INTERCHANGES = "isa/";

    private StateKeys() {}
}
