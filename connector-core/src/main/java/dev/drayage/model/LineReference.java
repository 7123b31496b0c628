package dev.drayage.model;

/**
 * A name under which an order line is known.
 *
 * @param kind who gave the name
 * @param value the name
 */
public record LineReference(Kind kind, String value) {
    /** Who gave the name. */
    public enum Kind {
        /** The storefront's own line id. */
        CHANNEL_LINE_ID,
        /** The ERP's line number, which may have gaps. */
        ERP_LINE
    }

    public LineReference {
        if (value.isBlank()) {
            throw new IllegalArgumentException("LineReference.value must not be blank");
        }
    }

    /** A line by the storefront's id. */
    public static LineReference channel(String id) {
        return new LineReference(Kind.CHANNEL_LINE_ID, id);
    }

    /** A line by the ERP's number. */
    public static LineReference erp(String number) {
        return new LineReference(Kind.ERP_LINE, number);
    }
}
