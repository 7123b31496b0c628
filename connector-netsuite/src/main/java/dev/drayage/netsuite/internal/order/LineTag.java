package dev.drayage.netsuite.internal.order;

/**
 * What stands in the line field of the channel's line id. A line of goods has the channel's id itself. A line for something
 * else has a tag with a slash, so that it is known again when the order changes: {@code 9001/discount} belongs to line 9001,
 * {@code /shipping} to the whole order. Stateless.
 */
public final class LineTag {
    private static final char SEPARATOR = '/';

    private LineTag() {}

    /** The tag of what is charged or taken off for a line, or for the whole order if the line is empty text. */
    public static String of(String lineId, String what, int position) {
        return lineId + SEPARATOR + what + (position == 0 ? "" : "-" + (position + 1));
    }

    /** The line that a tag belongs to, empty text for the whole order; a line of goods belongs to itself. */
    public static String owner(String tag) {
        int at = tag.indexOf(SEPARATOR);
        return at < 0 ? tag : tag.substring(0, at);
    }

    /** Whether a tag is that of a line that takes something off. */
    public static boolean isDiscount(String tag) {
        return tag.startsWith("discount", tag.indexOf(SEPARATOR) + 1) && !isGoods(tag);
    }

    /** Whether a tag is the channel's own id of a line of goods. */
    public static boolean isGoods(String tag) {
        return tag.indexOf(SEPARATOR) < 0;
    }
}
