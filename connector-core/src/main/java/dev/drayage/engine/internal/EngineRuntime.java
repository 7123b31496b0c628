package dev.drayage.engine.internal;

import dev.drayage.call.TimeSource;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Selection;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncListener;
import dev.drayage.engine.SyncOperations;
import dev.drayage.engine.WorkFilter;
import dev.drayage.engine.internal.context.RunContexts;
import dev.drayage.engine.internal.news.Listeners;
import dev.drayage.engine.internal.news.RunNames;
import dev.drayage.engine.internal.operate.Commission;
import dev.drayage.engine.internal.operate.Conditions;
import dev.drayage.engine.internal.operate.Interventions;
import dev.drayage.engine.internal.turn.ActiveRuns;
import dev.drayage.engine.internal.turn.Gate;
import dev.drayage.engine.internal.turn.Lanes;
import dev.drayage.engine.internal.turn.LeaseKeeper;
import dev.drayage.engine.internal.turn.Syncs;
import dev.drayage.engine.internal.turn.Turn;
import dev.drayage.engine.internal.view.LastRuns;
import dev.drayage.engine.internal.view.Views;
import dev.drayage.store.Ledger;
import dev.drayage.store.SyncStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What stands behind a {@link dev.drayage.engine.SyncEngine}: wires its parts and hands on what is asked of it. Thread-safe. */
public final class EngineRuntime {
    private final Syncs syncs;
    private final ActiveRuns active;
    private final RunContexts contexts;
    private final Runs runs;
    private final Looks looks;
    private final Interventions interventions;
    private final Views views;

    /** Wires an engine; the builder has checked the parts. */
    public EngineRuntime(
            String namespace,
            SyncStore store,
            List<Sync<?>> flows,
            List<SyncListener> listeners,
            Optional<Instant> goLive,
            TimeSource time,
            Executor executor,
            Supplier<Gate> gates,
            String node,
            Duration leaseTime) {
        Ledger ledger = store.ledger(namespace);
        RunNames names = new RunNames();
        LastRuns lastRuns = new LastRuns(store.connectorState(namespace, LastRuns.ENGINE));
        Conditions conditions = new Conditions(ledger, time, new Turn(gates.get()));
        syncs = new Syncs(flows, domain -> new LeaseKeeper(store.leases(namespace), domain, node, leaseTime, time));
        active = new ActiveRuns(time, gates.get());
        contexts = new RunContexts(
                syncs, ledger, new Listeners(listeners), goLive, time, executor, gates, new Lanes(gates.get()));
        runs = new Runs(namespace, contexts, active, conditions, lastRuns, names);
        looks = new Looks(namespace, contexts, active, names);
        interventions = new Interventions(syncs, active, ledger, conditions, new Turn(gates.get()));
        views = new Views(ledger, lastRuns, syncs, time);
    }

    /** The names of the syncs. */
    public List<String> syncNames() {
        return syncs.names();
    }

    /** What can be asked without a run. */
    public Views views() {
        return views;
    }

    /** The tenant's ledger. */
    public Ledger ledger() {
        return contexts.ledger();
    }

    /** Runs a sync. */
    public RunReport run(String name, RunBudget budget) {
        return runs.run(syncs.named(name), budget, Commission.catchUp(), Work.catchUp());
    }

    /** What would be written. */
    public Plan plan(String name, Selection selection) {
        return looks.plan(syncs.named(name), selection);
    }

    /** What people do to a sync. */
    public SyncOperations operations(String name, String actor) {
        return new LedgerOperations(syncs.named(name), actor, contexts, runs, looks, interventions);
    }

    /** Takes up unsettled records again. */
    public long retry(WorkFilter filter, String actor) {
        Collection<String> chosen = filter.syncs().isEmpty() ? syncs.names() : filter.syncs();
        return chosen.stream()
                .sorted()
                .mapToLong(name -> operations(name, actor).retry(filter))
                .sum();
    }

    /** Cancels what runs and waits for it to end, at most as long as one call may take. */
    public void close() {
        active.close(syncs.longestCall());
    }
}
