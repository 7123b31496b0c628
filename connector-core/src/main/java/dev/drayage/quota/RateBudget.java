package dev.drayage.quota;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Weighted buckets and windows by operation (Amazon usage plans, Shopify query cost, ShipHero credits, ShipStation and
 * ShipBob windows). Starts from a {@link QuotaPlan}; each answer corrects it: a stated rate, size or remainder is taken
 * over, an unexpected refusal lowers the rate gently and measures what the vendor really grants. Waits only through the
 * time source. Catalog and backfill leave a tenth of a bucket to more urgent calls. Thread-safe.
 */
public final class RateBudget implements QuotaBudget {
    /** A bucket that fills in less than this starts full after a restart. */
    private static final Duration SLOW = Duration.ofMinutes(1);

    private final Map<String, Optional<Bucket>> buckets = new ConcurrentHashMap<>();
    private final QuotaPlan plan;
    private final TimeSource time;

    /** A budget that starts with full buckets. */
    public RateBudget(QuotaPlan plan, TimeSource time) {
        this.plan = plan;
        this.time = time;
    }

    /**
     * {@inheritDoc}
     *
     * <p>An operation that the plan does not know, and for which it has no default, is granted at once.
     */
    @Override
    public QuotaPermit acquire(String operation, int cost, CallContext call) {
        if (cost < 0) {
            throw new IllegalArgumentException("cost must not be negative: " + cost);
        }
        Optional<Bucket> bucket = bucket(plan.bucketOf(operation));
        return bucket.isPresent()
                ? bucket.get().acquire(operation, cost, call)
                : QuotaBudget.unlimited().acquire(operation, cost, call);
    }

    private Optional<Bucket> bucket(String name) {
        return buckets.computeIfAbsent(name, key -> plan.planOf(key).map(found -> new Bucket(key, meter(found), time)));
    }

    private Meter meter(RatePlan found) {
        return found.isWindow() ? new WindowMeter(found, time.nanoTime()) : new TokenMeter(found, time.nanoTime());
    }

    @Override
    public List<QuotaUse> use() {
        return buckets.values().stream()
                .flatMap(Optional::stream)
                .map(Bucket::use)
                .toList();
    }

    /** {@inheritDoc} Covers buckets that take a minute or longer to fill. */
    @Override
    public QuotaState state() {
        Map<String, String> levels = new LinkedHashMap<>();
        buckets.forEach((name, bucket) ->
                bucket.flatMap(known -> known.save(SLOW)).ifPresent(level -> levels.put(name, level)));
        return new QuotaState(levels);
    }

    @Override
    public void restore(QuotaState saved) {
        saved.values()
                .forEach((name, level) -> plan.planOf(name)
                        .ifPresent(
                                found -> bucket(name).ifPresent(bucket -> bucket.restore(level, found.perSecond()))));
    }
}
