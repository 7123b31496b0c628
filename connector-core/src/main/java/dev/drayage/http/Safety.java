package dev.drayage.http;

/** Whether a call may be sent again when nothing is known about the first one. */
public enum Safety {
    /** The call only reads, or repeating it changes nothing. */
    SAFE,
    /** The call may change something: it is sent again only when the first one provably was not carried out (guarantee G2). */
    WRITE
}
