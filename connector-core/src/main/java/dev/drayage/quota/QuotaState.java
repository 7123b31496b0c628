package dev.drayage.quota;

import java.util.Map;

/**
 * The level of slow buckets as small strings, for the connector's durable state. Holds no personal data. Immutable.
 *
 * @param values bucket name to its saved level; a format of this package
 */
public record QuotaState(Map<String, String> values) {

    /** Copies the map. */
    public QuotaState {
        values = Map.copyOf(values);
    }

    /** Nothing to remember. */
    public static QuotaState empty() {
        return new QuotaState(Map.of());
    }
}
