package dev.drayage.quota;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A bucket that refills steadily. A call on its way counts against the size of the bucket for as long as it may still
 * be travelling, because the vendor's bucket does not refill past its brim before the call arrives; that way the
 * estimate never exceeds the vendor's as long as the vendor keeps its word. Where the vendor tells what is left, that
 * counts, and a cushion is left in the bucket when others drain it; where it does not, {@link Ceiling} finds the rate. Confined to the lock of its bucket.
 */
final class TokenMeter implements Meter {
    /** The longest that a request is assumed to travel before the vendor counts it; the quickest answer shortens it. */
    private static final long LONGEST_TRANSIT = Duration.ofMillis(250).toNanos();

    /** Share of a bucket that is left alone at most when others drain it between two answers. */
    private static final double LARGEST_CUSHION = 0.25;

    /** What a remainder that the vendor tells takes off the cushion. */
    private static final double SHRINK = 0.9995;

    private final Ceiling ceiling = new Ceiling();
    private final Deque<Grant> travelling = new ArrayDeque<>();
    private long transit = LONGEST_TRANSIT;
    private double statedRate;
    private double burst;
    private double level;
    private double inFlight;
    private double cushion;
    private double offered;
    private double travellingCost;
    private long at;
    private long lessons;
    private long newestKnown = Long.MIN_VALUE;
    private long pausedUntil = Long.MIN_VALUE;

    TokenMeter(RatePlan plan, long now) {
        statedRate = plan.perSecond();
        burst = plan.burst();
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
        return oldest == null ? 0 : Math.max(1, oldest.sentAt + transit - now);
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
            transit = Math.min(LONGEST_TRANSIT, Math.min(transit + transit / 1000, now - grant.sentAt));
            if (grant.lesson == lessons) {
                ceiling.accepted(cost, statedRate, burst, now);
            }
        }
        if (seen.remaining().isPresent() && grant.sentAt >= newestKnown) {
            newestKnown = grant.sentAt;
            cushion *= SHRINK;
            level = Math.min(burst, seen.remaining().getAsDouble() - inFlight - cushion);
        }
    }

    private void refused(Grant grant, QuotaObservation seen, long now) {
        if (grant.lesson == lessons) {
            lessons++;
            if (seen.remaining().isPresent()) {
                cushion = Math.min(burst * LARGEST_CUSHION, cushion + Math.max(cushion, grant.cost));
            } else {
                ceiling.refused(statedRate, burst, inFlight, now);
            }
        }
        level = Math.min(level, seen.remaining().orElse(-Math.min(2, burst / 10)) - inFlight - cushion);
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
        while (!travelling.isEmpty() && travelling.getFirst().sentAt + transit <= now) {
            pour(Math.max(at, travelling.getFirst().sentAt + transit));
            travellingCost -= travelling.removeFirst().cost;
        }
        pour(now);
    }

    private void pour(long now) {
        double units = (now - at) / 1e9 * rate();
        at = now;
        offered += units;
        double room = burst - travellingCost - level;
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
    public double capacity() {
        return burst;
    }

    @Override
    public double perSecond() {
        return rate();
    }

    @Override
    public void setLevel(double units, long now) {
        refill(now);
        level = Math.max(-burst, Math.min(units, burst));
    }
}
