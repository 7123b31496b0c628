package dev.drayage.amazon.internal.api;

import dev.drayage.quota.QuotaMemory;
import dev.drayage.spi.ConnectorState;
import java.util.Optional;

/**
 * Levels of buckets in the account's durable state, because Amazon never tells what is left: a process that crashes in a loop
 * cannot burn the burst of {@code searchOrders} (20 calls an hour) again and again, and one that takes the account over starts
 * where the other one stopped. Thread-safe.
 */
record RememberedLevels(ConnectorState state) implements QuotaMemory {
    private static final String KEY = "quota.";

    @Override
    public Optional<String> read(String bucket) {
        return state.get(KEY + bucket);
    }

    @Override
    public boolean replace(String bucket, Optional<String> expected, String level) {
        return state.replace(KEY + bucket, expected, level);
    }
}
