package dev.drayage.netsuite.internal.salesorder;

import java.util.List;
import java.util.Optional;

/**
 * What stands in the order's field for it: digests of what the order sold, and of the quantities alone, when channel and books
 * last agreed, and what each line cost. Orders that were written before all of it stood there are not told as edits. Immutable.
 *
 * @param content digest of all that is sold
 * @param quantities digest of the units of each line of the channel, if it stands there
 * @param prices short digests of what each line of the channel costs, and of carriage, if they stand there
 */
record AgreedLines(String content, Optional<String> quantities, Optional<String> prices) {
    private static final String SEPARATOR = "/";

    /** What is agreed on once an order has this content. */
    static AgreedLines on(OrderContent content) {
        return new AgreedLines(
                content.digest(), Optional.of(content.quantities()), Optional.of(AgreedPrices.of(content)));
    }

    /** What stands in the field; empty text where nothing does. */
    static AgreedLines parse(String text) {
        List<String> parts = List.of(text.split(SEPARATOR, 3));
        return new AgreedLines(
                parts.get(0),
                parts.stream().skip(1).findFirst(),
                parts.stream().skip(2).findFirst());
    }

    /** As it stands in the field. */
    String text() {
        return content
                + quantities.map(digest -> SEPARATOR + digest).orElse("")
                + prices.map(digests -> SEPARATOR + digests).orElse("");
    }
}
