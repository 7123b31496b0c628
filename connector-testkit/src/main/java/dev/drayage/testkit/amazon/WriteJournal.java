package dev.drayage.testkit.amazon;

import java.util.ArrayList;
import java.util.List;

/** Every write that was accepted, oldest first. Thread-safe. */
public final class WriteJournal {
    private final List<AcceptedWrite> writes = new ArrayList<>();
    private final List<AcceptedSubmission> submissions = new ArrayList<>();

    WriteJournal() {}

    synchronized void add(AcceptedWrite write) {
        writes.add(write);
    }

    synchronized void add(AcceptedSubmission submission) {
        submissions.add(submission);
    }

    /** How many writes were accepted, confirmations and submissions of listings. */
    public synchronized long count() {
        return (long) writes.size() + submissions.size();
    }

    /** How many confirmations of one kind were accepted. */
    public synchronized long count(AcceptedWrite.Kind kind) {
        return writes.stream().filter(write -> write.kind() == kind).count();
    }

    /** All accepted confirmations. */
    public synchronized List<AcceptedWrite> writes() {
        return List.copyOf(writes);
    }

    /** All accepted submissions of listings. */
    public synchronized List<AcceptedSubmission> submissions() {
        return List.copyOf(submissions);
    }

    /** Accepted writes to one order. */
    public synchronized List<AcceptedWrite> writesTo(String orderId) {
        return writes.stream().filter(write -> write.orderId().equals(orderId)).toList();
    }
}
