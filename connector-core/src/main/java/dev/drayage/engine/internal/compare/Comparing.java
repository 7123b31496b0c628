package dev.drayage.engine.internal.compare;

import dev.drayage.engine.Comparison;
import dev.drayage.engine.ComparisonReport;
import dev.drayage.engine.ComparisonReport.Verdict;
import dev.drayage.engine.Difference;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.internal.context.Patience;
import dev.drayage.engine.internal.context.Refusals;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.engine.internal.news.LogContext;
import dev.drayage.engine.internal.read.FetchFeed;
import dev.drayage.engine.internal.read.Reach;
import dev.drayage.engine.internal.read.WindowPages;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Census;
import dev.drayage.spi.Change;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares both sides of a sync over a window: what the source lists by its second method, then what the ledger knows of the
 * window and that method did not list. It holds no lease and writes to no account, so it may go on beside runs of the sync, here or
 * in other processes. A new one is made for each comparison; used by one thread.
 *
 * @param <S> the record that is read
 */
public final class Comparing<S extends CommerceRecord> {
    private static final int LEDGER_PAGE = 500;
    private static final int FETCHED = 16;

    private final RunContext<S> run;
    private final Comparison comparison;
    private final Asking asking;
    private final SourceTraits traits;
    private final Census<S> census;
    private final Slice.Window window;
    private final PageComparison<S> pages;
    private final Stop stop = new Stop();
    private final ListedRecords listed = new ListedRecords();
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final List<Difference> differences = new ArrayList<>();
    private Optional<Instant> comparedUntil = Optional.empty();
    private long asked;
    private long notAsked;
    private long taken;

    /**
     * A new comparison.
     *
     * @throws IllegalArgumentException if the source cannot list a window, or not yet
     */
    public Comparing(RunContext<S> run, Comparison comparison, Asking asking) {
        this.run = run;
        this.comparison = comparison;
        this.asking = asking;
        RecordSource<S> source = run.sync().source();
        this.traits = source.traits();
        Optional<Census<S>> second = source.census();
        if (second.isEmpty() && traits.kind() == SourceTraits.Kind.BACKLOG) {
            throw new IllegalArgumentException("sync " + run.sync().name()
                    + " reads what waits, not windows, and its source has no census: no window of it can be listed");
        }
        this.census = second.orElseGet(() -> new OrdinaryReading<>(source));
        this.window = shown(comparison.window());
        this.pages = new PageComparison<>(run);
    }

    /** Asks a sync to work on records; false if it may not be asked now. */
    public interface Asking {
        boolean ask(List<RecordRef> refs);
    }

    /** The part of a window that the source shows completely by now. */
    private Slice.Window shown(Slice.Window asked) {
        Instant latest = run.time().instant().minus(traits.settleDelay());
        if (!asked.from().isBefore(latest)) {
            throw new IllegalArgumentException("the window must begin before " + latest
                    + ", up to which the source of sync " + run.sync().name() + " shows everything");
        }
        return asked.to().isAfter(latest) ? new Slice.Window(asked.from(), latest) : asked;
    }

    public ComparisonReport compare() {
        try {
            list();
        } catch (RuntimeException e) {
            if (!stop.becauseOf(e)) {
                stop.because(RunReport.Ending.FAILED, Defects.describe("comparing", e));
            }
        }
        String unasked = notAsked == 0
                ? ""
                : "another process runs the sync: " + notAsked
                        + " records were not asked for; hint them, or compare again";
        return new ComparisonReport(
                run.sync().name(),
                window.from(),
                window.to(),
                census.method(),
                run.sync().source().census().isPresent(),
                stop.ending(RunReport.Ending.CAUGHT_UP),
                stop.message().isEmpty() ? unasked : stop.message(),
                comparedUntil,
                verdicts,
                differences,
                asked);
    }

