package dev.drayage.testkit.warehouse;

import java.util.EnumMap;
import java.util.Map;

/** How often what was done at the door. Thread-safe. */
final class SftpTraffic {
    private final Map<SftpOperation, Integer> counts = new EnumMap<>(SftpOperation.class);

    synchronized void count(SftpOperation operation) {
        counts.merge(operation, 1, Integer::sum);
    }

    synchronized int of(SftpOperation operation) {
        return counts.getOrDefault(operation, 0);
    }
}
