package dev.drayage.engine.internal.read;

import dev.drayage.spi.Slice;
import dev.drayage.store.SyncState;
import java.time.Instant;
import java.util.Optional;

/**
 * One page that was read and how many of its records have not been recorded yet. The checkpoint may move over it only when
 * none is left and every earlier page is done (guarantee G1). Used by the coordinator's thread only.
 */
public final class PageMark {
    /** Where the sync stands once this page is done; empty if the page moves no checkpoint. */
    final Optional<SyncState> after;

    /** Up to where a window was read that moves no checkpoint, once this page is done. */
    final Optional<Instant> readUntil;

    private int unrecorded;
    private boolean spoiled;

    public PageMark(Optional<SyncState> after) {
        this(after, Optional.empty());
    }

    private PageMark(Optional<SyncState> after, Optional<Instant> readUntil) {
        this.after = after;
        this.readUntil = readUntil;
    }

    /** The last page of a stretch that moves no checkpoint. */
    static PageMark endOf(Slice.Window span) {
        return new PageMark(Optional.empty(), Optional.of(span.to()));
    }

    public void add() {
        unrecorded++;
    }

    public void recorded() {
        unrecorded--;
    }

    /** A record of it was neither recorded nor left open in the ledger: it must be read again. */
    public void spoil() {
        spoiled = true;
    }

    boolean done() {
        return unrecorded == 0 && !spoiled;
    }
}
