package dev.drayage.engine;

/** How one record that was read ended in a run; each ends in exactly one (guarantee G9). */
public enum Outcome {
    /** At least one effect was written or adopted, and none is open. */
    APPLIED,
    /** Nothing had to be done: everything was in its target already. */
    UNCHANGED,
    /** It needs no effect, for a reason that its entry tells. */
    SKIPPED,
    /** It only shows what we wrote ourselves (guarantee G5). */
    ECHO,
    /** An effect of it was sent and has not ended. */
    OPEN,
    /** It waits for another record or for data. */
    DEFERRED,
    /** It needs a person. */
    PARKED
}
