package dev.drayage.quota;

/**
 * The right to send one call. Settled once with what the answer said, then closed; closing without settling gives the
 * units back, because nothing was sent. Used by one thread at a time; both methods never block and never throw.
 */
public interface QuotaPermit extends AutoCloseable {

    /**
     * Tells what became of the call. Only the first observation counts.
     *
     * @param seen what the answer said, or {@link QuotaObservation#unanswered()}
     */
    void settle(QuotaObservation seen);

    /** Frees a concurrency slot; gives back the units of a call that was never sent. */
    @Override
    void close();
}
