package dev.drayage.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The nodes of the host: who lives, and who comes after whom. */
final class Cluster {
    private static final Duration MOST_SKEW = Duration.ofSeconds(30);

    private final Simulated sim;
    private final SimulatedStore store;
    private final Flows flows;
    private final List<SimulatedNode> alive = new ArrayList<>();
    private final boolean jobsApart;
    private final int workers;
    private final boolean punctual;
    private boolean open = true;
    private int names;

    Cluster(Simulated sim, SimulatedStore store, Flows flows) {
        this.sim = sim;
        this.store = store;
        this.flows = flows;
        this.jobsApart = sim.chance(0.25);
        this.workers = sim.chance(0.4) ? 2 : 1;
        this.punctual = sim.chance(workers > 1 ? 0.8 : 0.3);
    }

    SimulatedStore store() {
        return store;
    }

    Flows flows() {
        return flows;
    }

    /** Whether workers go on. */
    boolean isOpen() {
        return open;
    }

    /** How long a worker rests: until a full minute, as timetables go, or as it happens. */
    long rest() {
        long nanos = sim.between(Duration.ofSeconds(20), Duration.ofMinutes(4)).toNanos();
        long minute = Duration.ofMinutes(1).toNanos();
        return punctual ? nanos + minute - (sim.scheduler.now() + nanos) % minute : nanos;
    }

    /** Every process dies and the store is lost; those that come after them find an empty one. */
    void loseStore() {
        sim.note("is lost", "the store");
        List.copyOf(alive).forEach(SimulatedNode::kill);
        store.empty();
        sim.oracle.emptied();
    }

    /** Workers end after the run that they are at. */
    void close() {
        open = false;
    }

    /** Starts so many nodes. */
    void start(int nodes) {
        for (int i = 0; i < nodes; i++) {
            start("node-" + names++);
        }
    }

    /** A node with an engine and no workers. */
    SimulatedNode quietNode(String name) {
        return new SimulatedNode(sim, this, name, Duration.ZERO, false);
    }

    /** Any node that lives. */
    Optional<SimulatedNode> any() {
        return alive.isEmpty() ? Optional.empty() : Optional.of(sim.one(alive));
    }

    /** After some time another process takes the place of one that died, under its name or another. */
    void succeed(SimulatedNode dead) {
        alive.remove(dead);
        String name = sim.chance(0.6) ? dead.name : "node-" + names++;
        sim.scheduler.after(sim.between(Duration.ofMillis(50), Duration.ofMinutes(4)), () -> {
            if (open) {
                start(name);
            }
        });
    }

    private void start(String name) {
        Duration skew = Duration.ZERO;
        if (sim.faults.strikes(Fault.SKEWED_CLOCKS)) {
            skew = sim.between(Duration.ZERO, MOST_SKEW.multipliedBy(2)).minus(MOST_SKEW);
        }
        SimulatedNode node = new SimulatedNode(sim, this, name, skew, jobsApart);
        alive.add(node);
        sim.note("starts", name + " with a clock off by " + skew.toSeconds() + "s");
        if (sim.faults.strikes(Fault.CLOSES)) {
            sim.scheduler.after(sim.between(Duration.ofSeconds(30), Duration.ofMinutes(12)), () -> {
                if (open && !node.isDead()) {
                    node.stop();
                }
            });
        }
        for (int worker = 0; worker < workers; worker++) {
            node.work("w" + worker, sim.between(Duration.ZERO, Duration.ofSeconds(40)));
        }
    }
}
