package dev.drayage.engine.internal.turn;

import dev.drayage.model.AccountId;
import dev.drayage.spi.EffectKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which target aggregates are being written now, over all runs of one engine (guarantee G3). Thread-safe.
 */
public final class Lanes {
    private final Gate gate;
    private final Set<Lane> busy = new HashSet<>();

    /** Lanes in which an effect was sent and has not ended: nothing may overtake it. */
    private final Map<Lane, EffectKey> open = new HashMap<>();

    /** Lanes at whose {@code gate} runs wait for each other. */
    public Lanes(Gate gate) {
        this.gate = gate;
    }

    public record Lane(AccountId target, String name) {}

    /** An effect of the lane has not ended. */
    public synchronized void block(Lane lane, EffectKey effect) {
        open.put(lane, effect);
    }

    /** The effect has ended. */
    public synchronized void unblock(Lane lane, EffectKey effect) {
        open.remove(lane, effect);
    }

    /** The effect that has not ended in a lane, if there is one. */
    public synchronized Optional<EffectKey> blockedBy(Lane lane) {
        return Optional.ofNullable(open.get(lane));
    }

    /** Takes the lane if it is free. */
    public synchronized boolean tryEnter(Lane lane) {
        return busy.add(lane);
    }

    /** Gives it back. */
    public void leave(Lane lane) {
        synchronized (this) {
            busy.remove(lane);
        }
        gate.knock();
    }

    /** Waits until the lane is free; another run holds it and gives it back when its call ends. */
    public void awaitFree(Lane lane) throws InterruptedException {
        gate.await(() -> isFree(lane));
    }

    private synchronized boolean isFree(Lane lane) {
        return !busy.contains(lane);
    }
}
