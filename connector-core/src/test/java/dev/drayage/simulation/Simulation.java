package dev.drayage.simulation;

import dev.drayage.model.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One seed: nodes, systems and people for an hour or less, then the ending. Run on one thread; the processes of the simulation take
 * turns with it.
 */
final class Simulation {
    private final Simulated sim;
    private final Cluster cluster;
    private final Trade trade;
    private final Operators operators;
    private final int nodes;

    /**
     * What came of a seed.
     *
     * @param violation which guarantee was broken and how; empty if none was
     * @param digest the same for the same seed
     * @param story what happened, in words, the end of it
     */
    record Result(long seed, Optional<String> violation, long digest, String faults, String story) {}

    private Simulation(long seed, int kept) {
        this.sim = new Simulated(seed, kept);
        Catalogue catalogue = new Catalogue();
        List<WorldConnector> shops = new ArrayList<>();
        shops.add(connector("shop", "A", catalogue));
        if (sim.chance(0.45)) {
            shops.add(connector("shop", "B", catalogue));
        }
        Flows flows = new Flows(sim, connector("erp", "E", catalogue), shops, catalogue);
        this.cluster = new Cluster(sim, new SimulatedStore(sim), flows);
        this.trade = new Trade(sim, flows, catalogue, new Webhooks(sim, cluster));
        this.operators = new Operators(sim, cluster);
        this.nodes = sim.one(List.of(1, 1, 1, 2, 2, 3, 4));
    }

    /** Plays a seed; of a violation so many of the last events are told. */
    static Result of(long seed, int lines) {
        Simulation simulation = new Simulation(seed, lines);
        simulation.play();
        Simulated sim = simulation.sim;
        return new Result(
                seed,
                sim.oracle.violation(),
                sim.trace.digest(),
                simulation.nodes + " nodes, " + simulation.cluster.flows().names() + ", " + sim.faults,
                sim.oracle.violation().isEmpty() ? "" : sim.trace.last());
    }

    private WorldConnector connector(String system, String id, Catalogue catalogue) {
        return new WorldConnector(sim, new World(sim, new AccountId(system, id)), catalogue);
    }

    private void play() {
        Duration time = sim.between(Duration.ofMinutes(10), Duration.ofMinutes(50));
        trade.during(time, sim.random.nextInt(6, 30));
        operators.during(time, sim.random.nextInt(1, 10));
        cluster.start(nodes);
        if (losesStore()) {
            Duration when = sim.between(Duration.ofMinutes(4), time);
            sim.scheduler.spawn("disaster", Optional.empty(), when, cluster::loseStore);
        }
        sim.scheduler.spawn("host", Optional.empty(), Duration.ZERO, () -> {
            sim.scheduler.pass(time.toNanos());
            cluster.close();
        });
        sim.scheduler.awaitAll();
        if (isFine()) {
            sim.faults.heal();
            trade.tidyUp();
            SimulatedNode last = cluster.quietNode("last");
            last.spawn("ending", Duration.ZERO, () -> new Ending(sim, cluster).run(last));
            sim.scheduler.awaitAll();
        }
        isFine();
        sim.scheduler.end();
    }

    /**
     * Whether the store is lost. Not where a target shows or takes writes late, or a source shows its past: nobody would remember
     * them. Nor with flows that go both ways, which know only from the store what belongs together.
     */
    private boolean losesStore() {
        return sim.faults.strikes(Fault.EMPTIED_STORE)
                && !cluster.flows().companies
                && Stream.of(Fault.LATE_WRITES, Fault.PENDING, Fault.LAGGING_LOOKUPS, Fault.LATE_WINDOWS, Fault.HINTS)
                        .noneMatch(sim.faults::has);
    }

    private boolean isFine() {
        sim.scheduler
                .failure()
                .ifPresent(why -> sim.oracle.violated("G7", "no check noticed it, the simulation broke off: " + why));
        return sim.oracle.violation().isEmpty();
    }
}