    private void list() {
        WindowPages<S> listing = new WindowPages<>(
                run.sync().sourceAccount(),
                traits,
                window,
                (span, at) -> Patience.call(
                        run,
                        () -> Refusals.named(run.sync().sourceAccount(), () -> census.list(span, at, run.call()))));
        while (!listing.ended() && goesOn()) {
            Reach reach = reach();
            Page<S> page = listing.next();
            take(page.changes(), reach);
            if (listing.spanEnded() && comparedWithLedger(listing.span())) {
                comparedUntil = Optional.of(listing.span().to());
            }
        }
        if (listing.heldBack()) {
            stop.because(
                    RunReport.Ending.BUDGET,
                    "the source shows no more than what changed before "
                            + listing.span().to() + " completely: compare the rest later");
        }
    }

    private boolean goesOn() {
        if (run.budget().cancellation().isCancelled()) {
            stop.because(RunReport.Ending.CANCELLED, "");
        } else if (listed.isFull()) {
            stop.because(
                    RunReport.Ending.BUDGET,
                    "a comparison takes " + ListedRecords.MOST + " records at most: go on from "
                            + comparedUntil.orElse(window.from()));
        } else if (taken >= run.budget().records() || !run.time().instant().isBefore(run.endBy())) {
            stop.because(RunReport.Ending.BUDGET, "");
        }
        return !stop.stopped();
    }

    /** What the sync has read: what lies within and is in no ledger was not seen. */
    private Reach reach() {
        if (traits.kind() == SourceTraits.Kind.BACKLOG) {
            return new Reach(Optional.empty(), Optional.of(window.to()));
        }
        Optional<SyncState> state = run.ledger().sync(run.sync().name());
        return new Reach(run.goLive().or(() -> state.map(SyncState::bornAt)), state.flatMap(SyncState::watermark));
    }

    private void take(List<Change<S>> changes, Reach reach) {
        taken += changes.size();
        List<Change<S>> fresh =
                changes.stream().filter(change -> listed.add(change.ref())).toList();
        if (!fresh.isEmpty()) {
            tell(pages.compare(fresh, reach));
        }
    }

    /** What the ledger knows of a stretch and was not listed there: the source may have lost it. False if that was not ended. */
    private boolean comparedWithLedger(Slice.Window span) {
        Optional<RecordRef> after = Optional.empty();
        List<RecordEntry> page;
        do {
            page = run.ledger()
                    .records(RecordQuery.builder()
                            .sync(run.sync().name())
                            .changedFrom(span.from())
                            .changedBefore(span.to())
                            .after(after)
                            .limit(LEDGER_PAGE)
                            .build());
            List<RecordRef> booked = new ArrayList<>();
            for (RecordEntry entry : page) {
                after = Optional.of(entry.ref());
                if (listed.contains(entry.ref())) {
                    continue;
                }
                if (entry.state() == RecordState.SETTLED) {
                    booked.add(entry.ref());
                } else if (listed.add(entry.ref())) {
                    tell(List.of(SourceSide.byLedger(entry)));
                }
            }
            if (!compared(booked)) {
                return false;
            }
        } while (page.size() == LEDGER_PAGE);
        return true;
    }

    private boolean compared(List<RecordRef> booked) {
        for (int from = 0; from < booked.size(); from += FETCHED) {
            if (!goesOn()) {
                return false;
            }
            Reach reach = reach();
            List<Change<S>> changes = new ArrayList<>();
            for (RecordRef ref : booked.subList(from, Math.min(from + FETCHED, booked.size()))) {
                run.budget().cancellation().check();
                changes.add(LogContext.ofRecord(ref, () -> FetchFeed.fetch(run, ref)));
            }
            take(changes, reach);
        }
        return true;
    }

    private void tell(List<Compared> page) {
        List<RecordRef> bookable = page.stream()
                .filter(one -> comparison.booking() && one.verdict().isDifference() && one.bookable())
                .map(Compared::ref)
                .toList();
        boolean wasAsked = !bookable.isEmpty() && asking.ask(bookable);
        if (wasAsked) {
            asked += bookable.size();
        } else {
            notAsked += bookable.size();
        }
        for (Compared one : page) {
            verdicts.merge(one.verdict(), 1L, Long::sum);
            if (one.verdict().isDifference()) {
                Difference difference = one.difference(wasAsked && one.bookable());
                comparison.listener().accept(difference);
                if (differences.size() < comparison.most()) {
                    differences.add(difference);
                }
            }
        }
    }
}
