package dev.drayage.testkit.amazon;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Ways in which reading orders was seen to go wrong at Amazon. Thread-safe. */
public final class OrderOddities {
    private final Set<IncludedData> broken = EnumSet.noneOf(IncludedData.class);
    private int repeated;
    private int reordered;
    private int empty;

    OrderOddities() {}

    /** The next {@code pages} calls with a page token answer the page before once more, with the same next token. */
    public synchronized void repeatPages(int pages) {
        repeated = pages;
    }

    /** The next {@code pages} pages come in reverse order. */
    public synchronized void reorderPages(int pages) {
        reordered = pages;
    }

    /** The next {@code pages} pages are empty and have a next token, behind which the orders follow. */
    public synchronized void emptyPages(int pages) {
        empty = pages;
    }

    /**
     * From now on, asking for this data set is refused with 400, as one region did for a day; {@code getOrder} too.
     *
     * @throws IllegalArgumentException if Orders 2026-01-01 has no such data set
     */
    public synchronized void breakDataSet(String includedData) {
        broken.add(IncludedData.valueOf(includedData));
    }

    /** Ends {@link #breakDataSet} for all data sets. */
    public synchronized void mendDataSets() {
        broken.clear();
    }

    synchronized void check(Set<IncludedData> asked) {
        if (!Collections.disjoint(broken, asked)) {
            throw VendorError.invalidInput("Invalid Input").thrown();
        }
    }

    synchronized boolean takeRepeated() {
        return repeated > 0 && repeated-- > 0;
    }

    synchronized boolean takeReordered() {
        return reordered > 0 && reordered-- > 0;
    }

    synchronized boolean takeEmpty() {
        return empty > 0 && empty-- > 0;
    }
}
