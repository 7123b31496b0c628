package dev.drayage.spi;

import java.util.List;

/**
 * What a look at the live account found.
 *
 * @param checks one entry per check that was made
 */
public record Diagnosis(List<Check> checks) {
    public Diagnosis {
        checks = List.copyOf(checks);
    }

    /** Whether nothing stands in the way of a sync. */
    public boolean ok() {
        return checks.stream().noneMatch(check -> check.verdict() == Verdict.FAILED);
    }

    /** How a check ended. */
    public enum Verdict {
        /** Fine. */
        PASSED,
        /** Works, but will cause trouble. */
        WARNING,
        /** A sync cannot work like this. */
        FAILED
    }

    /**
     * One check.
     *
     * @param subject what was checked, in a few words
     * @param verdict how it ended
     * @param detail what was found and, unless it passed, what to do
     */
    public record Check(String subject, Verdict verdict, String detail) {}
}
