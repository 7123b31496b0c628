package dev.drayage.threepl.internal.x12;

/** Wrong ways of a warehouse that a profile may bear, one by one. None is borne unless it is named. */
public enum Leniency {
    /** The control number of a group's or interchange's end differs from that of its beginning. */
    CONTROL_NUMBERS,
    /** The counts of a group's or interchange's end are wrong. */
    ENVELOPE_COUNTS,
    /** The first interchange's header is not padded to its fixed widths. */
    UNPADDED_HEADER,
    /** The last segment of the file lacks its terminator. */
    FINAL_TERMINATOR,
    /** Lines are wrapped at a fixed width, within segments. */
    WRAPPED_TEXT,
    /** The text holds characters beyond ASCII; they are read as question marks. */
    FOREIGN_CHARACTERS,
    /** The interchange names another version than its groups, such as 00400. */
    INTERCHANGE_VERSION,
    /** The total of a shipping advice (W03) is missing or differs from its lines. */
    SHIPMENT_TOTAL,
    /** The difference of an advice's line (W12-04) is what is still open after all advices about it, not after this one. */
    DIFFERENCE_OF_ALL_ADVICES,
    /** A shipping advice tells exceptions only: lines that it does not name left as they were sent to the warehouse. */
    UNLISTED_LINES_AS_ORDERED,
    /** The item numbers of a stock advice (LIN-01) do not count up by one. */
    ITEM_NUMBERS,
    /** A stock advice names its quantities now in this order, now in that. */
    QUANTITY_ORDER,
    /** The count of a stock advice (CTT) is missing. */
    STOCK_TOTAL,
    /** More units can be promised than are there. */
    AVAILABLE_ABOVE_ON_HAND,
    /** A stock advice tells no time of day: noon is taken. */
    COUNT_TIME
}
