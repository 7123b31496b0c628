package dev.drayage.simulation;

import dev.drayage.testing.SimulatedCrash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** What every part of one simulation shares: chance, time, faults, the trace. Used by whoever has the turn. */
final class Simulated {
    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    final long seed;
    final SplittableRandom random;
    final Scheduler scheduler;
    final Faults faults;
    final Trace trace;
    final Oracle oracle = new Oracle(this);
    final RefusedSyncs refusals = new RefusedSyncs(this);

    /** A simulation of a seed that keeps so many events in words. */
    Simulated(long seed, int kept) {
        this.seed = seed;
        this.trace = new Trace(kept);
        this.random = new SplittableRandom(seed);
        this.scheduler = new Scheduler(random);
        this.faults = new Faults(random);
    }

    /** The true time. */
    Instant instant() {
        return START.plusNanos(scheduler.now());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A duration from {@code least} to {@code most}. */
    Duration between(Duration least, Duration most) {
        return Duration.ofNanos(random.nextLong(least.toNanos(), most.toNanos() + 1));
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    void note(String word, String detail) {
        trace.add(scheduler.now(), scheduler.current().name, word, detail);
    }

    /** Something during which no other process moves; this one may die. */
    void atOnce(String where) {
        Strand me = scheduler.current();
        trace.add(scheduler.now(), me.name, where, "");
        if (faults.strikes(Fault.KILLS) && me.node.isPresent()) {
            me.node.get().kill();
        }
        if (me.isDead()) {
            throw new SimulatedCrash(where);
        }
    }

    /** A point at which another process may move on, or at which this one dies or stands still. */
    void step(String where, long mostNanos) {
        Strand me = scheduler.current();
        trace.add(scheduler.now(), me.name, where, "");
        if (faults.strikes(Fault.KILLS) && me.node.isPresent()) {
            me.node.get().kill();
            throw new SimulatedCrash(where);
        }
        if (faults.strikes(Fault.PAUSES) && me.node.isPresent()) {
            Duration pause = between(Duration.ofSeconds(100), Duration.ofMinutes(12));
            note("stands still", pause.toString());
            me.node.get().pauseUntil(scheduler.now() + pause.toNanos());
            scheduler.pass(pause.toNanos());
        }
        scheduler.pass(random.nextLong(mostNanos));
    }
}
