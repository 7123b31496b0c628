package dev.drayage.testkit.shipstation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came over the wire. Connections that were cut before the request was looked at are not in it. Thread-safe.
 */
public final class Traffic {
    private final Map<Operation, Long> requests = new EnumMap<>(Operation.class);
    private final Map<String, Long> refused = new TreeMap<>();
    private final Set<String> ignored = new TreeSet<>();

    Traffic() {}

    synchronized void request(Operation operation) {
        requests.merge(operation, 1L, Long::sum);
    }

    synchronized void refusal(VendorError error) {
        refused.merge(error.status() + " " + error.code(), 1L, Long::sum);
    }

    synchronized void ignore(Operation operation, String name) {
        ignored.add(operation + " " + name);
    }

    /** Requests to one operation, the refused ones included. */
    public synchronized long requests(Operation operation) {
        return requests.getOrDefault(operation, 0L);
    }

    /** All requests, the refused ones included. */
    public synchronized long requests() {
        return requests.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many requests were refused, by status and code, such as {@code 429 rate_limit_exceeded}. */
    public synchronized Map<String, Long> refused() {
        return Map.copyOf(refused);
    }

    /**
     * Query parameters and fields that nobody knows, such as {@code LIST_FULFILLMENTS modified_at_start}: the vendor
     * passes over them without a word.
     */
    public synchronized Set<String> ignored() {
        return Set.copyOf(ignored);
    }
}
