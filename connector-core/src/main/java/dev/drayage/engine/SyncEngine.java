package dev.drayage.engine;

import dev.drayage.call.Randomness;
import dev.drayage.call.SystemTimeSource;
import dev.drayage.call.TimeSource;
import dev.drayage.engine.internal.EngineRuntime;
import dev.drayage.engine.internal.turn.Gate;
import dev.drayage.error.SettingsException;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Slice;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.SyncStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs syncs when the host says so: finite, resumable, safe to kill at any moment. It owns no thread, no clock and no
 * database. Thread-safe: several syncs may run at once, one sync never twice.
 */
public final class SyncEngine implements AutoCloseable {
    /** Who acts in the audit trail where the host's code names nobody. */
    private static final String HOST = "host";

    private final EngineRuntime runtime;

    private SyncEngine(EngineRuntime runtime) {
        this.runtime = runtime;
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The names of its syncs, in the order they were added. */
    public List<String> syncs() {
        return runtime.syncNames();
    }

    /**
     * The wiring as a Mermaid flow chart: accounts by lease domain, and for each sync what it carries where. The same wiring
     * gives the same text.
     */
    public String describe() {
        return runtime.views().describe();
    }

    /**
     * Runs a sync until it has caught up or its budget is used up. What it could not finish, the next run does. Failures of accounts,
     * of the store and of the host's own code end it with a report; only an {@link Error} is thrown on, after it was told.
     *
     * @throws IllegalArgumentException if no sync is called so
     */
    public RunReport run(String sync, RunBudget budget) {
        return runtime.run(sync, budget);
    }

    /**
     * Reads a window again in turns with the live sync, whose checkpoint stays where it is: ends {@code BUSY} while that runs, and
     * that does while this goes on.
     */
    public RunReport backfill(String sync, Slice.Window window, RunBudget budget) {
        return operations(sync, HOST).backfill(window, budget);
    }

    /**
     * Compares both sides of a window: what the source lists by its second method, what the ledger knows and what stands at the
     * targets. It writes to no account, holds no lease, and may go on beside runs of the sync, here or in other processes.
     *
     * @throws IllegalArgumentException if the source cannot list the window, or none of it yet
     */
    public ComparisonReport compare(String sync, Comparison comparison) {
        return operations(sync, HOST).compare(comparison);
    }

    /** What would be written for a selection; writes nothing, moves nothing (guarantee G6). */
    public Plan plan(String sync, Selection selection) {
        return runtime.plan(sync, selection);
    }

    /** Carries out what a plan said, record by record; what has moved since is refused and stays as it is. */
    public RunReport apply(Plan plan) {
        return operations(plan.sync(), HOST).apply(plan);
    }

    /** Fetches one record and books it now, whatever its age, unless the sync is paused or runs. */
    public RunReport push(String sync, RecordRef ref) {
        return operations(sync, HOST).push(ref);
    }

    /** What people do to a sync; {@code actor} is named in the audit trail. */
    public SyncOperations operations(String sync, String actor) {
        return runtime.operations(sync, actor);
    }

    /** What is not settled, over all syncs, with what a person needs to know of each: parked, waiting, open, due. */
    public Worklist worklist(WorkFilter filter) {
        return runtime.views().worklist(filter);
    }

    /** Unsettled records that match are worked on in the next runs, whatever the filter's page; returns how many. */
    public long retry(WorkFilter filter, String actor) {
        return runtime.retry(filter, actor);
    }

    /** How each sync is, by the usual thresholds. */
    public List<SyncHealth> health() {
        return health(HealthThresholds.standard());
    }

    /** How each sync is. Reads everything that waits; ask every minute, not every second. */
    public List<SyncHealth> health(HealthThresholds thresholds) {
        return runtime.views().health(thresholds);
    }

    /** Records of the ledger that match, such as the parked ones. */
    public List<RecordEntry> records(RecordQuery query) {
        return runtime.ledger().records(query);
    }

    /** Everything that the ledger knows about an id of any system (guarantee G9). */
    public Journey journey(String id) {
        return runtime.views().journey(id);
    }

    /** What became of everything that changed in {@code [from, to)} at the source (guarantee G9). */
    public CompletenessReport completeness(String sync, Instant from, Instant to) {
        return runtime.views().completeness(sync, from, to);
    }

    /** Cancels what runs and waits for it to end, at most one call's deadline. A second close does nothing. */
    @Override
    public void close() {
        runtime.close();
    }

    /** Collects what an engine needs. Not thread-safe. */
    public static final class Builder {
        /** Waits for an answer look at the lease every 20 seconds, and it is renewed when a third of it is over. */
        private static final Duration LEAST_LEASE = Duration.ofMinutes(1);

        private final List<Sync<?>> syncs = new ArrayList<>();
        private final List<SyncListener> listeners = new ArrayList<>();
        private String namespace = "default";
        private @Nullable SyncStore store;
        private Optional<Instant> startAt = Optional.empty();
        private TimeSource time = new SystemTimeSource();
        private Executor executor = Runnable::run;
        private Supplier<Gate> gates = Gate::monitor;
        private Duration lease = Duration.ofMinutes(2);
        private String node = "engine-" + Long.toHexString(Randomness.secure().nextLong());

        private Builder() {}

        /** The tenant of the store. */
        public Builder namespace(String value) {
            this.namespace = value;
            return this;
        }

        /** Where the engine remembers. */
        public Builder store(SyncStore value) {
            this.store = value;
            return this;
        }

        /** Adds a flow. */
        public Builder sync(Sync<?> value) {
            syncs.add(value);
            return this;
        }

        /**
         * Records that the source made before go-live are not booked: history is not booked twice. Booked are those that a person
         * {@linkplain SyncOperations#push pushes}; what was booked is followed whatever go-live says, and what only waits when go-live is moved past
         * it is history.
         */
        public Builder startAt(Instant goLive) {
            this.startAt = Optional.of(goLive);
            return this;
        }

        /** Adds a listener. */
        public Builder listener(SyncListener value) {
            listeners.add(value);
            return this;
        }

        /** The clock; the machine's own if not set. */
        public Builder time(TimeSource value) {
            this.time = value;
            return this;
        }

        /**
         * Where reads and writes of accounts run; on the thread that runs the sync if not set. Looks before a first write and
         * acknowledgements always run on the sync's own thread.
         */
        public Builder executor(Executor value) {
            this.executor = value;
            return this;
        }

        /** Where its threads wait for each other; for a simulation that decides who goes on. */
        Builder gates(Supplier<Gate> value) {
            this.gates = value;
            return this;
        }

        /**
         * How this process calls itself in leases. A name that no other process has and that stays over restarts lets a
         * restart after a crash go on at once; without one, it waits until the lease of its former life has run out.
         */
        public Builder node(String value) {
            this.node = value;
            return this;
        }

        /**
         * How long a lease lasts that is not renewed, two minutes if not set and at least one. So long nobody takes over from a
         * process that died, unless it comes back under its own {@linkplain #node name}; and so long a process may stand still
         * and still go on. Give all processes of a namespace the same.
         */
        public Builder lease(Duration value) {
            this.lease = value;
            return this;
        }

        /**
         * The engine.
         *
         * @throws SettingsException with everything that is missing or impossible
         */
        public SyncEngine build() {
            List<String> problems = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (Sync<?> sync : syncs) {
                if (!names.add(sync.name())) {
                    problems.add("two syncs are called " + sync.name());
                }
            }
            if (syncs.isEmpty()) {
                problems.add("the engine has no sync");
            }
            SyncStore kept = store;
            if (kept == null) {
                problems.add("the engine has no store; new InMemorySyncStore(...) forgets with the process");
            }
            if (lease.compareTo(LEAST_LEASE) < 0) {
                problems.add("a lease of " + lease + " could run out while its process waits for an answer; give it "
                        + LEAST_LEASE + " or more");
            }
            if (!problems.isEmpty() || kept == null) {
                throw new SettingsException(problems);
            }
            return new SyncEngine(
                    new EngineRuntime(namespace, kept, syncs, listeners, startAt, time, executor, gates, node, lease));
        }
    }
}
