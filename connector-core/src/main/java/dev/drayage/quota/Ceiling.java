package dev.drayage.quota;

/**
 * The rate that the vendor really grants when it is less than it says: other software shares the quota, or the plan is
 * set too high. Without a refusal the stated rate holds. After one the rate is set by what {@link RefillEstimate} saw
 * granted, runs a little below that until the vendor's bucket holds some units again, creeps upwards within a number of
 * calls, and grows fast once it is proved too low. The creep becomes longer as long as it leads to the same place, so
 * that a plan that is wrong for good costs few refusals and a quota that is shared for an hour is soon used again.
 * Confined to the lock of its bucket.
 */
final class Ceiling {
    /** Cut when the last refusal was fewer than {@link #SOON} calls ago, when little is known. */
    private static final double QUICK_CUT = 0.88;

    private static final int SOON = 20;
    /** Deepest cut when a refusal came on the way, and when it was expected or the estimate is {@link #CLEARLY} lower. */
    private static final double SMALL_CUT = 0.94;

    private static final double LARGE_CUT = 0.5;
    private static final double CLEARLY = 0.9;
    /** Never below this share of the stated rate: clusters of another client's calls are no reason to stop. */
    private static final double LEAST = 0.25;
    /** The estimate needs so many calls; the rate starts so much below it; two estimates are the same within so much. */
    private static final int ENOUGH = 4;

    private static final double BELOW = 0.985;
    private static final double SAME = 0.021;
    /** Share of the rate while units are saved, and how many: a share of the bucket, at most so many. */
    private static final double SAVING = 0.9;

    private static final double SAVED_SHARE = 0.15;
    private static final double MOST_SAVED = 4;
    /** The creep: how far, in how many calls at least (more when many are under way), and how much longer at most. */
    private static final double RANGE = 0.03;

    private static final int SHORTEST_CREEP = 250;
    private static final int CREEP_PER_CALL_UNDER_WAY = 25;
    private static final int LONGEST = 4;
    /** After the creep the rate grows by this factor each {@link #STRIDE} calls (more when many are under way). */
    private static final double LEAP = 1.02;

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
        int shortest = SHORTEST_CREEP + (int) (CREEP_PER_CALL_UNDER_WAY * inFlight);
        creep = limited && same ? Math.min(LONGEST * shortest, creep + creep / 4) : shortest;
        lastGranted = granted;
        floor = soon
                ? Math.max(granted, current * QUICK_CUT)
                : Math.max(granted * BELOW, current * (overshot ? LARGE_CUT : SMALL_CUT));
        floor = Math.max(Math.min(floor, current), stated * LEAST);
        limited = true;
        stride = STRIDE + inFlight;
        saving = Math.min(burst * SAVED_SHARE, MOST_SAVED) / (1 - SAVING);
        estimate.empty(now);
        calls = 0;
    }
}
