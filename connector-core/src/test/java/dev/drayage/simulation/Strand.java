package dev.drayage.simulation;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One simulated process: ordinary blocking code on a thread of its own, which moves only while it has the turn. Its fields are
 * touched only by whoever has the turn, but for {@link #turn}.
 */
final class Strand {
    final String name;
    final Optional<SimulatedNode> node;
    final Runnable body;

    /** Rises with each wake, so that an earlier one is known to be over. */
    int ticket;

    boolean started;
    boolean ended;

    /** The run that it works for, if any. */
    @Nullable Run run;

    private volatile boolean turn;
    private volatile @Nullable Thread thread;

    /**
     * A run of a sync.
     *
     * @param sync its name
     * @param startedAt when it was asked for, in nanoseconds of the simulation
     */
    record Run(String sync, long startedAt) {}

    Strand(String name, Optional<SimulatedNode> node, Runnable body) {
        this.name = name;
        this.node = node;
        this.body = body;
    }

    /** Whether the node that it belongs to was killed. */
    boolean isDead() {
        return node.map(SimulatedNode::isDead).orElse(false);
    }

    /** The calling thread is this process from now on. */
    void adopt() {
        thread = Thread.currentThread();
        started = true;
    }

    /** Gives it the turn. */
    void resume() {
        turn = true;
        LockSupport.unpark(thread);
    }

    /** Waits for the turn. */
    void awaitTurn() {
        while (!turn) {
            LockSupport.park(this);
        }
        turn = false;
    }
}
