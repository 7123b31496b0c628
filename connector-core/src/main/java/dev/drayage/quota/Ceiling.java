package dev.drayage.quota;

/**
 * The rate that the vendor really grants when it is less than it says: other software shares the quota, or the plan is
 * set too high. Without a refusal the stated rate holds. A refusal soon after another cuts the rate by a fifth, a later
 * one by a little; but never below what was accepted since the last refusal, because the vendor's bucket was empty then
 * and has granted that much since. Afterwards the rate creeps back within a number of calls, which doubles while it
 * leads to the same place, and grows fast once it is proved too low. Confined to the lock of its bucket.
 */
final class Ceiling {
    private static final double DEEP_CUT = 0.88;
    private static final double DEEPEST_CUT = 0.5;
    private static final double SAME = 0.021;
    private static final double CLEARLY = 0.9;
    private static final double LONG_CUT = 0.94;
    private static final double RANGE = 0.03;
    private static final double SAVING = 0.9;
    private static final double LEAP = 1.02;
    private static final double LEAST = 0.25;
    private static final double BELOW = 0.985;
    private static final int SOON = 20;
    private static final int ENOUGH = 4;
    private static final int SHORTEST_CREEP = 250;
    private static final double STRIDE = 4;

    private final RefillEstimate estimate = new RefillEstimate();
    private double floor;
    private double lastGranted;
    private boolean limited;
    private int creep = SHORTEST_CREEP;
    private double saving;
    private double stride = STRIDE;
    private long calls;

    /** The rate to keep, in units per second, when the vendor says {@code stated}. */
    double rate(double stated) {
        if (!limited) {
            return stated;
        }
        double since = calls - saving;
        double growth;
        if (since < 0) {
            growth = SAVING;
        } else if (since <= creep) {
            growth = 1 + RANGE * since / creep;
        } else {
            growth = (1 + RANGE) * Math.pow(LEAP, (since - creep) / stride);
        }
        return Math.min(stated, floor * growth);
    }

    /** A call of {@code cost} units was accepted. */
    void accepted(double cost, double stated, double burst, long now) {
        calls++;
        if (limited) {
            estimate.accepted(cost, stated, burst, now);
        }
        if (limited && calls > creep + saving && rate(stated) >= stated) {
            limited = false;
            creep = SHORTEST_CREEP;
        }
    }

    /** A call was refused although there should have been room. */
    void refused(double stated, double burst, double inFlight, long now) {
        double current = rate(stated);
        double granted = limited && calls >= ENOUGH ? estimate.rate(stated) : 0;
        boolean soon = !limited || calls < SOON;
        boolean overshot = calls > saving + creep || granted < current * CLEARLY;
        boolean same = calls >= saving + creep * 0.6 && Math.abs(granted / lastGranted - 1) <= SAME;
        int shortest = SHORTEST_CREEP + (int) (25 * inFlight);
        creep = limited && same ? Math.min(8 * shortest, creep * 2) : shortest;
        lastGranted = granted;
        floor = soon
                ? Math.max(granted, current * DEEP_CUT)
                : Math.max(granted * BELOW, current * (overshot ? DEEPEST_CUT : LONG_CUT));
        floor = Math.max(Math.min(floor, current), stated * LEAST);
        limited = true;
        stride = STRIDE + inFlight;
        saving = Math.min(burst * 0.15, 4) / (1 - SAVING);
        estimate.empty(now);
        calls = 0;
    }
}
