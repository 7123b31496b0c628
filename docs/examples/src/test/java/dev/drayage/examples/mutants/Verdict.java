package dev.drayage.examples.mutants;

/**
 * What became of a mutant.
 *
 * @param ending how it ended
 * @param why what is wrong; empty unless it is a violation
 */
record Verdict(Ending ending, String why) {
    /** How a mutant ends. */
    enum Ending {
        /** Every amount and quantity is as without the change. */
        SAME,
        /** The reading ended with a connector's exception. */
        REFUSED,
        /** A record says that it cannot be read, or its parts no longer prove its total, so that it is parked. */
        REPORTED,
        /** The vendor's only statement is another one, and is told exactly. */
        TOLD,
        /** An amount or quantity changed unseen, a record was lost, or something else was thrown. */
        VIOLATION
    }

    static Verdict of(Ending ending) {
        return new Verdict(ending, "");
    }

    static Verdict violation(String why) {
        return new Verdict(Ending.VIOLATION, why);
    }
}
