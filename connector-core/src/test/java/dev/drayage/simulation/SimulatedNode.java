package dev.drayage.simulation;

import dev.drayage.call.Cancellation;
import dev.drayage.call.TimeSource;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SteeredEngines;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.internal.turn.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One life of a process of the host: an engine over the shared store, with a clock of its own, and workers that run its syncs in
 * turn. When it is killed nothing of it goes on; its successor is another one of these.
 */
final class SimulatedNode {
    final String name;
    final SyncEngine engine;
    private final Simulated sim;
    private final Cluster cluster;
    private final boolean jobsApart;
    private boolean dead;
    private boolean closed;
    private long pausedUntil;

    SimulatedNode(Simulated sim, Cluster cluster, String name, Duration skew, boolean jobsApart) {
        this.sim = sim;
        this.cluster = cluster;
        this.name = name;
        this.jobsApart = jobsApart;
        TimeSource time = new TrueTime(sim.scheduler, skew);
        SyncEngine.Builder builder = SteeredEngines.builder(SimulatedGate::new)
                .store(cluster.store())
                .time(time)
                .executor(new Jobs())
                .startAt(Simulated.START)
                .node(name);
        cluster.flows().syncs().forEach(builder::sync);
        this.engine = builder.build();
    }

    boolean isDead() {
        return dead;
    }

    long pausedUntil() {
        return pausedUntil;
    }

    /** The process stands still. */
    void pauseUntil(long nanos) {
        pausedUntil = nanos;
    }

    /** Whether its engine is closed and has said that nothing of it runs any more. */
    boolean isClosed() {
        return closed;
    }

    /** The host closes the engine, whatever runs, and ends the process a little later. */
    void stop() {
        spawn("shutdown", Duration.ZERO, () -> {
            sim.note("is closed", name);
            long begin = sim.scheduler.now();
            engine.close();
            closed = sim.scheduler.now() - begin < cluster.flows().longestCall().toNanos();
            sim.note("has closed", name);
            sim.scheduler.pass(Duration.ofSeconds(20).toNanos());
            kill();
        });
    }

    /** The process is gone, with everything that it held in memory. */
    void kill() {
        if (!dead) {
            dead = true;
            sim.note("is killed", name);
            sim.oracle.died(this);
            sim.scheduler.buryProcessesOf(this);
            cluster.succeed(this);
        }
    }

    /** Something runs on it. */
    void spawn(String what, Duration delay, Runnable body) {
        sim.scheduler.spawn(name + " " + what, Optional.of(this), delay, body);
    }

    /** A worker that runs the syncs in turn, with rests, until the cluster is told to end. */
    void work(String what, Duration begin) {
        spawn(what, begin, () -> {
            List<String> syncs = new ArrayList<>(cluster.flows().names());
            while (cluster.isOpen()) {
                Collections.shuffle(syncs, new Random(sim.random.nextLong()));
                for (String sync : syncs) {
                    if (cluster.isOpen()) {
                        run(sync, budget());
                    }
                }
                sim.scheduler.pass(cluster.rest());
            }
        });
    }

    /** Runs a sync once. */
    RunReport run(String sync, RunBudget budget) {
        return during(sync, () -> engine.run(sync, budget));
    }

    /** Does something as a run of a sync. */
    RunReport during(String sync, Supplier<RunReport> act) {
        Strand me = sim.scheduler.current();
        Strand.Run run = new Strand.Run(sync, sim.scheduler.now());
        me.run = run;
        RunReport report = act.get();
        me.run = null;
        sim.note("run ended", report.summary());
        sim.oracle.ended(report);
        sim.refusals.ended(run, report);
        return report;
    }

    private RunBudget budget() {
        RunBudget budget = RunBudget.minutes(5);
        if (sim.faults.strikes(Fault.SMALL_BUDGETS)) {
            budget = budget.withRecords(sim.random.nextInt(1, 6));
        }
        if (sim.faults.strikes(Fault.CANCELS)) {
            Cancellation cancellation = new Cancellation();
            budget = budget.cancelledBy(cancellation);
            sim.scheduler.after(sim.between(Duration.ZERO, Duration.ofSeconds(8)), cancellation::cancel);
        }
        return budget;
    }

    /** Runs jobs at once on whoever gives them, or each as a process of its own. */
    private final class Jobs implements Executor {
        @Override
        public void execute(Runnable job) {
            if (!jobsApart) {
                job.run();
                return;
            }
            Strand parent = sim.scheduler.current();
            Strand.Run run = parent.run;
            sim.scheduler.spawn(parent.name + "'s job", Optional.of(SimulatedNode.this), Duration.ofNanos(100), () -> {
                sim.scheduler.current().run = run;
                job.run();
            });
        }
    }

    /** Where processes of this node wait for each other. */
    private final class SimulatedGate implements Gate {
        private final List<Strand> waiting = new ArrayList<>();

        @Override
        public void await(BooleanSupplier open) {
            while (!open.getAsBoolean()) {
                waiting.add(sim.scheduler.current());
                sim.scheduler.park();
            }
        }

        @Override
        public void await(BooleanSupplier open, Duration atMost) {
            if (!open.getAsBoolean()) {
                sim.scheduler.pass(atMost.toNanos());
            }
        }

        @Override
        public void knock() {
            waiting.forEach(sim.scheduler::wake);
            waiting.clear();
        }
    }
}
