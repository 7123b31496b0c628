package dev.drayage.engine.internal.read;

import dev.drayage.engine.internal.context.Patience;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Page;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import dev.drayage.store.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a source from where the sync stands: window after window up to the server's settled past, or a backlog until it is
 * empty. Windows are half-open, cut to the source's precision, and the first one that a run opens begins an overlap before the
 * watermark (guarantee G1).
 */
public final class SliceFeed<S extends CommerceRecord> implements Feed<S> {
    private final RunContext<S> run;
    private final SourceTraits traits;
    private final Set<Cursor> seen = new HashSet<>();
    private SyncState position;
    /** How far this run reads; a clock that goes on meanwhile is the next run's matter. */
    private final Instant target;

    /** Whether this run has not opened a window yet. */
    private boolean first = true;

    private boolean ended;

    public SliceFeed(RunContext<S> run, SyncState position) {
        this.run = run;
        this.traits = run.sync().source().traits();
        this.position = position;
        this.target = floor(run.time().instant().minus(traits.settleDelay()));
    }

    @Override
    public Optional<Batch<S>> next() {
        return traits.kind() == SourceTraits.Kind.BACKLOG ? nextOfBacklog() : nextOfWindows();
    }

    private Optional<Batch<S>> nextOfBacklog() {
        if (ended) {
            return Optional.empty();
        }
        Page<S> page = read(new Slice.Backlog());
        ended = page.next().isEmpty();
        position = SyncState.builder().from(position).cursor(page.next()).build();
        return Optional.of(new Batch<>(page.changes(), new PageMark(Optional.empty()), Why.READ));
    }

    /** What a page says is not complete is cut off its window, for this run and for those that go on after it. */
    private Optional<Batch<S>> nextOfWindows() {
        if (ended) {
            return Optional.empty();
        }
        if (position.window().isEmpty()) {
            Optional<Slice.Window> window = window();
            if (window.isEmpty()) {
                return Optional.empty();
            }
            position = SyncState.builder()
                    .from(position)
                    .window(window)
                    .cursor(Optional.empty())
                    .build();
            seen.clear();
            first = false; // an earlier run left it open: the next one goes back before its end
        }
        Slice.Window window = position.window().orElseThrow();
        Page<S> page = read(window);
        Instant end = page.completeUntil()
                .filter(until -> until.isBefore(window.to()))
                .orElse(window.to());
        if (page.next().isPresent() && !end.isAfter(window.from())) {
            ended = true; // nothing that follows could be counted on
            return Optional.of(new Batch<>(page.changes(), new PageMark(Optional.empty()), Why.READ));
        }
        SyncState.Builder after = SyncState.builder().from(position);
        if (page.next().isPresent()) {
            after.window(new Slice.Window(window.from(), end)).cursor(page.next());
        } else {
            Instant mark = position.watermark().filter(old -> old.isAfter(end)).orElse(end);
            after.watermark(mark).window(Optional.empty()).cursor(Optional.empty());
            if (mark.equals(position.watermark().orElse(window.from()))) {
                ended = true; // the source holds back what is new: nothing more to see now
            }
        }
        position = after.build();
        return Optional.of(new Batch<>(page.changes(), new PageMark(Optional.of(position)), Why.READ));
    }

    private Page<S> read(Slice slice) {
        Page<S> page;
        try {
            page = Patience.read(run, slice, position.cursor());
        } catch (CursorExpiredException e) {
            position =
                    SyncState.builder().from(position).cursor(Optional.empty()).build();
            seen.clear();
            page = Patience.read(run, slice, Optional.empty());
        }
        if (page.next().isPresent() && !seen.add(page.next().get())) {
            throw new UnavailableException(
                    ErrorCode.ANSWER_MALFORMED, run.sync().sourceAccount() + " answers the same page token again");
        }
        return page;
    }

    private Optional<Slice.Window> window() {
        Instant settled = target;
        Instant base = position.watermark().or(run::goLive).orElse(position.bornAt());
        Instant from = floor(first && position.watermark().isPresent() ? base.minus(overlap()) : base);
        Instant longest = from.plus(traits.maxSpan());
        Instant to = longest.isBefore(settled) ? longest : settled;
        boolean progress = position.watermark().map(to::isAfter).orElse(true);
        return from.isBefore(to) && progress ? Optional.of(new Slice.Window(from, to)) : Optional.empty();
    }

    /** As the policy says, though not so long that a window of the source's longest span would end where the last one did. */
    private Duration overlap() {
        Duration half = traits.maxSpan().dividedBy(2);
        Duration wanted = run.sync().policy().overlap();
        return wanted.compareTo(half) < 0 ? wanted : half;
    }

    private Instant floor(Instant instant) {
        Duration grain = traits.precision();
        if (grain.isZero()) {
            return instant;
        }
        long nanos = grain.toNanos();
        long sinceEpoch =
                Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        long cut = Math.floorDiv(sinceEpoch, nanos) * nanos;
        return Instant.ofEpochSecond(Math.floorDiv(cut, 1_000_000_000L), Math.floorMod(cut, 1_000_000_000L));
    }
}
