package dev.drayage.quota;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor publishes: which operations have a bucket of their own, which share one, and how large it is. A start,
 * not a promise: answers correct it. Immutable.
 */
public final class QuotaPlan {
    private final Map<String, RatePlan> buckets;
    private final Map<String, String> bucketOf;
    private final @Nullable RatePlan others;
    private final @Nullable String sharedName;

    private QuotaPlan(
            Map<String, RatePlan> buckets,
            Map<String, String> bucketOf,
            @Nullable RatePlan others,
            @Nullable String sharedName) {
        this.buckets = Map.copyOf(buckets);
        this.bucketOf = Map.copyOf(bucketOf);
        this.others = others;
        this.sharedName = sharedName;
    }

    /** One bucket for every operation (a Shopify shop, a ShipStation key). */
    public static QuotaPlan shared(String bucket, RatePlan plan) {
        return new QuotaPlan(Map.of(bucket, plan), Map.of(), null, bucket);
    }

    /** A plan by operation (Amazon). */
    public static Builder byOperation() {
        return new Builder();
    }

    /** Name of the bucket that {@code operation} draws from. */
    String bucketOf(String operation) {
        return sharedName != null ? sharedName : bucketOf.getOrDefault(operation, operation);
    }

    /** Plan of a bucket; empty when the plan names neither it nor a default. */
    Optional<RatePlan> planOf(String bucket) {
        return Optional.ofNullable(buckets.getOrDefault(bucket, others));
    }

    /** Collects a plan by operation. Not thread-safe. */
    public static final class Builder {
        private final Map<String, RatePlan> buckets = new LinkedHashMap<>();
        private final Map<String, String> bucketOf = new LinkedHashMap<>();
        private @Nullable RatePlan others;

        private Builder() {}

        /** An operation with a bucket of its own. */
        public Builder operation(String operation, double perSecond, double burst) {
            return operation(operation, RatePlan.bucket(perSecond, burst));
        }

        /** An operation with a bucket or window of its own. */
        public Builder operation(String operation, RatePlan plan) {
            buckets.put(operation, plan);
            return this;
        }

        /** Operations that draw from the same bucket. */
        public Builder together(String bucket, RatePlan plan, String... operations) {
            buckets.put(bucket, plan);
            for (String operation : operations) {
                bucketOf.put(operation, bucket);
            }
            return this;
        }

        /** The bucket that each operation gets which the plan does not name. */
        public Builder others(RatePlan plan) {
            others = plan;
            return this;
        }

        /** The plan. */
        public QuotaPlan build() {
            return new QuotaPlan(buckets, bucketOf, others, null);
        }
    }
}
