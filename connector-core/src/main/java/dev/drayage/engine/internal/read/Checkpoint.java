package dev.drayage.engine.internal.read;

import dev.drayage.store.SyncState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Pages in the order they were read; only the contiguous head of finished ones moves the checkpoint (guarantee G1). */
public final class Checkpoint {
    private final Deque<PageMark> pages = new ArrayDeque<>();
    private Optional<Instant> readUntil = Optional.empty();

    /** Up to where the finished head reaches in a window that moves no checkpoint. */
    public Optional<Instant> readUntil() {
        return readUntil;
    }

    public void add(PageMark page) {
        pages.addLast(page);
    }

    /** Where the sync stands after the finished head, if the head moved. */
    public Optional<SyncState> advance() {
        Optional<SyncState> newest = Optional.empty();
        while (!pages.isEmpty() && pages.getFirst().done()) {
            PageMark page = pages.removeFirst();
            if (page.after.isPresent()) {
                newest = page.after;
            }
            if (page.readUntil.isPresent()) {
                readUntil = page.readUntil;
            }
        }
        return newest;
    }
}
