package dev.drayage.simulation;

import dev.drayage.spi.SinkTraits;
import java.time.Duration;

/**
 * How a target takes writes of one kind.
 *
 * @param traits what its connector promises
 * @param unique whether it refuses a second record of the same native key
 * @param fenced whether its connector asks the fence just before a call leaves, as those over HTTP do
 */
record TargetRules(SinkTraits traits, boolean unique, boolean fenced) {
    private static final Duration GRACE = Duration.ofMinutes(4);

    /** Draws how strict the target is: whether it knows keys, how many it takes at once, whether looks at it lag. */
    static TargetRules draw(Simulated sim, boolean mayLackKeys) {
        boolean lags = sim.faults.has(Fault.LAGGING_LOOKUPS) || sim.faults.has(Fault.LATE_WRITES);
        boolean unique = !mayLackKeys || sim.chance(0.5);
        return new TargetRules(
                new SinkTraits(
                        sim.random.nextInt(1, 4),
                        unique ? SinkTraits.Recovery.UNIQUE_KEY : SinkTraits.Recovery.LOOKUP_ONLY,
                        lags ? GRACE : Duration.ZERO,
                        sim.chance(0.2) ? 2 : 0),
                unique,
                sim.chance(0.5));
    }

    /** How long after its caller gave up a write may still be carried out; and how late a look may find it. */
    Duration mostLate() {
        return traits.absenceGrace().dividedBy(3);
    }
}
