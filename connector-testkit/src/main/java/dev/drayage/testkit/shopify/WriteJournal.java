package dev.drayage.testkit.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every mutation that was carried out, oldest first; a repeated idempotency key counts once. Thread-safe. */
public final class WriteJournal {
    private final List<AcceptedWrite> writes = new ArrayList<>();

    WriteJournal() {}

    synchronized void add(AcceptedWrite write) {
        writes.add(write);
    }

    /** All accepted writes. */
    public synchronized List<AcceptedWrite> writes() {
        return List.copyOf(writes);
    }

    /** How many times one mutation was carried out. */
    public synchronized long count(String mutation) {
        return writes.stream()
                .filter(write -> write.mutation().equals(mutation))
                .count();
    }

    /** How many writes there were, by mutation. */
    public synchronized Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        writes.forEach(write -> counts.merge(write.mutation(), 1L, Long::sum));
        return counts;
    }
}
