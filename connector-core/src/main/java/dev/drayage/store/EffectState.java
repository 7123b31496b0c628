package dev.drayage.store;

/** Where an effect stands. */
public enum EffectState {
    /** It is about to be sent, or was sent, and nobody knows how it ended (guarantee G2). */
    INTENT,
    /** The target took it and works on it. */
    PENDING,
    /** The target holds it; what the target made of it was not compared yet. */
    WRITTEN,
    /** The target holds it. */
    BOUND,
    /** It is known not to be at the target. */
    ABSENT
}
