package dev.drayage.engine;

import dev.drayage.spi.Slice;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Which window of a sync is compared on both sides, and how. Immutable.
 *
 * @param window by the source's second method, or else by change time, in UTC
 * @param budget what it may take: no page is read after its time or its number of records
 * @param booking whether the next run is asked to book what it can book and nobody did
 * @param most the most differences that the report lists; all are counted
 * @param listener told every difference, on the thread that compares
 */
public record Comparison(
        Slice.Window window, RunBudget budget, boolean booking, int most, Consumer<Difference> listener) {
    public Comparison {
        if (most < 0) {
            throw new IllegalArgumentException("Comparison.most must not be negative");
        }
    }

    /** A window, within an hour; nothing is asked for, and a thousand differences are listed. */
    public static Comparison of(Slice.Window window) {
        return new Comparison(window, RunBudget.of(Duration.ofHours(1)), false, 1_000, difference -> {});
    }

    /** The same comparison within another budget. */
    public Comparison within(RunBudget other) {
        return new Comparison(window, other, booking, most, listener);
    }

    /** The same comparison; what is missing and can be booked is hinted to the sync, so that its next run books it. */
    public Comparison andBook() {
        return new Comparison(window, budget, true, most, listener);
    }

    /** The same comparison with at most so many differences in the report. */
    public Comparison listing(int atMost) {
        return new Comparison(window, budget, booking, atMost, listener);
    }

    /** The same comparison; {@code all} is told every difference. */
    public Comparison telling(Consumer<Difference> all) {
        return new Comparison(window, budget, booking, most, all);
    }
}
