package dev.drayage.quota;

/**
 * The rate that the vendor really grants when it is less than it says: other software shares the quota, or the plan is
 * set too high. Between two refusals the vendor's bucket went from empty to empty, so what was accepted in between is
 * what it refilled: that measures the rate. From then on the rate creeps from just below that measure to just above it
 * within a number of calls that doubles as long as the measure stays the same, and grows fast once it is proved too
 * low. Without a refusal the plan holds. Confined to the lock of its bucket.
 */
final class Ceiling {
    private static final double FIRST_CUT = 0.8;
    private static final double DEEPEST_CUT = 0.4;
    private static final double BELOW = 0.03;
    private static final double ABOVE = 0.02;
    private static final int ENOUGH = 4;
    private static final int FIRST_CREEP = 250;
    private static final int LONGEST_CREEP = 4000;
    private static final int STRIDE = 10;

    private double measured = Double.POSITIVE_INFINITY;
    private double margin = BELOW;
    private int creep = FIRST_CREEP;
    private long callsSinceRefusal;
    private double unitsSinceEmpty;
    private long emptyAt;
    private boolean knownEmpty;

    /** The rate to keep, in units per second, when the vendor says {@code stated}. */
    double rate(double stated) {
        if (measured == Double.POSITIVE_INFINITY) {
            return stated;
        }
        double share;
        if (callsSinceRefusal <= creep) {
            share = 1 - margin + (margin + ABOVE) * callsSinceRefusal / creep;
        } else {
            share = Math.pow(1 + ABOVE, 1 + (callsSinceRefusal - creep) / (double) STRIDE);
        }
        return Math.min(stated, measured * share);
    }

    void accepted(double units, double stated) {
        callsSinceRefusal++;
        unitsSinceEmpty += units;
        if (rate(stated) >= stated && callsSinceRefusal > creep) {
            measured = Double.POSITIVE_INFINITY;
            creep = FIRST_CREEP;
        }
    }

    /** The bucket filled up meanwhile: what was accepted no longer measures the refill. */
    void idle() {
        knownEmpty = false;
    }

    void refused(double stated, long now) {
        double current = rate(stated);
        if (knownEmpty && callsSinceRefusal >= ENOUGH) {
            double seen = unitsSinceEmpty * 1e9 / (now - emptyAt);
            double next = Math.max(seen, current * DEEPEST_CUT);
            creep = Math.abs(next / measured - 1) < 0.1 ? Math.min(LONGEST_CREEP, creep * 2) : FIRST_CREEP;
            measured = Math.min(next, stated);
            margin = BELOW + 1.0 / callsSinceRefusal;
        } else {
            measured = current * FIRST_CUT;
            margin = 0;
            creep = FIRST_CREEP;
        }
        knownEmpty = true;
        emptyAt = now;
        unitsSinceEmpty = 0;
        callsSinceRefusal = 0;
    }
}
