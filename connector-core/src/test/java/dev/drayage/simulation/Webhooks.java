package dev.drayage.simulation;

import dev.drayage.error.StoreException;
import dev.drayage.model.RecordRef;
import java.time.Duration;

/** Systems that tell the host of changes, some of them, some twice, as soon as they happen. */
final class Webhooks {
    private final Simulated sim;
    private final Cluster cluster;

    Webhooks(Simulated sim, Cluster cluster) {
        this.sim = sim;
        this.cluster = cluster;
    }

    /** A record was changed. */
    void changed(String sync, RecordRef ref) {
        int times = (sim.faults.strikes(Fault.HINTS) ? 1 : 0) + (sim.faults.strikes(Fault.HINTS) ? 1 : 0);
        for (int i = 0; i < times; i++) {
            Duration delay = sim.between(
                    Duration.ofMillis(30),
                    Duration.ofMinutes(sim.chance(0.5) ? 0 : 5).plusSeconds(4));
            cluster.any()
                    .ifPresent(node -> node.spawn("webhook", delay, () -> {
                        try {
                            node.engine.operations(sync, "webhook").hint(ref);
                        } catch (StoreException e) {
                            sim.note("is not taken", "hint of " + ref.id()); // reading by windows finds it all the same
                        }
                    }));
        }
    }
}
