package dev.drayage.spi;

import java.util.Map;
import java.util.Optional;

/**
 * Small durable state of one account in the host's store: control numbers, rotated tokens, the ledger of files seen,
 * levels of quotas. Never a buyer's data. A put is durable when it returns. Thread-safe.
 */
public interface ConnectorState {
    /** The value under a key of at most 200 characters. */
    Optional<String> get(String key);

    /** All entries whose key starts with {@code prefix}. */
    Map<String, String> all(String prefix);

    /** Sets a value of at most 4,000 characters. */
    void put(String key, String value);

    /**
     * Sets a value only if the present one is {@code expected} (empty for none).
     *
     * @return whether it was set; losing the race is no error
     */
    boolean replace(String key, Optional<String> expected, String value);

    /** Forgets a key. */
    void remove(String key);
}
