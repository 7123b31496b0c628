package dev.drayage.engine.internal.run;

import dev.drayage.engine.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts how records ended and what was written; the outcomes add up to the records (guarantee G9). */
final class Tally {
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Long> written = new TreeMap<>();
    private long read;

    void ended(Outcome outcome) {
        read++;
        outcomes.merge(outcome, 1L, Long::sum);
    }

    /** A record that had ended well turns out to need a person. */
    void parkedAfterAll(Outcome was) {
        outcomes.merge(was, -1L, Long::sum);
        outcomes.merge(Outcome.PARKED, 1L, Long::sum);
    }

    void wrote(String what) {
        written.merge(what, 1L, Long::sum);
    }

    long read() {
        return read;
    }

    Map<Outcome, Long> outcomes() {
        Map<Outcome, Long> nonZero = new EnumMap<>(outcomes);
        nonZero.values().removeIf(count -> count == 0);
        return nonZero;
    }

    Map<String, Long> written() {
        return written;
    }
}
