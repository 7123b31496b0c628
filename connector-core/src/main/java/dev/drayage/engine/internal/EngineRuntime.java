package dev.drayage.engine.internal;

import dev.drayage.call.Cancellation;
import dev.drayage.call.Fence;
import dev.drayage.call.Priority;
import dev.drayage.call.TimeSource;
import dev.drayage.engine.Comparison;
import dev.drayage.engine.ComparisonReport;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Selection;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import dev.drayage.engine.SyncOperations;
import dev.drayage.engine.WorkFilter;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Slice;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.Hint;
import dev.drayage.store.Horizon;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import dev.drayage.store.SyncStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** What stands behind a {@link dev.drayage.engine.SyncEngine}: wires runs, leases and operations. Thread-safe. */
public final class EngineRuntime {
    private final String namespace;
    private final Map<String, Sync<?>> syncs = new LinkedHashMap<>();
    private final Map<String, String> domains;
    private final Map<String, LeaseKeeper> leases = new HashMap<>();
    private final ActiveRuns active;
    private final Ledger ledger;
    private final SyncListener listener;
    private final Optional<Instant> goLive;
    private final TimeSource time;
    private final Executor executor;
    private final Supplier<Gate> gates;
    private final Lanes lanes;
    private final Conditions conditions;
    private final LastRuns lastRuns;
    private final RunNames runNames = new RunNames();

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
        this.namespace = namespace;
        this.ledger = store.ledger(namespace);
        this.listener = new Listeners(listeners);
        this.goLive = goLive;
        this.time = time;
        this.active = new ActiveRuns(time, gates.get());
        this.executor = executor;
        this.gates = gates;
        this.lanes = new Lanes(gates.get());
        this.conditions = new Conditions(ledger, time, new Turn(gates.get()));
        this.lastRuns = new LastRuns(store.connectorState(namespace, LastRuns.ENGINE));
        this.domains = Domains.of(flows);
        Map<String, LeaseKeeper> perDomain = new HashMap<>();
        for (Sync<?> sync : flows) {
            syncs.put(sync.name(), sync);
            String domain = domains.getOrDefault(sync.name(), sync.name());
            leases.put(
                    sync.name(),
                    perDomain.computeIfAbsent(
                            domain, name -> new LeaseKeeper(store.leases(namespace), name, node, leaseTime, time)));
        }
    }

    /** The names of the syncs. */
    public List<String> syncNames() {
        return List.copyOf(syncs.keySet());
    }

    /** What can be asked without a run. */
    public Views views() {
        return new Views(ledger, lastRuns, syncs, domains, time);
    }

    /** The tenant's ledger. */
    public Ledger ledger() {
        return ledger;
    }

    /** Runs a sync. */
    public RunReport run(String name, RunBudget budget) {
        return start(sync(name), budget, Commission.catchUp(), new Work() {
            @Override
            public <S extends CommerceRecord> List<Feed<S>> feeds(
                    RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints) {
                return everything(run, state, hints);
            }
        });
    }

    /** Reads a window again. */
    RunReport backfill(String name, Slice.Window window, RunBudget budget, Commission commission) {
        return start(sync(name), budget, commission, new Work() {
            @Override
            public <S extends CommerceRecord> List<Feed<S>> feeds(
                    RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints) {
                return List.of(new WindowFeed<>(run, window));
            }
        });
    }

    /** Fetches one record and books it. */
    RunReport push(
            String name, RecordRef ref, Optional<UnaryOperator<CommerceRecord>> override, Commission commission) {
        return start(corrected(sync(name), override), RunBudget.minutes(10), commission, new Work() {
            @Override
            public <S extends CommerceRecord> List<Feed<S>> feeds(
                    RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints) {
                if (override.isEmpty()) {
                    ledger.hint(name, List.of(ref)); // should this process die, a later run books it
                }
                ledger.hints(name, Optional.empty(), Integer.MAX_VALUE).stream()
                        .filter(hint -> hint.ref().equals(ref))
                        .forEach(hint -> hints.put(ref, hint));
                return List.of(new FetchFeed<>(run, List.of(ref).iterator(), Feed.Why.PUSHED));
            }
        });
    }

    private static <S extends CommerceRecord> Sync<S> corrected(
            Sync<S> sync, Optional<UnaryOperator<CommerceRecord>> override) {
        return override.map(correction ->
                        sync.translatedBy(new Overriding<>(sync.translation(), sync.sourceType(), correction)))
                .orElse(sync);
    }

    /** What would be written. */
    public Plan plan(String name, Selection selection) {
        return plan(sync(name), selection);
    }

    /** Compares both sides; holds no lease, so it is beside whatever runs. */
    ComparisonReport compare(String name, Comparison comparison, Comparing.Asking asking) {
        return compare(sync(name), comparison, asking);
    }

    private <S extends CommerceRecord> ComparisonReport compare(
            Sync<S> sync, Comparison comparison, Comparing.Asking asking) {
        Instant now = time.instant();
        String run = runNames.next(now);
        RunContext<S> context =
                context(sync, comparison.budget(), lease(sync.name()), Fence.none(), Priority.BACKFILL, now);
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

    /** Carries out a plan. */
    RunReport apply(Plan plan, Commission commission) {
        return start(sync(plan.sync()), RunBudget.minutes(60), commission, new Work() {
            @Override
            public <S extends CommerceRecord> List<Feed<S>> feeds(
                    RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints) {
                return List.of(new PlannedFeed<>(run, new Planner<>(run, state), plan));
            }
        });
    }

    /** What people do to a sync. */
    public SyncOperations operations(String name, String actor) {
        return new LedgerOperations(sync(name).name(), actor, this);
    }

    /** Takes up unsettled records again. */
    public long retry(WorkFilter filter, String actor) {
        Collection<String> chosen = filter.syncs().isEmpty() ? syncs.keySet() : filter.syncs();
        return chosen.stream()
                .sorted()
                .mapToLong(name -> operations(name, actor).retry(filter))
                .sum();
    }

    /** Cancels what runs and waits for it to end, at most as long as one call may take. */
    public void close() {
        active.close(syncs.values().stream()
                .map(sync -> sync.policy().callTimeout())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO));
    }

    TimeSource time() {
        return time;
    }

    Optional<Instant> goLive() {
        return goLive;
    }

    /**
     * Commits something about a sync that does not run now.
     *
     * @throws IllegalStateException if it runs, here or in another process
     */
    void commitIdle(String name, LedgerCommit commit) {
        idle(name, lease -> {
            ledger.commit(commit, lease);
            return 0;
        });
    }

    /**
     * Takes a batch of what ended out of the ledger of a sync that does not run now; returns how much went.
     *
     * @throws IllegalStateException if it runs, here or in another process
     */
    long forgetIdle(String name, Horizon horizon) {
        return idle(name, lease -> ledger.forget(horizon, lease));
    }

    /** Whether a sync's records tell what was told last of each level, which is no history and stays. */
    boolean keepsLevels(String name) {
        return sync(name).sourceType().equals(RecordType.INVENTORY_LEVEL);
    }

    private long idle(String name, ToLongFunction<Lease> work) {
        if (!active.begin(name, new Cancellation())) {
            throw new IllegalStateException(
                    "sync " + name + " runs now, or the engine is closed; try again when the run has ended");
        }
        try {
            return leased(name, work);
        } finally {
            active.end(name);
        }
    }

    /** Changes whether a sync may run, or from where. */
    void change(String name, UnaryOperator<SyncCondition> change, AuditEntry audit) {
        leased(name, lease -> {
            conditions.change(name, change, audit, lease);
            return 0;
        });
    }

    /** Commits something that a run of the sync does not touch. */
    void commit(String name, LedgerCommit commit) {
        leased(name, lease -> {
            ledger.commit(commit, lease);
            return 0;
        });
    }

    private long leased(String name, ToLongFunction<Lease> work) {
        LeaseKeeper lease = lease(name);
        if (!lease.enter()) {
            throw new IllegalStateException("another process runs sync " + name + "; ask it, or try again later");
        }
        try {
            return work.applyAsLong(lease.current());
        } finally {
            lease.leave();
        }
    }

    /** Which records a run works on, and in which order. */
    private interface Work {
        <S extends CommerceRecord> List<Feed<S>> feeds(RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints);
    }

    private <S extends CommerceRecord> List<Feed<S>> everything(
            RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints) {
        String name = run.sync().name();
        return List.of(
                new FetchFeed<>(run, new HintedRecords(ledger, name, hints), Feed.Why.DUE),
                new FetchFeed<>(
                        run,
                        new DueRecords(ledger, name, run.sync().policy().alarmAfter(), time.instant()),
                        Feed.Why.DUE),
                new SliceFeed<>(run, state));
    }

    private <S extends CommerceRecord> RunReport start(
            Sync<S> sync, RunBudget budget, Commission commission, Work work) {
        String run = runNames.next(time.instant());
        return LogContext.ofRun(namespace, sync.name(), run, () -> start(sync, budget, commission, run, work));
    }

    private <S extends CommerceRecord> RunReport start(
            Sync<S> sync, RunBudget budget, Commission commission, String run, Work work) {
        Instant now = time.instant();
        LeaseKeeper lease = lease(sync.name());
        if (!active.begin(sync.name(), budget.cancellation())) {
            String why = active.isClosed() ? "the engine is closed" : "it runs already";
            return ended(sync, now, RunReport.Ending.BUSY, why);
        }
        RunEnding ending = new RunEnding(sync.name(), now);
        boolean entered = false;
        try {
            entered = lease.enter();
            return entered
                    ? started(sync, budget, commission, run, work, lease, ending)
                    : ended(sync, now, RunReport.Ending.BUSY, "another process holds the domain");
        } catch (RuntimeException e) {
            RunReport report = ending.because(e, time.instant());
            if (ending.isFailed()) {
                news(sync.name()).alarm(ErrorCode.STORE_FAILED, report.message());
            }
            if (ending.isToBeTold()) {
                kept(commission, report);
                listener.on(new SyncEvent.RunEnded(sync.name(), time.instant(), run, commission.purpose(), report));
            }
            return report;
        } finally {
            if (entered) {
                leave(lease, news(sync.name()), ending);
            }
            active.end(sync.name());
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

    private <S extends CommerceRecord> RunReport started(
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
        RunContext<S> run = context(sync, budget, lease, lease::current, priority, now);
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

    private <S extends CommerceRecord> Plan plan(Sync<S> sync, Selection selection) {
        Instant now = time.instant();
        RunContext<S> run = context(
                sync,
                RunBudget.minutes(60),
                lease(sync.name()),
                Fence.none(),
                sync.policy().priority(),
                now);
        SyncState state = ledger.sync(sync.name())
                .orElseGet(
                        () -> SyncState.builder().sync(sync.name()).bornAt(now).build());
        return new Planner<>(run, state).plan(selection);
    }

    private <S extends CommerceRecord> RunContext<S> context(
            Sync<S> sync, RunBudget budget, LeaseKeeper lease, Fence fence, Priority priority, Instant now) {
        Map<Sync.SinkId, SinkPort> ports = new HashMap<>();
        sync.sinks().forEach((id, sink) -> ports.put(id, new SinkPort(id.account(), sink)));
        return new RunContext<>(
                sync,
                Set.copyOf(syncs.keySet()),
                Map.copyOf(ports),
                ledger,
                lease::current,
                fence,
                time,
                executor,
                gates,
                lanes,
                news(sync.name()),
                goLive,
                isTwoWay(sync),
                priority,
                budget,
                now.plus(budget.time()));
    }

    /** Tells the listeners of one sync. */
    News news(String name) {
        return new News(name, listener, time);
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

    private boolean isTwoWay(Sync<?> sync) {
        BiFunction<Sync<?>, Sync<?>, Boolean> writesWhatIsRead = (writer, reader) ->
                writer.sinks().keySet().stream().anyMatch(id -> id.account().equals(reader.sourceAccount()));
        return syncs.values().stream()
                .anyMatch(other -> writesWhatIsRead.apply(other, sync) && writesWhatIsRead.apply(sync, other));
    }

    private RunReport ended(Sync<?> sync, Instant now, RunReport.Ending ending, String message) {
        return new RunReport(sync.name(), now, now, ending, message, 0, Map.of(), Map.of(), Optional.empty());
    }

    private Sync<?> sync(String name) {
        Sync<?> sync = syncs.get(name);
        if (sync == null) {
            throw new IllegalArgumentException("no sync is called " + name + "; there are " + syncs.keySet());
        }
        return sync;
    }

    private LeaseKeeper lease(String name) {
        LeaseKeeper keeper = leases.get(name);
        if (keeper == null) {
            throw new IllegalArgumentException("no sync is called " + name);
        }
        return keeper;
    }
}
