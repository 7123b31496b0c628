package dev.drayage.engine.internal;

import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.Slice;
import java.util.Optional;

/** Reads one window from start to end and moves no checkpoint: backfill beside the live sync (guarantee G12). */
final class WindowFeed<S extends CommerceRecord> implements Feed<S> {
    private final RunContext<S> run;
    private final Slice.Window window;
    private Optional<Cursor> cursor = Optional.empty();
    private boolean ended;

    WindowFeed(RunContext<S> run, Slice.Window window) {
        this.run = run;
        this.window = window;
    }

    @Override
    public Optional<Batch<S>> next() {
        if (ended) {
            return Optional.empty();
        }
        Page<S> page = Patience.read(run, window, cursor);
        cursor = page.next();
        ended = cursor.isEmpty();
        return Optional.of(new Batch<>(page.changes(), new PageMark(Optional.empty()), Why.READ));
    }
}
