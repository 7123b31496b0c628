package dev.drayage.threepl.internal.x12;

/**
 * Where a warehouse writes tracking numbers.
 *
 * @param level in which part of the advice
 * @param qualifier which mark or reference; of the carrier's details, the number of the element
 */
public record TrackingPlace(Level level, String qualifier) {
    /** A part of the advice. */
    public enum Level {
        /** A mark of the carton (MAN). */
        CARTON_MARK,
        /** A reference of the carton (N9 below LX). */
        CARTON_REFERENCE,
        /** A reference of the shipment (N9 of the header). */
        HEADER_REFERENCE,
        /** An element of the carrier's details (W27). */
        CARRIER_DETAILS
    }

    public TrackingPlace {
        if (level == Level.CARRIER_DETAILS && !qualifier.matches("0?[1-9]|1[0-2]")) {
            throw new IllegalArgumentException("TrackingPlace in W27 needs an element's number");
        }
    }
}
