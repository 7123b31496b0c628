package dev.drayage.engine.internal;

import dev.drayage.model.AccountId;
import java.util.HashSet;
import java.util.Set;

/**
 * Which target aggregates are being written now, over all runs of one engine (guarantee G3). Thread-safe.
 */
final class Lanes {
    private final Set<Lane> busy = new HashSet<>();

    record Lane(AccountId target, String name) {}

    /** Takes the lane if it is free. */
    synchronized boolean tryEnter(Lane lane) {
        return busy.add(lane);
    }

    /** Gives it back. */
    synchronized void leave(Lane lane) {
        busy.remove(lane);
        notifyAll();
    }

    /** Waits until the lane is free; another run holds it and gives it back when its call ends. */
    synchronized void awaitFree(Lane lane) throws InterruptedException {
        while (busy.contains(lane)) {
            wait();
        }
    }
}
