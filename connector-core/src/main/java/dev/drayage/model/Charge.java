package dev.drayage.model;

/**
 * Something that is charged beside the goods.
 *
 * @param kind what for
 * @param amount how much, before tax
 */
public record Charge(Kind kind, Money amount) {

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
        /** Anything else that the channel names. */
        OTHER
    }
}
