package dev.drayage.quota;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A number of calls that may run at the same time (NetSuite counts those of all integrations of an account together).
 * A refusal means that others hold slots: one less than what just ran is kept, and one slot more is tried after a
 * number of calls that doubles as long as the trial fails. The cost of a call is ignored: one call, one slot. A caller
 * that waits for a slot held by another thread waits on a condition. Thread-safe.
 */
public final class ConcurrencyBudget implements QuotaBudget {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final WaitingLine line = new WaitingLine();
    private final String name;
    private final TimeSource time;
    private final Slots slots;

    /** A budget of {@code slots} concurrent calls in the pool called {@code name}. */
    public ConcurrencyBudget(String name, int slots, TimeSource time) {
        this.name = name;
        this.time = time;
        this.slots = new Slots(slots, time.nanoTime());
    }

    @Override
    public QuotaPermit acquire(String operation, int cost, CallContext call) {
        Waiting waiting = new Waiting(operation, call, time);
        lock.lock();
        WaitingLine.Turn turn = line.join(call.priority(), 1);
        try {
            while (true) {
                long now = time.nanoTime();
                Duration paused = slots.pause(now);
                if (!paused.isZero()) {
                    pauseUnlocked(waiting, paused);
                } else if (line.isNext(turn) && slots.free() > 0) {
                    line.served(turn);
                    freed.signalAll();
                    return new Permit(slots.take(now));
                } else {
                    waiting.turn(freed);
                }
            }
        } finally {
            line.leave(turn);
            lock.unlock();
        }
    }

    /**
     * A permit if it can be had now: no slot is waited for, and nobody more urgent waits.
     *
     * @throws dev.drayage.error.CancelledException if the host asked to stop
     */
    public Optional<QuotaPermit> acquireNow(CallContext call) {
        lock.lock();
        WaitingLine.Turn turn = line.join(call.priority(), 1);
        try {
            long now = time.nanoTime();
            if (slots.free() < 1 || !slots.pause(now).isZero() || !line.isNext(turn)) {
                return Optional.empty();
            }
            line.served(turn);
            return Optional.of(new Permit(slots.take(now)));
        } finally {
            line.leave(turn);
            lock.unlock();
        }
    }

    private void pauseUnlocked(Waiting waiting, Duration wait) {
        lock.unlock();
        try {
            waiting.pause(wait);
        } finally {
            lock.lock();
        }
    }

    @Override
    public List<QuotaUse> use() {
        lock.lock();
        try {
            return List.of(slots.use(name, time.nanoTime()));
        } finally {
            lock.unlock();
        }
    }

    /** Settled or closed by its caller; the budget's lock guards it. */
    private final class Permit implements QuotaPermit {
        private final Slots.Held held;
        private @Nullable QuotaObservation seen;
        private boolean closed;

        Permit(Slots.Held held) {
            this.held = held;
        }

        @Override
        public void settle(QuotaObservation observation) {
            if (seen == null) {
                seen = observation;
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (!closed) {
                    closed = true;
                    slots.release(held, seen, time.nanoTime());
                    freed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
