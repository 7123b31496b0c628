package dev.drayage.quota;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * At most so many units in any stretch of time. A call counts from the moment its answer is in, so that the vendor,
 * who counted it earlier, has always forgotten it before we do; that satisfies fixed and sliding windows alike. What
 * the vendor says is left overrides our count until its window ends. Confined to the lock of its bucket.
 */
final class WindowMeter implements Meter {
    private record Spent(double cost, long at) {}

    private final Deque<Spent> spent = new ArrayDeque<>();
    private final long window;
    private double limit;
    private double counted;
    private double inFlight;
    private double left = Double.POSITIVE_INFINITY;
    private long leftUntil = Long.MIN_VALUE;
    private long newestKnown = Long.MIN_VALUE;
    private final long startedAt;

    WindowMeter(RatePlan plan, long now) {
        window = plan.window().toNanos();
        limit = plan.burst();
        startedAt = now;
    }

    @Override
    public Duration wait(double cost, double reserve, long now) {
        forget(now);
        double needed = Math.min(cost + reserve * limit, limit);
        if (now < leftUntil && left < needed) {
            return Duration.ofNanos(leftUntil - now);
        }
        double free = limit - counted - inFlight;
        if (free >= needed) {
            return Duration.ZERO;
        }
        for (Spent old : spent) {
            free += old.cost();
            if (free >= needed) {
                return Duration.ofNanos(Math.max(1, old.at() + window - now));
            }
        }
        return Duration.ofNanos(window);
    }

    @Override
    public Grant take(double cost, long now) {
        forget(now);
        inFlight += cost;
        left -= cost;
        return new Grant(cost, now, 0);
    }

    @Override
    public void giveBack(Grant grant, long now) {
        inFlight -= grant.cost;
        left += grant.cost;
    }

    @Override
    public void learn(Grant grant, QuotaObservation seen, long now) {
        forget(now);
        inFlight -= grant.cost;
        seen.capacity().ifPresent(capacity -> limit = capacity);
        if (seen.outcome() == QuotaObservation.Outcome.REFUSED) {
            left = 0;
            leftUntil = Math.max(
                    leftUntil,
                    now
                            + seen.retryAfter()
                                    .or(seen::resetAfter)
                                    .map(Duration::toNanos)
                                    .orElse(window / 4));
            return;
        }
        double cost = seen.cost().orElse(grant.cost);
        counted += cost;
        spent.addLast(new Spent(cost, now));
        if (seen.remaining().isPresent() && grant.sentAt >= newestKnown) {
            newestKnown = grant.sentAt;
            left = seen.remaining().getAsDouble() - inFlight;
            leftUntil = now + seen.resetAfter().map(Duration::toNanos).orElse(0L);
        }
    }

    private void forget(long now) {
        while (!spent.isEmpty() && spent.getFirst().at() + window <= now) {
            counted -= spent.removeFirst().cost();
        }
        if (now >= leftUntil) {
            left = Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public double offered(long now) {
        return limit * (1 + (double) (now - startedAt) / window);
    }

    @Override
    public double level(long now) {
        forget(now);
        return Math.min(limit - counted - inFlight, left);
    }

    @Override
    public double capacity() {
        return limit;
    }

    @Override
    public double perSecond() {
        return limit * 1e9 / window;
    }

    @Override
    public void setLevel(double units, long now) {
        forget(now);
        double missing = level(now) - Math.min(units, limit);
        if (missing > 0) {
            counted += missing;
            spent.addLast(new Spent(missing, now));
        }
    }
}
