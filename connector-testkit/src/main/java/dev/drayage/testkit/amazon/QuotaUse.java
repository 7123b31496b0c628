package dev.drayage.testkit.amazon;

/**
 * What was made of the quota of one operation since the simulator started.
 *
 * @param operation the operation
 * @param offered tokens handed out to this client so far: the first burst and every refill, whether it was used or not,
 *     less what other clients took
 * @param used requests that got a token
 * @param refused requests that found the bucket empty
 */
public record QuotaUse(Operation operation, double offered, long used, long refused) {

    /** Used part of the offered quota, from 0 to 1; 0 where the operation is not limited. */
    public double share() {
        return Double.isFinite(offered) && offered > 0 ? used / offered : 0;
    }
}
