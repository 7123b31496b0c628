package dev.drayage.netsuite.internal.stock;

import dev.drayage.netsuite.internal.suiteql.Row;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One item at one location, by internal ids; written {@code 98-6}. Places are read in their order. Immutable.
 *
 * @param item internal id of the item
 * @param location internal id of the location
 */
record StockPlace(long item, long location) implements Comparable<StockPlace> {
    /** Before every place. */
    static final StockPlace FIRST = new StockPlace(0, 0);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");
    private static final Comparator<StockPlace> ORDER =
            Comparator.comparingLong(StockPlace::item).thenComparingLong(StockPlace::location);

    /** Reads what {@link #toString()} writes; empty if the text is no place. */
    static Optional<StockPlace> parse(String text) {
        return Optional.of(TEXT.matcher(text))
                .filter(found -> found.matches())
                .map(found -> new StockPlace(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))));
    }

    /** The place of a row; empty if it names none. */
    static Optional<StockPlace> of(Row row) {
        return parse(row.text("item").orElse("") + "-" + row.text("location").orElse(""));
    }

    @Override
    public int compareTo(StockPlace other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return item + "-" + location;
    }
}
