package dev.drayage.simulation;

import dev.drayage.engine.RunBudget;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncCondition;
import java.time.Duration;
import java.util.Optional;

/** With all faults gone, people put right what they can and the syncs run until nothing moves: it must come to rest. */
final class Ending {
    private static final int MOST_PASSES = 40;

    private final Simulated sim;
    private final Cluster cluster;
    private final Flows flows;

    Ending(Simulated sim, Cluster cluster) {
        this.sim = sim;
        this.cluster = cluster;
        this.flows = cluster.flows();
    }

    /** Runs on a node of its own. */
    void run(SimulatedNode node) {
        sim.scheduler.pass(Duration.ofMinutes(8).toNanos()); // leases run out, late changes show
        for (String sync : flows.names()) {
            if (kind(sync) == SyncCondition.Kind.PAUSED) { // what was refused tries again by itself
                node.engine.operations(sync, "ann").resume();
                sim.oracle.resumed(sync);
            }
            for (World.Held deleted : flows.deletedFor(sync)) {
                node.engine.operations(sync, "webhook").hint(deleted.ref());
            }
        }
        int quiet = 0;
        int retried = 0;
        for (int pass = 0; quiet < 2; pass++) {
            if (pass == MOST_PASSES) {
                sim.oracle.violated("G1", "it does not come to rest: " + open().orElse("writes go on"));
                return;
            }
            int writes = writes();
            for (String sync : flows.names()) {
                node.run(sync, RunBudget.minutes(60));
                sim.scheduler.pass(Duration.ofSeconds(30).toNanos());
            }
            boolean rests = writes == writes() && open().isEmpty();
            quiet = rests ? quiet + 1 : 0;
            if (quiet == 1 && retried < 2) {
                retried++;
                quiet = 0;
                for (String sync : flows.names()) {
                    node.engine
                            .operations(sync, "ann")
                            .retry(RecordQuery.builder()
                                    .addStates(RecordState.PARKED)
                                    .build());
                }
            }
            sim.scheduler.pass(Duration.ofMinutes(pass < 4 ? 7 : 25).toNanos());
        }
        sim.oracle.hintsWereServed();
        new FinalCheck(sim, cluster.store().standing(), flows).check();
    }

    private SyncCondition.Kind kind(String sync) {
        return cluster.store()
                .standing()
                .condition(sync)
                .map(SyncCondition::kind)
                .orElse(SyncCondition.Kind.ACTIVE);
    }

    private int writes() {
        int sum = flows.erp.world().writes();
        for (WorldConnector shop : flows.shops) {
            sum += shop.world().writes();
        }
        return sum;
    }

    /** Something that waits in the store. */
    private Optional<String> open() {
        for (String sync : flows.names()) {
            var records = cluster.store()
                    .standing()
                    .records(RecordQuery.builder()
                            .sync(sync)
                            .addStates(RecordState.DUE, RecordState.OPEN, RecordState.DEFERRED)
                            .build());
            if (!records.isEmpty()) {
                return Optional.of(records.get(0).toString());
            }
            if (kind(sync) != SyncCondition.Kind.ACTIVE) {
                return Optional.of(sync + " is " + kind(sync));
            }
            if (!cluster.store().standing().hints(sync, Optional.empty(), 1).isEmpty()) {
                return Optional.of("hints of " + sync);
            }
        }
        var effects = cluster.store()
                .standing()
                .effects(EffectQuery.builder()
                        .addStates(EffectState.INTENT, EffectState.PENDING, EffectState.WRITTEN)
                        .build());
        return effects.isEmpty() ? Optional.empty() : Optional.of(effects.get(0).toString());
    }
}
