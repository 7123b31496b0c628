package dev.drayage.engine.internal;

import dev.drayage.engine.Plan;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.plan.PlannedFeed;
import dev.drayage.engine.internal.plan.Planner;
import dev.drayage.engine.internal.read.DueRecords;
import dev.drayage.engine.internal.read.Feed;
import dev.drayage.engine.internal.read.FetchFeed;
import dev.drayage.engine.internal.read.HintedRecords;
import dev.drayage.engine.internal.read.SliceFeed;
import dev.drayage.engine.internal.read.WindowFeed;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Slice;
import dev.drayage.store.Hint;
import dev.drayage.store.Ledger;
import dev.drayage.store.SyncState;
import java.util.List;
import java.util.Map;

/** Which records a run works on, and in which order. */
interface Work {

    /**
     * The feeds of a run, in the order in which they are worked off.
     *
     * @param hints filled as hints are read: which wish a record serves
     */
    <S extends CommerceRecord> List<Feed<S>> feeds(RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints);

    /** What somebody hinted, what is due again, then everything that the source has changed. */
    static Work catchUp() {
        return new Work() {
            @Override
            public <S extends CommerceRecord> List<Feed<S>> feeds(
                    RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints) {
                Ledger ledger = run.ledger();
                String name = run.sync().name();
                return List.of(
                        new FetchFeed<>(run, new HintedRecords(ledger, name, hints)),
                        new FetchFeed<>(
                                run,
                                FetchFeed.asked(
                                        Feed.Why.DUE,
                                        new DueRecords(
                                                ledger,
                                                name,
                                                run.sync().policy().alarmAfter(),
                                                run.time().instant()))),
                        new SliceFeed<>(run, state));
            }
        };
    }

    /** A window once more. */
    static Work window(Slice.Window window) {
        return new Work() {
            @Override
            public <S extends CommerceRecord> List<Feed<S>> feeds(
                    RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints) {
                return List.of(new WindowFeed<>(run, window));
            }
        };
    }

    /**
     * One record, now.
     *
     * @param kept whether a later run shall book it should this process die
     */
    static Work push(RecordRef ref, boolean kept) {
        return new Work() {
            @Override
            public <S extends CommerceRecord> List<Feed<S>> feeds(
                    RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints) {
                Ledger ledger = run.ledger();
                String name = run.sync().name();
                if (kept) {
                    ledger.push(name, ref);
                }
                ledger.hint(name, ref).ifPresent(hint -> hints.put(ref, hint));
                return List.of(new FetchFeed<>(
                        run, FetchFeed.asked(Feed.Why.PUSHED, List.of(ref).iterator())));
            }
        };
    }

    /** What a plan names, as far as nothing has moved since. */
    static Work planned(Plan plan) {
        return new Work() {
            @Override
            public <S extends CommerceRecord> List<Feed<S>> feeds(
                    RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints) {
                return List.of(new PlannedFeed<>(run, new Planner<>(run, state), plan));
            }
        };
    }
}
