package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.JournaledWrite.Operation;
import dev.drayage.testkit.netsuite.JournaledWrite.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every accepted write in the order it happened; refused requests leave no trace here. Thread-safe. */
public final class WriteJournal {
    private final List<JournaledWrite> writes = new ArrayList<>();

    synchronized void add(Instant at, Origin origin, Operation operation, StoredRecord record) {
        writes.add(new JournaledWrite(
                writes.size() + 1L, at, origin, operation, record.type(), record.id(), record.externalId()));
    }

    /** All writes so far, seeds left out. */
    public synchronized List<JournaledWrite> writes() {
        return writes.stream().filter(write -> write.origin() != Origin.SEED).toList();
    }

    /** How many requests over the wire did {@code operation} to records of {@code recordType}. */
    public synchronized long count(String recordType, Operation operation) {
        return writes.stream()
                .filter(write -> write.origin() == Origin.API
                        && write.operation() == operation
                        && write.recordType().equals(recordType))
                .count();
    }

    /** Writes that touched one record, over the wire and by hand. */
    public synchronized List<JournaledWrite> writesTo(String recordType, String id) {
        return writes.stream()
                .filter(write ->
                        write.recordType().equals(recordType) && write.id().equals(id))
                .toList();
    }
}
