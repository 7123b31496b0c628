package dev.drayage.quota;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One bucket: its meter, who waits for it, and what was used. Never holds its lock while it waits. Thread-safe. */
final class Bucket {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    /** Share of a bucket that catalog and backfill leave to more urgent calls. */
    private static final double RESERVE = 0.1;

    private final ReentrantLock lock = new ReentrantLock();
    private final WaitingLine line = new WaitingLine();
    private final String name;
    private final Meter meter;
    private final TimeSource time;
    private double used;
    private long calls;
    private long refused;

    Bucket(String name, Meter meter, TimeSource time) {
        this.name = name;
        this.meter = meter;
        this.time = time;
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
                    wait = waitOf(turn, now);
                    if (wait.isZero()) {
                        line.served(turn);
                        return new Permit(meter.take(cost, now));
                    }
                } finally {
                    lock.unlock();
                }
                waiting.pause(wait);
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
        } finally {
            lock.unlock();
        }
    }

    private Duration waitOf(WaitingLine.Turn turn, long now) {
        if (line.isNext(turn)) {
            boolean leavesReserve = turn.keepsReserve() && !line.isOvertaking(turn);
            return meter.wait(turn.cost(), leavesReserve ? RESERVE : 0, now);
        }
        Duration all = meter.wait(turn.cost() + line.costOfOthers(turn), 0, now);
        return all.compareTo(SHORTEST) < 0 ? SHORTEST : all;
    }

    QuotaUse use() {
        lock.lock();
        try {
            return new QuotaUse(name, meter.offered(time.nanoTime()), used, calls, refused);
        } finally {
            lock.unlock();
        }
    }

    /** The level and its instant, if this bucket takes at least {@code slow} to fill. */
    Optional<String> save(Duration slow) {
        lock.lock();
        try {
            return meter.fillTime().compareTo(slow) < 0
                    ? Optional.empty()
                    : Optional.of(meter.level(time.nanoTime()) + "@" + time.instant());
        } finally {
            lock.unlock();
        }
    }

    /** Takes over a saved level; what cannot be read is ignored, because the plan is a safe start too. */
    void restore(String saved, double perSecond) {
        int cut = saved.indexOf('@');
        if (cut < 0) {
            return;
        }
        double level;
        Duration passed;
        try {
            level = Double.parseDouble(saved.substring(0, cut));
            passed = Duration.between(Instant.parse(saved.substring(cut + 1)), time.instant());
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return;
        }
        double seconds = Math.max(0, passed.toMillis() / 1e3);
        lock.lock();
        try {
            meter.setLevel(level + seconds * perSecond, time.nanoTime());
        } finally {
            lock.unlock();
        }
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
