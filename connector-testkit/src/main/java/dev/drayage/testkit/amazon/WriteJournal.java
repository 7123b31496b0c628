package dev.drayage.testkit.amazon;

import java.util.ArrayList;
import java.util.List;

/** Every write that was accepted, oldest first. Thread-safe. */
public final class WriteJournal {
    private final List<AcceptedWrite> writes = new ArrayList<>();

    WriteJournal() {}

    synchronized void add(AcceptedWrite write) {
        writes.add(write);
    }

    /** How many writes were accepted. */
    public synchronized long count() {
        return writes.size();
    }

    /** How many writes of one kind were accepted. */
    public synchronized long count(AcceptedWrite.Kind kind) {
        return writes.stream().filter(write -> write.kind() == kind).count();
    }

    /** All accepted writes. */
    public synchronized List<AcceptedWrite> writes() {
        return List.copyOf(writes);
    }

    /** Accepted writes to one order. */
    public synchronized List<AcceptedWrite> writesTo(String orderId) {
        return writes.stream().filter(write -> write.orderId().equals(orderId)).toList();
    }
}
