package dev.drayage.quota;

import java.util.Arrays;

/**
 * Which refill rate explains what was accepted since the vendor's bucket was known to be empty. Keeps one imagined
 * bucket for each quarter of a percent of the stated rate; a rate whose bucket would have run dry is too low. Confined to the lock of
 * its bucket.
 */
final class RefillEstimate {
    private static final int STEPS = 400;
    /** An imagined bucket may be short by this much, because calls overtake each other on their way. */
    private static final double SLACK = 0.5;

    private final double[] levels = new double[STEPS + 1];
    private int lowest = 1;
    private long at;

    /** The bucket is empty now: nothing is known about the time before. */
    void empty(long now) {
        Arrays.fill(levels, 0);
        lowest = 1;
        at = now;
    }

    /** A call was accepted. */
    void accepted(double cost, double stated, double burst, long now) {
        double seconds = (now - at) / 1e9;
        at = now;
        for (int step = lowest; step <= STEPS; step++) {
            levels[step] = Math.min(burst, levels[step] + seconds * stated * step / STEPS) - cost;
        }
        while (lowest < STEPS && levels[lowest] < -SLACK) {
            lowest++;
        }
    }

    /** The lowest rate that explains everything. */
    double rate(double stated) {
        return stated * lowest / STEPS;
    }
}
