package dev.drayage.quota;

import dev.drayage.call.Priority;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who waits for a bucket. The most urgent goes first, among equals the one that came first; every eighth turn goes to
 * the one that came first of all, so that nothing starves. Confined to the lock of its bucket.
 */
final class WaitingLine {
    private static final int TURNS = 8;
    private static final Comparator<Turn> URGENCY =
            Comparator.comparing(Turn::priority).thenComparingLong(Turn::number);

    /** One waiting call. */
    record Turn(Priority priority, double cost, long number) {
        /** Whether it leaves a reserve of a bucket to more urgent calls that may come. */
        boolean keepsReserve() {
            return priority.compareTo(Priority.CATALOG) >= 0;
        }
    }

    private final List<Turn> waiting = new ArrayList<>();
    private long joined;
    private long granted;

    Turn join(Priority priority, double cost) {
        Turn turn = new Turn(priority, cost, joined++);
        waiting.add(turn);
        return turn;
    }

    /** Whether {@code turn} is the one to be served now. */
    boolean isNext(Turn turn) {
        return turn.equals(next());
    }

    /** Whether somebody more urgent waits too. */
    boolean isOvertaking(Turn turn) {
        return waiting.stream().anyMatch(other -> other.priority().compareTo(turn.priority()) < 0);
    }

    /** Cost of everybody else, most of whom will be served before one that is not next. */
    double costOfOthers(Turn turn) {
        return waiting.stream()
                .filter(other -> URGENCY.compare(other, turn) < 0)
                .mapToDouble(Turn::cost)
                .sum();
    }

    private Turn next() {
        Comparator<Turn> order = granted % TURNS == TURNS - 1 ? Comparator.comparingLong(Turn::number) : URGENCY;
        return waiting.stream().min(order).orElseThrow();
    }

    /** The turn got its permit. */
    void served(Turn turn) {
        granted++;
        waiting.remove(turn);
    }

    /** The turn gave up. */
    void leave(Turn turn) {
        waiting.remove(turn);
    }
}
