package dev.drayage.netsuite.internal.stock;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One item at all locations that are read, by its internal id; written {@code 98-total}, which is the id of no place. Immutable.
 *
 * @param item internal id of the item
 */
record ItemTotal(long item) {
    private static final String MARK = "-total";
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})" + MARK);

    /** Reads what {@link #toString()} writes; empty if the text is no total. */
    static Optional<ItemTotal> parse(String text) {
        return Optional.of(TEXT.matcher(text))
                .filter(found -> found.matches())
                .map(found -> new ItemTotal(Long.parseLong(found.group(1))));
    }

    @Override
    public String toString() {
        return item + MARK;
    }
}
