package dev.drayage.testkit.netsuite;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** What a test can turn while the account runs. Thread-safe. */
final class AccountSwitches {
    private final Set<String> deniedRecords = new HashSet<>();
    private final Queue<PageFault> pageFaults = new ArrayDeque<>();
    private Duration queryLag = Duration.ZERO;
    private int occupiedSlots;
    private boolean credentialsRejected;

    synchronized Duration queryLag() {
        return queryLag;
    }

    synchronized void queryLag(Duration lag) {
        queryLag = lag;
    }

    synchronized int occupiedSlots() {
        return occupiedSlots;
    }

    synchronized void occupiedSlots(int slots) {
        occupiedSlots = slots;
    }

    synchronized boolean credentialsRejected() {
        return credentialsRejected;
    }

    synchronized void credentialsRejected(boolean rejected) {
        credentialsRejected = rejected;
    }

    synchronized void deny(String recordType) {
        deniedRecords.add(recordType.toLowerCase(Locale.ROOT));
    }

    synchronized void grant(String recordType) {
        deniedRecords.remove(recordType.toLowerCase(Locale.ROOT));
    }

    synchronized boolean denied(String recordType) {
        return !deniedRecords.isEmpty() && deniedRecords.contains(recordType.toLowerCase(Locale.ROOT));
    }

    synchronized void nextPages(int pages, PageFault fault) {
        for (int i = 0; i < pages; i++) {
            pageFaults.add(fault);
        }
    }

    synchronized Optional<PageFault> takePageFault() {
        return Optional.ofNullable(pageFaults.poll());
    }
}
