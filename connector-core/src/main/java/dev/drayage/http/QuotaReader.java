package dev.drayage.http;

import dev.drayage.quota.QuotaObservation;

/**
 * Reads what an answer of one vendor says about the quota (rate headers, cost block) into the observation that the
 * verdict already gave. Implementations are thread-safe and do not throw.
 */
@FunctionalInterface
public interface QuotaReader {

    /** The observation with what the answer adds to it. */
    QuotaObservation read(ApiResponse answer, QuotaObservation seen);

    /** Reads nothing more than the outcome and {@code Retry-After}. */
    static QuotaReader none() {
        return (answer, seen) -> seen;
    }
}
