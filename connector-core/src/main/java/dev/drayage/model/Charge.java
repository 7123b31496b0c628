package dev.drayage.model;

/**
 * Something that is charged beside the goods.
 *
 * @param kind what for
 * @param amount how much, before tax; negative only where a channel rounds down
 * @param label what the channel calls it; empty if it does not say
 */
public record Charge(Kind kind, Money amount, String label) {
    /** A charge that the channel gives no name. */
    public Charge(Kind kind, Money amount) {
        this(kind, amount, "");
    }

    /** What a charge is for. */
    public enum Kind {
        /** Carriage. */
        SHIPPING,
        /** Wrapping as a gift. */
        GIFT_WRAP,
        /** Collecting cash on delivery. */
        COD_FEE,
        /** A tip for the delivery. */
        TIP,
        /** Customs duty. */
        DUTY,
        /** By how much a channel's own total differs from its parts because each was rounded. */
        ROUNDING,
        /** Anything else that the channel names. */
        OTHER
    }
}
