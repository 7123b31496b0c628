package dev.drayage.engine.internal;

import dev.drayage.call.Cancellation;
import dev.drayage.call.TimeSource;
import dev.drayage.engine.CompletenessReport;
import dev.drayage.engine.Journey;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Selection;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncListener;
import dev.drayage.engine.SyncOperations;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Slice;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.Hint;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import dev.drayage.store.SyncStore;
import java.time.Duration;
import java.time.Instant;
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
import java.util.function.UnaryOperator;

/** What stands behind a {@link dev.drayage.engine.SyncEngine}: wires runs, leases and operations. Thread-safe. */
public final class EngineRuntime {
    private static final Duration REAUTHORISATION_PAUSE = Duration.ofMinutes(30);

    private final Map<String, Sync<?>> syncs = new LinkedHashMap<>();
    private final Map<String, LeaseKeeper> leases = new HashMap<>();
    private final ActiveRuns active;
    private final Ledger ledger;
    private final SyncListener listener;
    private final Optional<Instant> goLive;
    private final TimeSource time;
    private final Executor executor;
    private final Supplier<Gate> gates;
    private final Lanes lanes;

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
            String node) {
        this.ledger = store.ledger(namespace);
        this.listener = new Listeners(listeners);
        this.goLive = goLive;
        this.time = time;
        this.active = new ActiveRuns(time);
        this.executor = executor;
        this.gates = gates;
        this.lanes = new Lanes(gates.get());
        Map<String, String> domains = Domains.of(flows);
        Map<String, LeaseKeeper> perDomain = new HashMap<>();
        for (Sync<?> sync : flows) {
            syncs.put(sync.name(), sync);
            String domain = domains.getOrDefault(sync.name(), sync.name());
            leases.put(
                    sync.name(),
                    perDomain.computeIfAbsent(
                            domain, name -> new LeaseKeeper(store.leases(namespace), name, node, time)));
        }
    }

    /** The names of the syncs. */
    public List<String> syncNames() {
        return List.copyOf(syncs.keySet());
    }

    /** The tenant's ledger. */
    public Ledger ledger() {
        return ledger;
    }

    /** Runs a sync. */
    public RunReport run(String name, RunBudget budget) {
        return start(sync(name), budget, new Work() {
            @Override
            public <S extends CommerceRecord> List<Feed<S>> feeds(
                    RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints) {
                return everything(run, state, hints);
            }
        });
    }

    /** Reads a window again. */
    public RunReport backfill(String name, Slice.Window window, RunBudget budget) {
        return start(sync(name), budget, new Work() {
            @Override
            public <S extends CommerceRecord> List<Feed<S>> feeds(
                    RunContext<S> run, SyncState state, Map<RecordRef, Hint> hints) {
                return List.of(new WindowFeed<>(run, window));
            }
        });
    }

    /** Fetches one record and books it. */
    public RunReport push(String name, RecordRef ref, Optional<UnaryOperator<CommerceRecord>> override) {
        return start(corrected(sync(name), override), RunBudget.minutes(10), new Work() {
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

    /** Carries out a plan. */
    public RunReport apply(Plan plan) {
        return start(sync(plan.sync()), RunBudget.minutes(60), new Work() {
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

    /** Everything known about an id. */
    public Journey journey(String id) {
        return new Journeys(ledger).of(id);
    }

    /** What became of a window. */
    public CompletenessReport completeness(String name, Instant from, Instant to) {
        return new CompletenessReport(
                name,
                from,
                to,
                ledger.sync(name).flatMap(SyncState::watermark),
                ledger.countRecords(RecordQuery.builder()
                        .sync(name)
                        .changedFrom(from)
                        .changedBefore(to)
                        .build()));
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
        if (!active.begin(name, new Cancellation())) {
            throw new IllegalStateException(
                    "sync " + name + " runs now, or the engine is closed; try again when the run has ended");
        }
        try {
            commit(name, commit);
        } finally {
            active.end(name);
        }
    }

    /** Commits something that a run of the sync does not touch. */
    void commit(String name, LedgerCommit commit) {
        LeaseKeeper lease = lease(name);
        if (!lease.enter()) {
            throw new IllegalStateException("another process runs sync " + name + "; ask it, or try again later");
        }
        try {
            ledger.commit(commit, lease.current());
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
                new FetchFeed<>(run, new DueRecords(ledger, name, time.instant()), Feed.Why.DUE),
                new SliceFeed<>(run, state));
    }

    private <S extends CommerceRecord> RunReport start(Sync<S> sync, RunBudget budget, Work work) {
        Instant now = time.instant();
        LeaseKeeper lease = lease(sync.name());
        if (!active.begin(sync.name(), budget.cancellation())) {
            String why = active.isClosed() ? "the engine is closed" : "it runs already";
            return ended(sync, now, RunReport.Ending.BUSY, why);
        }
        try {
            if (!lease.enter()) {
                return ended(sync, now, RunReport.Ending.BUSY, "another process holds the domain");
            }
            try {
                return started(sync, budget, work, lease);
            } finally {
                lease.leave();
            }
        } catch (RuntimeException e) {
            RunReport report = ended(sync, now, RunReport.Ending.FAILED, Defects.describe("the store", e));
            listener.alarm(sync.name(), ErrorCode.STORE_FAILED, report.message());
            listener.runEnded(report);
            return report;
        } finally {
            active.end(sync.name());
        }
    }

    private <S extends CommerceRecord> RunReport started(Sync<S> sync, RunBudget budget, Work work, LeaseKeeper lease) {
        Instant now = time.instant();
        SyncCondition condition = ledger.condition(sync.name()).orElse(SyncCondition.active(sync.name()));
        boolean waits = condition.resumeAt().map(now::isBefore).orElse(true);
        if (condition.kind() == SyncCondition.Kind.PAUSED) {
            return ended(sync, now, RunReport.Ending.PAUSED, condition.message());
        }
        if (condition.kind() == SyncCondition.Kind.NEEDS_REAUTHORISATION && waits) {
            return ended(sync, now, RunReport.Ending.NEEDS_REAUTHORISATION, condition.message());
        }
        SyncState state = position(sync.name(), condition, lease);
        RunContext<S> run = context(sync, budget, lease, now);
        listener.runStarted(sync.name());
        Map<RecordRef, Hint> hints = new ConcurrentHashMap<>();
        RunCoordinator<S> coordinator = new RunCoordinator<>(run, state.bornAt(), hints);
        RunReport report = coordinator.run(work.feeds(run, state, hints));
        remember(sync.name(), report, coordinator.stop(), lease);
        listener.runEnded(report);
        return report;
    }

    /** Where the sync stands, after what a person wished for it was done. */
    private SyncState position(String name, SyncCondition condition, LeaseKeeper lease) {
        Optional<SyncState> known = ledger.sync(name);
        SyncState state = known.orElseGet(
                () -> SyncState.builder().sync(name).bornAt(time.instant()).build());
        if (condition.seekTo().isPresent()) {
            state = SyncState.builder()
                    .from(state)
                    .watermark(condition.seekTo())
                    .window(Optional.empty())
                    .cursor(Optional.empty())
                    .build();
            ledger.commit(
                    new LedgerCommit(
                            List.of(),
                            List.of(),
                            Optional.of(state),
                            Optional.of(condition.seeking(Optional.empty())),
                            List.of(),
                            List.of()),
                    lease.current());
        } else if (known.isEmpty()) {
            ledger.commit(LedgerCommit.of(state), lease.current());
        }
        return state;
    }

    private void remember(String name, RunReport report, Stop stop, LeaseKeeper lease) {
        Instant now = time.instant();
        if (report.ending() == RunReport.Ending.FAILED) {
            listener.alarm(name, stop.code().orElse(ErrorCode.DEFECT), stop.alarm());
        }
        // a person may have paused or sought while it ran: what they said stays
        SyncCondition current = ledger.condition(name).orElse(SyncCondition.active(name));
        Optional<SyncCondition> news = Optional.empty();
        if (report.ending() == RunReport.Ending.NEEDS_REAUTHORISATION) {
            stop.code().ifPresent(code -> listener.alarm(name, code, stop.alarm()));
            if (current.kind() != SyncCondition.Kind.PAUSED) {
                news = Optional.of(current.as(
                        SyncCondition.Kind.NEEDS_REAUTHORISATION,
                        report.message(),
                        Optional.of(now.plus(REAUTHORISATION_PAUSE))));
            }
        } else if (current.kind() == SyncCondition.Kind.NEEDS_REAUTHORISATION
                && report.ending() == RunReport.Ending.CAUGHT_UP) {
            news = Optional.of(current.as(SyncCondition.Kind.ACTIVE, "", Optional.empty()));
        }
        if (news.isPresent()) {
            SyncCondition condition = news.get();
            AuditEntry audit =
                    new AuditEntry(name, now, "engine", condition.kind().name(), condition.message());
            ledger.commit(LedgerCommit.of(condition, audit), lease.current());
        }
    }

    private <S extends CommerceRecord> Plan plan(Sync<S> sync, Selection selection) {
        Instant now = time.instant();
        RunContext<S> run = context(sync, RunBudget.minutes(60), lease(sync.name()), now);
        SyncState state = ledger.sync(sync.name())
                .orElseGet(
                        () -> SyncState.builder().sync(sync.name()).bornAt(now).build());
        return new Planner<>(run, state).plan(selection);
    }

    private <S extends CommerceRecord> RunContext<S> context(
            Sync<S> sync, RunBudget budget, LeaseKeeper lease, Instant now) {
        Map<Sync.SinkId, SinkPort> ports = new HashMap<>();
        sync.sinks().forEach((id, sink) -> ports.put(id, new SinkPort(sink)));
        return new RunContext<>(
                sync,
                Set.copyOf(syncs.keySet()),
                Map.copyOf(ports),
                ledger,
                lease::current,
                time,
                executor,
                gates,
                lanes,
                listener,
                goLive,
                isTwoWay(sync),
                budget,
                now.plus(budget.time()));
    }

    private boolean isTwoWay(Sync<?> sync) {
        BiFunction<Sync<?>, Sync<?>, Boolean> writesWhatIsRead = (writer, reader) ->
                writer.sinks().keySet().stream().anyMatch(id -> id.account().equals(reader.sourceAccount()));
        return syncs.values().stream()
                .anyMatch(other -> writesWhatIsRead.apply(other, sync) && writesWhatIsRead.apply(sync, other));
    }

    private RunReport ended(Sync<?> sync, Instant now, RunReport.Ending ending, String message) {
        return new RunReport(sync.name(), now, now, ending, message, 0, Map.of(), Map.of());
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
