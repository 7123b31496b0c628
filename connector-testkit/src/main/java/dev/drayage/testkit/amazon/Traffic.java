package dev.drayage.testkit.amazon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came over the wire: requests and refusals. Connections that were cut before the request was looked at are not
 * in it. Thread-safe.
 */
public final class Traffic {
    private static final int REMEMBERED = 1_000;

    private final Map<Operation, Long> requests = new EnumMap<>(Operation.class);
    private final Map<String, Long> refused = new TreeMap<>();
    private final Deque<Refusal> latest = new ArrayDeque<>();

    Traffic() {}

    synchronized void request(Operation operation) {
        requests.merge(operation, 1L, Long::sum);
    }

    synchronized void refusal(Refusal refusal) {
        refused.merge(refusal.status() + " " + refusal.code(), 1L, Long::sum);
        if (latest.size() == REMEMBERED) {
            latest.removeFirst();
        }
        latest.addLast(refusal);
    }

    /** Requests to one operation, the refused ones included. */
    public synchronized long requests(Operation operation) {
        return requests.getOrDefault(operation, 0L);
    }

    /** How many requests were refused, by status and code, such as {@code 429 QuotaExceeded}. */
    public synchronized Map<String, Long> refused() {
        return Map.copyOf(refused);
    }

    /** How many requests were refused with one status and code. */
    public synchronized long refused(int status, String code) {
        return refused.getOrDefault(status + " " + code, 0L);
    }

    /** The last thousand refusals, oldest first. */
    public synchronized List<Refusal> latestRefusals() {
        return List.copyOf(latest);
    }
}
