package dev.drayage.threepl.internal.exchange;

/** How a move ended. A lost race is a value here, since the caller knows what it means. */
public enum MoveOutcome {
    /** The file stands under its new name, or stood there until someone took it. */
    MOVED,
    /** Another file stands under the new name; both are as they were. */
    TARGET_EXISTS,
    /** There is no such file to move: it was moved before, or someone else took it. */
    SOURCE_MISSING
}
