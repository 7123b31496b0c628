package dev.drayage.testkit.amazon;

import java.time.Instant;

/**
 * A write that Amazon answered with success, whether or not the answer reached the caller.
 *
 * @param at when
 * @param kind what it did
 * @param orderId the order
 * @param parcel the package as accepted
 */
public record AcceptedWrite(Instant at, Kind kind, String orderId, SimulatedPackage parcel) {

    /** What a confirmation did to the order. */
    public enum Kind {
        /** A package that was not known before. */
        NEW_PACKAGE,
        /** Another content for a known package. */
        EDITED_PACKAGE,
        /** The same content for a known package: nothing changed. */
        REPEATED,
        /** Answered with success, and nothing came of it. */
        LOST
    }
}
