package dev.drayage.engine.internal;

import dev.drayage.call.Priority;
import dev.drayage.engine.Comparison;
import dev.drayage.engine.ComparisonReport;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.Selection;
import dev.drayage.engine.Sync;
import dev.drayage.engine.internal.compare.Comparing;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.RunContexts;
import dev.drayage.engine.internal.news.LogContext;
import dev.drayage.engine.internal.news.RunNames;
import dev.drayage.engine.internal.plan.Planner;
import dev.drayage.engine.internal.turn.ActiveRuns;
import dev.drayage.model.CommerceRecord;
import dev.drayage.store.SyncState;
import java.time.Instant;

/** Looks at both sides of a sync, beside whatever runs: without a lease, and without writing to an account. Thread-safe. */
final class Looks {
    private final String namespace;
    private final RunContexts contexts;
    private final ActiveRuns active;
    private final RunNames names;

    Looks(String namespace, RunContexts contexts, ActiveRuns active, RunNames names) {
        this.namespace = namespace;
        this.contexts = contexts;
        this.active = active;
        this.names = names;
    }

    /** What would be written. */
    <S extends CommerceRecord> Plan plan(Sync<S> sync, Selection selection) {
        if (active.isClosed()) {
            throw new IllegalStateException("the engine is closed");
        }
        Instant now = contexts.time().instant();
        RunContext<S> run =
                contexts.looking(sync, RunBudget.minutes(60), sync.policy().priority(), now);
        SyncState state = contexts.ledger()
                .sync(sync.name())
                .orElseGet(
                        () -> SyncState.builder().sync(sync.name()).bornAt(now).build());
        return new Planner<>(run, state).plan(selection);
    }

    /** What differs. */
    <S extends CommerceRecord> ComparisonReport compare(Sync<S> sync, Comparison comparison, Comparing.Asking asking) {
        Instant now = contexts.time().instant();
        String run = names.next(now);
        RunContext<S> context = contexts.looking(sync, comparison.budget(), Priority.BACKFILL, now);
        Comparing<S> comparing = new Comparing<>(context, comparison, asking);
        String name = sync.name() + " compared " + run; // of its own: only a run is one at a time
        if (!active.begin(name, comparison.budget().cancellation())) {
            throw new IllegalStateException("the engine is closed");
        }
        try {
            return LogContext.ofRun(namespace, sync.name(), run, comparing::compare);
        } finally {
            active.end(name);
        }
    }
}
