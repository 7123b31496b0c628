package dev.drayage.quota;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A bucket that refills steadily. A call on its way counts against the size of the bucket for as long as it may still
 * be travelling, because the vendor's bucket does not refill past its brim before the call arrives; that way the
 * estimate never exceeds the vendor's, whatever the latency. Confined to the lock of its bucket.
 */
final class TokenMeter implements Meter {
    /** The longest that a request is assumed to travel before the vendor counts it. */
    private static final long TRANSIT = Duration.ofMillis(250).toNanos();

    private final Ceiling ceiling = new Ceiling();
    private final Deque<Grant> travelling = new ArrayDeque<>();
    private final double plannedBurst;
    private double statedRate;
    private double burst;
    private double level;
    private double inFlight;
    private double offered;
    private double travellingCost;
    private long at;
    private long lessons;
    private long newestKnown = Long.MIN_VALUE;
    private long pausedUntil = Long.MIN_VALUE;

    TokenMeter(RatePlan plan, long now) {
        statedRate = plan.perSecond();
        plannedBurst = plan.burst();
        burst = plannedBurst;
        level = burst;
        offered = burst;
        at = now;
    }

    @Override
    public Duration wait(double cost, double reserve, long now) {
        refill(now);
        double needed = Math.min(cost + reserve * burst, burst);
        double missing = needed - level;
        long nanos = missing <= 0 ? 0 : (long) Math.ceil(missing / rate() * 1e9);
        if (missing > 0 && needed > burst - travellingCost) {
            nanos = Math.max(nanos, untilArrived(now));
        }
        if (pausedUntil > now) {
            nanos = Math.max(nanos, pausedUntil - now);
        }
        return Duration.ofNanos(nanos);
    }

    private long untilArrived(long now) {
        Grant oldest = travelling.peekFirst();
        return oldest == null ? 0 : Math.max(1, oldest.sentAt + TRANSIT - now);
    }

    @Override
    public Grant take(double cost, long now) {
        refill(now);
        Grant grant = new Grant(cost, now, lessons);
        level -= cost;
        inFlight += cost;
        travelling.addLast(grant);
        travellingCost += cost;
        return grant;
    }

    @Override
    public void giveBack(Grant grant, long now) {
        refill(now);
        arrived(grant);
        inFlight -= grant.cost;
        level = Math.min(burst - travellingCost, level + grant.cost);
    }

    @Override
    public void learn(Grant grant, QuotaObservation seen, long now) {
        refill(now);
        arrived(grant);
        inFlight -= grant.cost;
        seen.rate().ifPresent(rate -> statedRate = rate);
        seen.capacity().ifPresent(this::resize);
        if (seen.outcome() == QuotaObservation.Outcome.REFUSED) {
            refused(grant, seen, now);
            return;
        }
        double cost = seen.cost().orElse(grant.cost);
        level = Math.min(burst, level + grant.cost - cost);
        if (seen.outcome() == QuotaObservation.Outcome.ACCEPTED) {
            ceiling.accepted(cost, statedRate);
        }
        if (seen.remaining().isPresent() && grant.sentAt >= newestKnown) {
            newestKnown = grant.sentAt;
            level = Math.min(burst, seen.remaining().getAsDouble() - inFlight);
        }
    }

    private void refused(Grant grant, QuotaObservation seen, long now) {
        if (grant.lesson == lessons) {
            lessons++;
            if (level >= 1 && burst - level >= 1) {
                burst = burst - level;
            } else {
                ceiling.refused(statedRate, now);
            }
        }
        level = Math.min(level, seen.remaining().orElse(0) - inFlight);
        seen.retryAfter().ifPresent(pause -> pausedUntil = Math.max(pausedUntil, now + pause.toNanos()));
    }

    private void resize(double capacity) {
        if (capacity != burst) {
            level = Math.min(level + Math.max(0, capacity - burst), capacity);
            burst = capacity;
        }
    }

    private double rate() {
        return ceiling.rate(statedRate);
    }

    private void arrived(Grant grant) {
        if (travelling.remove(grant)) {
            travellingCost -= grant.cost;
        }
    }

    private void refill(long now) {
        while (!travelling.isEmpty() && travelling.getFirst().sentAt + TRANSIT <= now) {
            pour(Math.max(at, travelling.getFirst().sentAt + TRANSIT));
            travellingCost -= travelling.removeFirst().cost;
        }
        pour(now);
    }

    private void pour(long now) {
        double units = (now - at) / 1e9 * rate();
        at = now;
        offered += units;
        double room = burst - travellingCost - level;
        if (units >= room) {
            ceiling.idle();
        }
        level += Math.max(0, Math.min(units, room));
    }

    @Override
    public double offered(long now) {
        refill(now);
        return offered;
    }

    @Override
    public double level(long now) {
        refill(now);
        return level;
    }

    @Override
    public Duration fillTime() {
        return Duration.ofNanos((long) (burst / rate() * 1e9));
    }

    @Override
    public void setLevel(double units, long now) {
        refill(now);
        level = Math.max(-burst, Math.min(units, burst));
    }
}
