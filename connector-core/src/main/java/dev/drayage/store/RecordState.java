package dev.drayage.store;

/** Where a source record stands. */
public enum RecordState {
    /** To be read again and worked on: asked for by a person, a hint or a recovery. */
    DUE,
    /** An effect of it was sent and has not ended yet. */
    OPEN,
    /** It waits for another record or for more data, and is looked at again. */
    DEFERRED,
    /** It needs a person. */
    PARKED,
    /** Every effect is in its target. */
    SETTLED,
    /** It needs no effect, for the reason that it carries. */
    SKIPPED,
    /** A person took it over: nothing is written for it any more, whatever changes, unless it is pushed. */
    DISMISSED
}
