package dev.drayage.testkit.netsuite;

import java.util.Map;
import java.util.TreeMap;

/** How many requests of which kind came in, how many were turned down, and how many ran at once. Thread-safe. */
public final class RequestCounts {
    private final Map<String, Long> byOperation = new TreeMap<>();
    private final Map<Integer, Long> refusedByStatus = new TreeMap<>();
    private int running;
    private int peak;

    /**
     * Requests by kind: {@code token}, {@code suiteql}, {@code metadata}, {@code governanceLimits}, or verb and record
     * type such as {@code create salesOrder}, {@code read}, {@code list}, {@code update}, {@code upsert},
     * {@code delete}, {@code transform} (with the target type). Refused ones are included.
     */
    public synchronized Map<String, Long> byOperation() {
        return Map.copyOf(byOperation);
    }

    /** Requests of one kind. */
    public synchronized long of(String operation) {
        return byOperation.getOrDefault(operation, 0L);
    }

    /** Refused requests by HTTP status, planned faults that answer with a status included. */
    public synchronized Map<Integer, Long> refusedByStatus() {
        return Map.copyOf(refusedByStatus);
    }

    /** Requests turned down with one HTTP status. */
    public synchronized long refused(int status) {
        return refusedByStatus.getOrDefault(status, 0L);
    }

    /** The most requests that this account worked on at one moment, slots taken by other clients left out. */
    public synchronized int peakConcurrency() {
        return peak;
    }

    /** Requests being worked on now. */
    public synchronized int running() {
        return running;
    }

    synchronized void count(String operation) {
        byOperation.merge(operation, 1L, Long::sum);
    }

    synchronized void countRefusal(int status) {
        refusedByStatus.merge(status, 1L, Long::sum);
    }

    /** Takes a slot unless {@code free} are taken already. */
    synchronized boolean enter(int free) {
        if (running >= free) {
            return false;
        }
        running++;
        peak = Math.max(peak, running);
        return true;
    }

    synchronized void leave() {
        running--;
    }
}
