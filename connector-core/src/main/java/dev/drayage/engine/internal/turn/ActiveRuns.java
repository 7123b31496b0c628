package dev.drayage.engine.internal.turn;

import dev.drayage.call.Cancellation;
import dev.drayage.call.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Which syncs are at work in this process, each at most once, and how they are asked to stop. Thread-safe. */
public final class ActiveRuns {
    private static final Duration LOOK = Duration.ofMillis(100);

    private final TimeSource time;
    private final Gate gate;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Active> active = new HashMap<>();
    private boolean closed;

    /** Runs for whose end {@link #close} waits at {@code gate}. */
    public ActiveRuns(TimeSource time, Gate gate) {
        this.time = time;
        this.gate = gate;
    }

    private record Active(Thread thread, Cancellation cancellation) {}

    /** Takes a sync; false if it is taken or all were asked to stop. */
    public boolean begin(String sync, Cancellation cancellation) {
        lock.lock();
        try {
            return !closed && active.putIfAbsent(sync, new Active(Thread.currentThread(), cancellation)) == null;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a sync back that this thread took. */
    public void end(String sync) {
        lock.lock();
        try {
            active.remove(sync);
        } finally {
            lock.unlock();
        }
        gate.knock();
    }

    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Takes in no more, cancels what runs and waits for it to end, though not for the run that asks. */
    public void close(Duration atMost) {
        begun().forEach(Cancellation::cancel);
        long end = time.nanoTime() + atMost.toNanos();
        try {
            while (othersRun() && time.nanoTime() - end < 0) {
                gate.await(() -> !othersRun(), LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From here on nothing begins. */
    private List<Cancellation> begun() {
        lock.lock();
        try {
            closed = true;
            return active.values().stream().map(Active::cancellation).toList();
        } finally {
            lock.unlock();
        }
    }

    private boolean othersRun() {
        lock.lock();
        try {
            return active.values().stream().anyMatch(run -> !run.thread().equals(Thread.currentThread()));
        } finally {
            lock.unlock();
        }
    }
}
