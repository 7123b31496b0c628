package dev.drayage.testkit.amazon;

/**
 * Ways in which Amazon's order searches were seen to misbehave, each for a number of pages to come. Thread-safe.
 */
public final class SearchOddities {
    private int repeated;
    private int reordered;
    private int empty;

    SearchOddities() {}

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
