package dev.drayage.testkit.amazon;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The token buckets of the seller and application, one for each operation, refilled by the simulator's clock.
 * Thread-safe.
 */
public final class UsagePlans {
    private final Map<Operation, Bucket> buckets = new EnumMap<>(Operation.class);
    private final InstantSource clock;
    private boolean headerSent = true;

    UsagePlans(InstantSource clock) {
        this.clock = clock;
        for (Operation operation : Operation.values()) {
            buckets.put(operation, new Bucket(operation.defaultPlan(), clock.instant()));
        }
    }

    /** From now on the operation has this plan; its bucket starts full. */
    public synchronized void limit(Operation operation, double rate, int burst) {
        bucket(operation).change(new UsagePlan(rate, burst), clock.instant());
    }

    /** From now on nothing is limited. */
    public synchronized void unlimited() {
        buckets.values().forEach(bucket -> bucket.change(UsagePlan.UNLIMITED, clock.instant()));
    }

    /** The rate of the operation is halved, as when the seller's other application draws on the same account. */
    public synchronized void halve(Operation operation) {
        Bucket bucket = bucket(operation);
        bucket.refill(clock.instant());
        if (bucket.plan.limited()) {
            bucket.plan = new UsagePlan(bucket.plan.rate() / 2, bucket.plan.burst());
        }
    }

    /** Another client of the same application takes {@code tokens} tokens, or as many as there are. */
    public synchronized void otherClientTakes(Operation operation, int tokens) {
        Bucket bucket = bucket(operation);
        bucket.refill(clock.instant());
        double taken = Math.min(tokens, bucket.tokens);
        bucket.tokens -= taken;
        bucket.offered -= taken;
    }

    /** Whether answers carry {@code x-amzn-RateLimit-Limit}; Amazon sends it only "when available". */
    public synchronized void sendRateLimitHeader(boolean sent) {
        headerSent = sent;
    }

    /** Tokens that are in the bucket now. */
    public synchronized double available(Operation operation) {
        Bucket bucket = bucket(operation);
        bucket.refill(clock.instant());
        return bucket.tokens;
    }

    /** What was made of the quota of the operation so far. */
    public synchronized QuotaUse use(Operation operation) {
        Bucket bucket = bucket(operation);
        bucket.refill(clock.instant());
        return new QuotaUse(operation, bucket.offered, bucket.used, bucket.refused);
    }

    synchronized boolean take(Operation operation) {
        return bucket(operation).take(clock.instant());
    }

    /** The header gives the rate only, never the burst. */
    synchronized Optional<String> rateLimitHeader(Operation operation) {
        UsagePlan plan = bucket(operation).plan;
        return headerSent && plan.limited()
                ? Optional.of(BigDecimal.valueOf(plan.rate()).toPlainString())
                : Optional.empty();
    }

    private Bucket bucket(Operation operation) {
        Bucket bucket = buckets.get(operation);
        if (bucket == null) {
            throw new IllegalArgumentException("No bucket for " + operation);
        }
        return bucket;
    }

    private static final class Bucket {
        /** Tenths of seconds do not add up exactly in binary; a token this nearly whole counts as whole. */
        private static final double ROUNDING = 1e-9;

        private UsagePlan plan;
        private double tokens;
        private double offered;
        private Instant refilledAt;
        private long used;
        private long refused;

        Bucket(UsagePlan plan, Instant now) {
            this.plan = plan;
            this.refilledAt = now;
            this.tokens = plan.burst();
            this.offered = plan.limited() ? plan.burst() : Double.POSITIVE_INFINITY;
        }

        void change(UsagePlan next, Instant now) {
            refill(now);
            offered = next.limited() && plan.limited() ? offered + next.burst() - tokens : next.burst();
            if (!next.limited()) {
                offered = Double.POSITIVE_INFINITY;
            }
            plan = next;
            tokens = next.burst();
        }

        void refill(Instant now) {
            if (now.isAfter(refilledAt)) {
                double seconds = Duration.between(refilledAt, now).toNanos() / 1e9;
                if (plan.limited()) {
                    tokens = Math.min(plan.burst(), tokens + seconds * plan.rate());
                    offered += seconds * plan.rate();
                }
                refilledAt = now;
            }
        }

        boolean take(Instant now) {
            refill(now);
            if (!plan.limited()) {
                used++;
                return true;
            }
            if (tokens + ROUNDING < 1) {
                refused++;
                return false;
            }
            tokens = Math.max(0, tokens - 1);
            used++;
            return true;
        }
    }
}
