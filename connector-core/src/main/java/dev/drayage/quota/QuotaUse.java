package dev.drayage.quota;

/**
 * How much of a quota was used, in the vendor's units. Immutable.
 *
 * @param bucket name of the bucket
 * @param offered units that the plan as corrected by answers gave since the budget was made; slot-seconds for slots
 * @param used units that accepted calls took; slot-seconds for slots
 * @param calls calls that were sent
 * @param refused calls that the vendor refused for quota
 */
public record QuotaUse(String bucket, double offered, double used, long calls, long refused) {

    /** Used share of what was offered, from 0 to 1; meaningful only while work was waiting. */
    public double usedShare() {
        return offered == 0 ? 0 : used / offered;
    }

    /** Refused share of the calls, from 0 to 1. */
    public double refusedShare() {
        return calls == 0 ? 0 : (double) refused / calls;
    }
}
