package dev.drayage.call;

/**
 * Whether this process may still act for its accounts (guarantee G8). Asked before each request leaves: a process that slept, or
 * waited long for a quota, may have lost its accounts to another one meanwhile. Thread-safe.
 */
@FunctionalInterface
public interface Fence {
    /**
     * Returns if this process may act.
     *
     * @throws RuntimeException if another process acts by now; the engine's own, which a connector lets pass
     */
    void check();

    /** Lets everything pass: for calls that no run makes. */
    static Fence none() {
        return () -> {};
    }
}
