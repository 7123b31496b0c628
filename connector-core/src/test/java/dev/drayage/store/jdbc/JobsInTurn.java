package dev.drayage.store.jdbc;

import dev.drayage.engine.internal.turn.Gate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * A host whose calls take long: whatever the engine gives it is under way until the engine waits, and then one comes back, the one
 * that was given first. Single-threaded.
 */
final class JobsInTurn implements Executor, Gate {
    private final Queue<Runnable> underWay = new ArrayDeque<>();

    @Override
    public void execute(Runnable job) {
        underWay.add(job);
    }

    @Override
    public void await(BooleanSupplier open) {
        while (!open.getAsBoolean()) {
            underWay.remove().run();
        }
    }

    @Override
    public void await(BooleanSupplier open, Duration atMost) {
        await(open);
    }

    @Override
    public void knock() {
        // whoever waits asks again after each job
    }
}
