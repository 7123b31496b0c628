package dev.drayage.engine.internal;

import dev.drayage.store.SyncState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Pages in the order they were read; only the contiguous head of finished ones moves the checkpoint (guarantee G1). */
final class Checkpoint {
    private final Deque<PageMark> pages = new ArrayDeque<>();

    void add(PageMark page) {
        pages.addLast(page);
    }

    /** Where the sync stands after the finished head, if the head moved. */
    Optional<SyncState> advance() {
        Optional<SyncState> newest = Optional.empty();
        while (!pages.isEmpty() && pages.getFirst().done()) {
            PageMark page = pages.removeFirst();
            if (page.after.isPresent()) {
                newest = page.after;
            }
        }
        return newest;
    }
}
