package dev.drayage.quota;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Weighted buckets and windows by operation (Amazon usage plans, Shopify query cost, ShipHero credits, ShipStation and
 * ShipBob windows). Starts from a {@link QuotaPlan}; each answer corrects it: a stated rate, size or remainder is taken
 * over, an unexpected refusal lowers the rate gently and measures what the vendor really grants. Waits only through the
 * time source. Catalog and backfill leave a tenth of a bucket to more urgent calls. Thread-safe.
 */
public final class RateBudget implements QuotaBudget {
    private final Map<String, Optional<Bucket>> buckets = new ConcurrentHashMap<>();
    private final QuotaPlan plan;
    private final TimeSource time;
    private final @Nullable QuotaMemory memory;

    /** A budget that starts with full buckets: where nobody used the account before, or answers tell what is left. */
    public RateBudget(QuotaPlan plan, TimeSource time) {
        this.plan = plan;
        this.time = time;
        this.memory = null;
    }

    /**
     * A budget whose buckets start from what other processes left in them, and that tells them what it spends: where answers
     * do not tell what is left. Clocks of these processes must agree within a second. Windows start anew all the same.
     */
    public RateBudget(QuotaPlan plan, TimeSource time, QuotaMemory memory) {
        this.plan = plan;
        this.time = time;
        this.memory = memory;
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
        return buckets.computeIfAbsent(name, key -> plan.planOf(key).map(found -> bucket(key, found)));
    }

    private Bucket bucket(String name, RatePlan found) {
        if (found.isWindow()) {
            return new Bucket(name, new WindowMeter(found, time.nanoTime()), time, null);
        }
        SharedLevel shared = memory == null ? null : new SharedLevel(memory, name, found.perSecond());
        return new Bucket(name, new TokenMeter(found, time.nanoTime()), time, shared);
    }

    @Override
    public List<QuotaUse> use() {
        return buckets.values().stream()
                .flatMap(Optional::stream)
                .map(Bucket::use)
                .toList();
    }
}
