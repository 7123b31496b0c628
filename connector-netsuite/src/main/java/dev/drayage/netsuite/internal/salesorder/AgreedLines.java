package dev.drayage.netsuite.internal.salesorder;

import java.util.Optional;

/**
 * What stands in the order's field for it: digests of what the order sold, and of the quantities alone, when channel and books
 * last agreed. Orders that were written before quantities stood there have the first one only. Immutable.
 *
 * @param content digest of all that is sold
 * @param quantities digest of the units of each line of the channel, if it stands there
 */
record AgreedLines(String content, Optional<String> quantities) {
    private static final char SEPARATOR = '/';

    /** What is agreed on once an order has this content. */
    static AgreedLines on(OrderContent content) {
        return new AgreedLines(content.digest(), Optional.of(content.quantities()));
    }

    /** What stands in the field; empty text where nothing does. */
    static AgreedLines parse(String text) {
        int at = text.indexOf(SEPARATOR);
        return at < 0
                ? new AgreedLines(text, Optional.empty())
                : new AgreedLines(text.substring(0, at), Optional.of(text.substring(at + 1)));
    }

    /** As it stands in the field. */
    String text() {
        return content + quantities.map(digest -> SEPARATOR + digest).orElse("");
    }
}
