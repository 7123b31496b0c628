package dev.drayage.quota;

import java.util.Optional;

/**
 * Where levels of buckets are kept for the next process that calls for the same account. A budget asks before its first call
 * and tells about once a second while it spends. Holds no personal data. Implementations are thread-safe; what they throw
 * ends the call that asked for a permit, before it is sent.
 */
public interface QuotaMemory {

    /** What was written last for a bucket; empty if nothing ever was. */
    Optional<String> read(String bucket);

    /**
     * Writes a level only if the present one is {@code expected} (empty for none); durable when it returns.
     *
     * @return whether it was written; another process may have been quicker
     */
    boolean replace(String bucket, Optional<String> expected, String level);
}
