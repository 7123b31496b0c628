package dev.drayage.engine.internal;

import dev.drayage.call.Priority;
import dev.drayage.call.TimeSource;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.RunContexts;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.engine.internal.news.LogContext;
import dev.drayage.engine.internal.news.News;
import dev.drayage.engine.internal.news.RunNames;
import dev.drayage.engine.internal.operate.Commission;
import dev.drayage.engine.internal.operate.Conditions;
import dev.drayage.engine.internal.run.RunCoordinator;
import dev.drayage.engine.internal.turn.ActiveRuns;
import dev.drayage.engine.internal.turn.LeaseKeeper;
import dev.drayage.engine.internal.turn.Syncs;
import dev.drayage.engine.internal.view.LastRuns;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.Hint;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Begins and ends runs: one at a time of each sync, under the lease of its domain, unless its condition forbids it; tells how each
 * ended, whatever ended it. Thread-safe.
 */
final class Runs {
    private final String namespace;
    private final Syncs syncs;
    private final RunContexts contexts;
    private final ActiveRuns active;
    private final Conditions conditions;
    private final LastRuns lastRuns;
    private final RunNames names;
    private final Ledger ledger;
    private final SyncListener listener;
    private final TimeSource time;

    /** Runs of one tenant's syncs. */
    Runs(
            String namespace,
            RunContexts contexts,
            ActiveRuns active,
            Conditions conditions,
            LastRuns lastRuns,
            RunNames names) {
        this.namespace = namespace;
        this.contexts = contexts;
        this.active = active;
        this.conditions = conditions;
        this.lastRuns = lastRuns;
        this.names = names;
        this.syncs = contexts.syncs();
        this.ledger = contexts.ledger();
        this.listener = contexts.listener();
        this.time = contexts.time();
    }

    <S extends CommerceRecord> RunReport run(Sync<S> sync, RunBudget budget, Commission commission, Work work) {
        String run = names.next(time.instant());
        return LogContext.ofRun(namespace, sync.name(), run, () -> begun(sync, budget, commission, run, work));
    }

    private <S extends CommerceRecord> RunReport begun(
            Sync<S> sync, RunBudget budget, Commission commission, String run, Work work) {
        Instant now = time.instant();
        LeaseKeeper lease = syncs.lease(sync.name());
        if (!active.begin(sync.name(), budget.cancellation())) {
            String why = active.isClosed() ? "the engine is closed" : "it runs already";
            return ended(sync, now, RunReport.Ending.BUSY, why);
        }
        RunEnding ending = new RunEnding(sync.name(), now);
        boolean entered = false;
        try {
            entered = lease.enter();
            return entered
                    ? leased(sync, budget, commission, run, work, lease, ending)
                    : ended(sync, now, RunReport.Ending.BUSY, "another process holds the domain");
        } catch (RuntimeException e) {
            RunReport report = ending.because(e, time.instant());
            told(report, run, commission, ending, ErrorCode.STORE_FAILED);
            return report;
        } catch (Error e) {
            told(ending.brokenOffBy(e, time.instant()), run, commission, ending, ErrorCode.DEFECT);
            throw e;
        } finally {
            if (entered) {
                leave(lease, contexts.news(sync.name()), ending);
            }
            active.end(sync.name());
        }
    }

    /** Tells how a run ended that did not come to its own end. */
    private void told(RunReport report, String run, Commission commission, RunEnding ending, ErrorCode code) {
        if (ending.isFailed()) {
            contexts.news(report.sync()).alarm(code, report.message());
        }
        if (ending.isToBeTold()) {
            kept(commission, report);
            listener.on(new SyncEvent.RunEnded(report.sync(), time.instant(), run, commission.purpose(), report));
        }
    }

    /** What a run did stands, though the store fails when it is over; its lease runs out by itself. */
    private static void leave(LeaseKeeper lease, News news, RunEnding ending) {
        try {
            lease.leave();
        } catch (RuntimeException e) {
            if (!ending.isFailed()) {
                news.alarm(ErrorCode.STORE_FAILED, Defects.describe("giving the lease back", e));
            }
        }
    }

    private <S extends CommerceRecord> RunReport leased(
            Sync<S> sync,
            RunBudget budget,
            Commission commission,
            String name,
            Work work,
            LeaseKeeper lease,
            RunEnding ending) {
        Instant now = time.instant();
        SyncCondition condition = conditions.of(sync.name());
        boolean waits = condition.resumeAt().map(now::isBefore).orElse(true);
        if (condition.kind() == SyncCondition.Kind.PAUSED) {
            return ended(sync, now, RunReport.Ending.PAUSED, condition.message());
        }
        if (condition.kind() == SyncCondition.Kind.NEEDS_REAUTHORISATION && waits) {
            return ended(sync, now, RunReport.Ending.NEEDS_REAUTHORISATION, condition.message());
        }
        SyncState state = position(sync.name(), lease);
        Priority priority = commission.purpose() == SyncEvent.Purpose.BACKFILL
                ? Priority.BACKFILL
                : sync.policy().priority();
        RunContext<S> run = contexts.writing(sync, budget, priority, now);
        commission.act().ifPresent(act -> ledger.commit(audited(sync.name(), act), lease.current()));
        listener.on(new SyncEvent.RunStarted(sync.name(), now, name, commission.purpose()));
        ending.begun();
        Map<RecordRef, Hint> hints = new ConcurrentHashMap<>();
        RunCoordinator<S> coordinator = new RunCoordinator<>(run, state.bornAt(), hints);
        RunReport report = coordinator.run(work.feeds(run, state, hints));
        ending.done(report);
        kept(commission, report);
        conditions.remember(sync.name(), report, coordinator.stop(), run.news(), lease::current);
        listener.on(new SyncEvent.RunEnded(sync.name(), time.instant(), name, commission.purpose(), report));
        return report;
    }

    /** Where the sync stands, after what a person wished for it was done. */
    private SyncState position(String name, LeaseKeeper lease) {
        Optional<SyncState> known = ledger.sync(name);
        SyncState state = known.orElseGet(
                () -> SyncState.builder().sync(name).bornAt(time.instant()).build());
        if (known.isEmpty()) {
            ledger.commit(LedgerCommit.of(state), lease.current());
        }
        return conditions.sought(name, state, lease.current());
    }

    /** A run that reads on tells how the sync is; what people do besides does not. */
    private void kept(Commission commission, RunReport report) {
        if (commission.purpose() == SyncEvent.Purpose.CATCH_UP) {
            lastRuns.remember(report);
        }
    }

    private LedgerCommit audited(String name, Commission.Act act) {
        AuditEntry entry = new AuditEntry(name, time.instant(), act.actor(), act.action(), act.detail());
        return new LedgerCommit(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(entry));
    }

    private static RunReport ended(Sync<?> sync, Instant now, RunReport.Ending ending, String message) {
        return new RunReport(sync.name(), now, now, ending, message, 0, Map.of(), Map.of(), Optional.empty());
    }
}
