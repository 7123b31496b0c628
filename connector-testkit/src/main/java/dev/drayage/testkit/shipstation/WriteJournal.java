package dev.drayage.testkit.shipstation;

import java.util.ArrayList;
import java.util.List;

/** Every write that was carried out, oldest first. Thread-safe. */
public final class WriteJournal {
    private final List<AcceptedWrite> writes = new ArrayList<>();

    WriteJournal() {}

    synchronized void add(AcceptedWrite write) {
        writes.add(write);
    }

    /** How many writes of one kind were carried out. */
    public synchronized long count(AcceptedWrite.Kind kind) {
        return writes.stream().filter(write -> write.kind() == kind).count();
    }

    /** All writes. */
    public synchronized List<AcceptedWrite> writes() {
        return List.copyOf(writes);
    }

    /** Writes to the shipment with one external id. */
    public synchronized List<AcceptedWrite> writesTo(String externalShipmentId) {
        return writes.stream()
                .filter(write -> write.externalShipmentId().equals(externalShipmentId))
                .toList();
    }
}
