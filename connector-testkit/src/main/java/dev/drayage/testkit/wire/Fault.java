package dev.drayage.testkit.wire;

/** What can go wrong on the wire, and whether the work behind the request was done all the same. */
public enum Fault {
    /** The connection is closed before the request is looked at: nothing ran, and the caller cannot know. */
    RESET,
    /** The request is carried out, then the connection is closed without an answer. */
    LOST_ANSWER,
    /** The request is carried out, half of the answer is sent, then nothing more until the caller gives up. */
    STALLED_BODY,
    /** The request is carried out, half of the answer is sent, then the connection is closed. */
    TRUNCATED_BODY,
    /** Refused for quota in the vendor's own words; nothing ran. */
    THROTTLED,
    /** Refused with the vendor's internal error; nothing ran. */
    SERVER_ERROR,
    /** The vendor's internal error is answered, but the request had been carried out. */
    SERVER_ERROR_AFTER_WORK,
    /** Refused because the access token is no longer accepted; nothing ran. */
    TOKEN_REJECTED
}
