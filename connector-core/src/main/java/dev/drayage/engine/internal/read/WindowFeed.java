package dev.drayage.engine.internal.read;

import dev.drayage.engine.internal.context.Patience;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Page;
import dev.drayage.spi.Slice;
import java.util.Optional;

/** Reads one window from start to end and moves no checkpoint: backfill beside the live sync (guarantee G12). */
public final class WindowFeed<S extends CommerceRecord> implements Feed<S> {
    private final WindowPages<S> pages;

    public WindowFeed(RunContext<S> run, Slice.Window window) {
        this.pages = new WindowPages<>(
                run.sync().sourceAccount(),
                run.sync().source().traits(),
                window,
                (span, at) -> Patience.read(run, span, at));
    }

    @Override
    public Optional<Batch<S>> next() {
        if (pages.ended()) {
            return Optional.empty();
        }
        Page<S> page = pages.next();
        PageMark mark = pages.spanEnded() ? PageMark.endOf(pages.span()) : new PageMark(Optional.empty());
        return Optional.of(new Batch<>(page.changes(), mark, Why.READ));
    }
}
