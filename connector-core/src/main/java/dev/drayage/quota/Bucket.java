package dev.drayage.quota;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One bucket: its meter, who waits for it, and what was used. Who waits for units waits for time to pass; who waits only for
 * the turn of another thread waits for that thread. Never holds its lock while it waits. Thread-safe.
 */
final class Bucket {
    /** Share of a bucket that catalog and backfill leave to more urgent calls. */
    private static final double RESERVE = 0.1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final WaitingLine line = new WaitingLine();
    private final String name;
    private final Meter meter;
    private final TimeSource time;
    private final @Nullable SharedLevel shared;
    private double used;
    private long calls;
    private long refused;

    /** A bucket whose level is shared with other processes, unless {@code shared} is null. */
    Bucket(String name, Meter meter, TimeSource time, @Nullable SharedLevel shared) {
        this.name = name;
        this.meter = meter;
        this.time = time;
        this.shared = shared;
    }

    QuotaPermit acquire(String operation, double cost, CallContext call) {
        Waiting waiting = new Waiting(operation, call, time);
        WaitingLine.Turn turn = join(call, cost);
        try {
            while (true) {
                Duration wait;
                lock.lock();
                try {
                    long now = time.nanoTime();
                    boolean next = line.isNext(turn);
                    wait = next ? waitOfNext(turn, now) : waitBehindOthers(turn, now);
                    if (wait.isZero() && !next) {
                        waiting.turn(moved);
                        continue;
                    }
                    if (wait.isZero() && covered(cost)) {
                        line.served(turn);
                        return new Permit(meter.take(cost, now));
                    }
                } finally {
                    lock.unlock();
                }
                if (wait.isZero() && shared != null) {
                    writeAhead(shared, cost);
                } else {
                    waiting.pause(wait);
                }
            }
        } finally {
            leave(turn);
        }
    }

    private WaitingLine.Turn join(CallContext call, double cost) {
        lock.lock();
        try {
            return line.join(call.priority(), cost);
        } finally {
            lock.unlock();
        }
    }

    private void leave(WaitingLine.Turn turn) {
        lock.lock();
        try {
            line.leave(turn);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Duration waitOfNext(WaitingLine.Turn turn, long now) {
        boolean leavesReserve = turn.keepsReserve() && !line.isOvertaking(turn);
        return meter.wait(turn.cost(), leavesReserve ? RESERVE : 0, now);
    }

    private Duration waitBehindOthers(WaitingLine.Turn turn, long now) {
        return meter.wait(turn.cost() + line.costOfOthers(turn), 0, now);
    }

    QuotaUse use() {
        lock.lock();
        try {
            return new QuotaUse(name, meter.offered(time.nanoTime()), used, calls, refused);
        } finally {
            lock.unlock();
        }
    }

    /** Writes a level that covers a call of {@code cost}, or learns that another process spent meanwhile. */
    private void writeAhead(SharedLevel shared, double cost) {
        shared.pen().lock();
        try {
            if (!isKnown(shared)) {
                learn(shared, shared.read());
                return;
            }
            WrittenLevel next;
            Optional<String> expected;
            lock.lock();
            try {
                if (covered(cost)) {
                    return; // another thread wrote
                }
                next = SharedLevel.ahead(level() - cost, meter.capacity(), meter.perSecond(), time.instant());
                expected = shared.text();
            } finally {
                lock.unlock();
            }
            if (shared.replace(expected, next)) {
                wrote(shared, next);
            } else {
                learn(shared, shared.read());
            }
        } finally {
            shared.pen().unlock();
        }
    }

    private boolean isKnown(SharedLevel shared) {
        lock.lock();
        try {
            return shared.isKnown();
        } finally {
            lock.unlock();
        }
    }

    private void wrote(SharedLevel shared, WrittenLevel next) {
        lock.lock();
        try {
            shared.is(Optional.of(next.text()), time.instant());
        } finally {
            lock.unlock();
        }
    }

    private void learn(SharedLevel shared, Optional<String> found) {
        lock.lock();
        try {
            Instant now = time.instant();
            shared.is(found, now);
            if (shared.at(now) < level()) {
                meter.setLevel(shared.at(now), time.nanoTime());
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean covered(double cost) {
        return shared == null || shared.covers(level() - cost, meter.capacity(), meter.perSecond(), time.instant());
    }

    private double level() {
        return meter.level(time.nanoTime());
    }

    /** Settled or closed by its caller; the bucket's lock guards it. */
    private final class Permit implements QuotaPermit {
        private Meter.@Nullable Grant open;

        Permit(Meter.Grant grant) {
            open = grant;
        }

        @Override
        public void settle(QuotaObservation seen) {
            lock.lock();
            try {
                Meter.Grant grant = open;
                if (grant != null) {
                    open = null;
                    calls++;
                    if (seen.outcome() == QuotaObservation.Outcome.REFUSED) {
                        refused++;
                    } else {
                        used += seen.cost().orElse(grant.cost);
                    }
                    meter.learn(grant, seen, time.nanoTime());
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                Meter.Grant grant = open;
                if (grant != null) {
                    open = null;
                    meter.giveBack(grant, time.nanoTime());
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
