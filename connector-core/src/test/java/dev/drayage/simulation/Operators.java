package dev.drayage.simulation;

import dev.drayage.engine.Comparison;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.Selection;
import dev.drayage.engine.SyncOperations;
import dev.drayage.engine.WorkFilter;
import dev.drayage.error.ConnectorException;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Slice;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.StaleLeaseException;
import dev.drayage.store.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** People of the host who pause, seek, reset, retry, park, dismiss, push, read again, compare and plan, at any moment. */
final class Operators {
    private final Simulated sim;
    private final Cluster cluster;

    Operators(Simulated sim, Cluster cluster) {
        this.sim = sim;
        this.cluster = cluster;
    }

    /** So many acts, spread over a time, if the seed has operators. */
    void during(Duration time, int acts) {
        for (int i = 0; i < acts && sim.faults.has(Fault.OPERATORS); i++) {
            sim.scheduler.after(
                    sim.between(Duration.ofMinutes(2), time),
                    () -> cluster.any().ifPresent(node -> node.spawn("operator", Duration.ZERO, () -> act(node))));
        }
    }

    private void act(SimulatedNode node) {
        String sync = sim.one(cluster.flows().names());
        SyncOperations operations = node.engine.operations(sync, "ann");
        try {
            switch (sim.random.nextInt(14)) {
                case 0 -> pause(sync, operations);
                case 1 -> resume(sync, operations);
                case 2 -> operations.seek(readBefore(sync));
                case 3 -> operations.reset();
                case 4 ->
                    operations.retry(
                            RecordQuery.builder().addStates(RecordState.PARKED).build());
                case 5 ->
                    any(sync).ifPresent(ref -> {
                        sim.oracle.takenUp(sync, ref);
                        operations.park(ref, "for a look");
                    });
                case 6, 12, 13 ->
                    any(sync).ifPresent(ref -> {
                        sim.oracle.toBeDismissed(sync, ref);
                        operations.dismiss(ref, "done by hand");
                        sim.oracle.dismissed(sync, ref);
                    });
                case 7 ->
                    any(sync).ifPresent(ref -> {
                        sim.oracle.takenUp(sync, ref);
                        node.during(sync, () -> node.engine.push(sync, ref));
                    });
                case 8 -> {
                    Instant from = before();
                    Slice.Window window = new Slice.Window(from, sim.instant());
                    node.during(sync, () -> node.engine.backfill(sync, window, RunBudget.minutes(5)));
                }
                case 9 ->
                    operations.compare(Comparison.of(new Slice.Window(
                                    before().minus(Duration.ofHours(1)), sim.instant())) // longer than a source settles
                            .within(RunBudget.minutes(5))
                            .andBook());
                case 10 -> operations.retry(WorkFilter.unsettled());
                default -> {
                    Plan plan = node.engine.plan(sync, Selection.next(5));
                    sim.scheduler.pass(Duration.ofSeconds(20).toNanos());
                    node.during(sync, () -> node.engine.apply(plan));
                }
            }
        } catch (IllegalStateException | StaleLeaseException | ConnectorException e) {
            sim.note("is refused", String.valueOf(e.getMessage()));
        }
    }

    private void pause(String sync, SyncOperations operations) {
        operations.pause("to look");
        sim.oracle.paused(sync);
        sim.scheduler.after(
                sim.between(Duration.ofMinutes(1), Duration.ofMinutes(15)),
                () -> cluster.any()
                        .ifPresent(node -> node.spawn("operator", Duration.ZERO, () -> {
                            try {
                                resume(sync, node.engine.operations(sync, "ann"));
                            } catch (IllegalStateException | StaleLeaseException | ConnectorException e) {
                                sim.note("is refused", String.valueOf(e.getMessage()));
                            }
                        })));
    }

    private void resume(String sync, SyncOperations operations) {
        sim.oracle.resumed(sync);
        try {
            operations.resume();
        } finally {
            sim.oracle.resumed(sync); // others may have paused it meanwhile: whose word counts, nobody can say
        }
    }

    private Instant before() {
        return sim.instant().minus(sim.between(Duration.ofMinutes(1), Duration.ofMinutes(40)));
    }

    /** An instant up to which everything was read already: to seek beyond would be to leave something out on purpose. */
    private Instant readBefore(String sync) {
        Instant mark = cluster.store()
                .standing()
                .sync(sync)
                .flatMap(SyncState::watermark)
                .orElse(Simulated.START);
        return Simulated.START.plus(sim.between(Duration.ZERO, Duration.between(Simulated.START, mark)));
    }

    private Optional<RecordRef> any(String sync) {
        List<World.Held> all = cluster.flows().readBy(sync);
        return all.isEmpty() ? Optional.empty() : Optional.of(sim.one(all).ref());
    }
}
