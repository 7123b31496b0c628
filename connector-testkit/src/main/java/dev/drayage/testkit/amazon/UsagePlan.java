package dev.drayage.testkit.amazon;

/**
 * How often an operation may be called.
 *
 * @param rate tokens that come back each second
 * @param burst tokens that the bucket holds at most, and at the start
 */
public record UsagePlan(double rate, int burst) {
    /** No limit at all. */
    public static final UsagePlan UNLIMITED = new UsagePlan(Double.POSITIVE_INFINITY, Integer.MAX_VALUE);

    /** Refuses plans that could never let a request pass. */
    public UsagePlan {
        if (!(rate > 0) || burst < 1) {
            throw new IllegalArgumentException("A usage plan needs a rate above 0 and a burst of 1 or more");
        }
    }

    boolean limited() {
        return Double.isFinite(rate);
    }
}
