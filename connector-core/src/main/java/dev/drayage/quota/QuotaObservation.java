package dev.drayage.quota;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What one answer said about the quota, in the vendor's units. Everything but the outcome is optional: vendors differ
 * in what they tell. Immutable.
 */
public final class QuotaObservation {
    /** What became of the call. */
    public enum Outcome {
        /** The vendor took the call and counted it. */
        ACCEPTED,
        /** The vendor refused the call for quota; it was not carried out. */
        REFUSED,
        /** No answer came; the vendor probably counted the call. */
        UNANSWERED
    }

    private final Outcome outcome;
    private final @Nullable Double rate;
    private final @Nullable Double capacity;
    private final @Nullable Double remaining;
    private final @Nullable Double cost;
    private final @Nullable Duration retryAfter;
    private final @Nullable Duration resetAfter;

    private QuotaObservation(
            Outcome outcome,
            @Nullable Double rate,
            @Nullable Double capacity,
            @Nullable Double remaining,
            @Nullable Double cost,
            @Nullable Duration retryAfter,
            @Nullable Duration resetAfter) {
        this.outcome = outcome;
        this.rate = rate;
        this.capacity = capacity;
        this.remaining = remaining;
        this.cost = cost;
        this.retryAfter = retryAfter;
        this.resetAfter = resetAfter;
    }

    /** The call was taken. */
    public static QuotaObservation accepted() {
        return of(Outcome.ACCEPTED);
    }

    /** The call was refused for quota. */
    public static QuotaObservation refused() {
        return of(Outcome.REFUSED);
    }

    /** No answer came. */
    public static QuotaObservation unanswered() {
        return of(Outcome.UNANSWERED);
    }

    private static QuotaObservation of(Outcome outcome) {
        return new QuotaObservation(outcome, null, null, null, null, null, null);
    }

    /** With the refill rate that the answer named, in units per second; ignored unless positive and finite. */
    public QuotaObservation withRate(double perSecond) {
        return usable(perSecond) && perSecond > 0
                ? new QuotaObservation(outcome, perSecond, capacity, remaining, cost, retryAfter, resetAfter)
                : this;
    }

    /** With the size of the bucket (or the number of slots) that the answer named; ignored unless at least one. */
    public QuotaObservation withCapacity(double units) {
        return usable(units) && units >= 1
                ? new QuotaObservation(outcome, rate, units, remaining, cost, retryAfter, resetAfter)
                : this;
    }

    /** With the units that were left after this call; ignored when negative. */
    public QuotaObservation withRemaining(double units) {
        return usable(units)
                ? new QuotaObservation(outcome, rate, capacity, units, cost, retryAfter, resetAfter)
                : this;
    }

    /** With the units that the call took in fact; ignored when negative. */
    public QuotaObservation withCost(double units) {
        return usable(units)
                ? new QuotaObservation(outcome, rate, capacity, remaining, units, retryAfter, resetAfter)
                : this;
    }

    /** With the pause that the vendor asked for. */
    public QuotaObservation withRetryAfter(Duration pause) {
        return new QuotaObservation(outcome, rate, capacity, remaining, cost, pause, resetAfter);
    }

    /** With the time until the vendor's counting window starts anew. */
    public QuotaObservation withResetAfter(Duration untilReset) {
        return new QuotaObservation(outcome, rate, capacity, remaining, cost, retryAfter, untilReset);
    }

    private static boolean usable(double units) {
        return Double.isFinite(units) && units >= 0;
    }

    /** What became of the call. */
    public Outcome outcome() {
        return outcome;
    }

    /** Refill rate in units per second. */
    public OptionalDouble rate() {
        return optional(rate);
    }

    /** Size of the bucket, or number of slots. */
    public OptionalDouble capacity() {
        return optional(capacity);
    }

    /** Units that were left after this call. */
    public OptionalDouble remaining() {
        return optional(remaining);
    }

    /** Units that the call took in fact. */
    public OptionalDouble cost() {
        return optional(cost);
    }

    /** Pause that the vendor asked for. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Time until the vendor's counting window starts anew. */
    public Optional<Duration> resetAfter() {
        return Optional.ofNullable(resetAfter);
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Override
    public String toString() {
        return outcome + " rate=" + rate + " capacity=" + capacity + " remaining=" + remaining + " cost=" + cost
                + " retryAfter=" + retryAfter + " resetAfter=" + resetAfter;
    }
}
