package dev.drayage.testing.quota;

import java.util.Locale;

/**
 * What the vendor counted in one run.
 *
 * @param offered units that were there for us
 * @param used units that our accepted calls took
 * @param sent calls that we sent
 * @param refused those of them that the vendor refused for quota
 */
public record Figures(double offered, double used, long sent, long refused) {
    /** Used share of what was offered, from 0 to 1. */
    public double usedShare() {
        return used / offered;
    }

    /** Refused share of the calls, from 0 to 1. */
    public double refusedShare() {
        return (double) refused / sent;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "used %6.2f %%  refused %6.3f %%  (%d sent, %d refused)",
                100 * usedShare(),
                100 * refusedShare(),
                sent,
                refused);
    }
}
