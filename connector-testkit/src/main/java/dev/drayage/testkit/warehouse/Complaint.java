package dev.drayage.testkit.warehouse;

import java.time.Instant;

/**
 * Something that the warehouse would call the depositor about. Immutable.
 *
 * @param at when it was noticed
 * @param file the file it is about
 * @param kind what kind of trouble it is
 * @param text the trouble in words
 */
public record Complaint(Instant at, String file, Kind kind, String text) {

    /** Kinds of trouble. */
    public enum Kind {
        /** The file is no readable interchange, or not one for this warehouse. */
        BAD_INTERCHANGE,
        /** A known control number with other content. */
        CONTROL_NUMBER_REUSED,
        /** A group or set that the acknowledgement rejects. */
        REJECTED,
        /** Readable, but not as the standard asks. */
        UNTIDY,
        /** An order that is there already came as an original again. */
        SECOND_ORIGINAL,
        /** A change or cancellation of an order that never came. */
        UNKNOWN_ORDER,
        /** An article that the warehouse has never had. */
        UNKNOWN_ARTICLE,
        /** Totals that do not fit the lines. */
        WRONG_TOTAL,
        /** An acknowledgement of something never sent, or one that cannot be read. */
        BAD_ACKNOWLEDGEMENT
    }
}
