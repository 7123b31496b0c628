package dev.drayage.simulation;

import dev.drayage.engine.RunReport;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Prepared;
import dev.drayage.store.Lease;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks at every write that reaches a system or the store and says when a guarantee is broken. It knows what people did and what
 * the systems hold, and nothing of what the engine thinks.
 */
final class Oracle {
    private final Simulated sim;
    private final Map<EffectKey, RecordRef> made = new HashMap<>();
    private final Map<String, Instant> saidAt = new HashMap<>();
    private final Map<String, Long> dismissed = new HashMap<>();
    private final Set<String> everDismissed = new HashSet<>();
    private final Map<String, Long> paused = new HashMap<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private final Map<String, Strand> lanes = new HashMap<>();
    private final Map<String, EffectKey> outstanding = new HashMap<>();
    private final Map<String, Long> hintedAt = new HashMap<>();
    private final Map<String, Long> shownAt = new HashMap<>();
    private final Set<String> unfenced = new HashSet<>();
    private boolean emptied;
    private Optional<String> violation = Optional.empty();

    Oracle(Simulated sim) {
        this.sim = sim;
    }

    /** The first guarantee that was broken, and how. */
    Optional<String> violation() {
        return violation;
    }

    void violated(String guarantee, String how) {
        if (violation.isEmpty()) {
            violation = Optional.of(guarantee + ": " + how);
            sim.note("VIOLATION", violation.get());
            sim.trace.close();
        }
    }

    /** Somebody put content into a system: contents differ, so the moment is known by it. */
    void said(String content, Instant changedAt) {
        saidAt.put(content, changedAt);
    }

    // what people do

    /** A person is about to take a record over, and may not succeed. */
    void toBeDismissed(String sync, RecordRef ref) {
        everDismissed.add(sync + " " + ref);
    }

    void dismissed(String sync, RecordRef ref) {
        dismissed.put(sync + " " + ref, sim.scheduler.now());
    }

    void takenUp(String sync, RecordRef ref) {
        dismissed.remove(sync + " " + ref);
    }

    /** Whether a person may have taken a record over at some time: then nobody can say what has to become of it. */
    boolean mayBeDismissed(String sync, RecordRef ref) {
        return everDismissed.contains(sync + " " + ref);
    }

    void paused(String sync) {
        paused.put(sync, sim.scheduler.now());
    }

    void resumed(String sync) {
        paused.remove(sync);
        sim.refusals.resumed(sync);
    }

    // the store

    void granted(Lease lease) {
        leases.put(lease.domain(), lease);
    }

    void committed(Lease lease) {
        Lease newest = leases.get(lease.domain());
        if (newest == null || newest.epoch() != lease.epoch()) {
            violated("G8", "the store took a commit of epoch " + lease.epoch() + " when the newest was " + newest);
        }
    }

    void died(SimulatedNode node) {
        lanes.values().removeIf(process -> process.node.filter(node::equals).isPresent());
    }

    /** Whether no other node has taken the lease from the one that moves. */
    boolean isFenced() {
        String owner = sim.scheduler.current().node.map(node -> node.name).orElse("");
        return leases.values().stream().allMatch(lease -> lease.owner().equals(owner));
    }

    /** Everything that the engine remembered is lost, with what people had said to it. */
    void emptied() {
        emptied = true;
        leases.clear();
        dismissed.clear();
        paused.clear();
        hintedAt.clear();
        sim.refusals.emptied();
    }

    boolean wasEmptied() {
        return emptied;
    }

    // calls to systems

    /** No run of a closed engine calls anybody. */
    void called(World world) {
        Strand me = sim.scheduler.current();
        if (me.run != null && me.node.map(SimulatedNode::isClosed).orElse(false)) {
            violated("G10", me.name + " calls " + world.account + " for " + me.run.sync() + " though it is closed");
        }
    }

    /**
     * A call begins.
     *
     * @param asksLater whether the fence is asked again before it leaves: then a lease that is lost by now stops it
     */
    void callBegins(World world, List<Prepared<Paper>> batch, boolean asksLater) {
        Strand me = sim.scheduler.current();
        for (Prepared<Paper> write : batch) {
            String lane = world.account + " " + write.effect().lane();
            sim.note("wants to write", write.key().toString());
            Strand other = lanes.put(lane, me);
            boolean sameLife = other != null && other.node.equals(me.node);
            if (sameLife && other != me) {
                violated("G3", "two calls at once in lane " + lane);
            }
            if (!isFenced()) {
                if (!asksLater) {
                    unfenced.add(write.effect().lane());
                }
                continue;
            }
            EffectKey underWay = outstanding.get(lane);
            if (underWay != null && !unfenced.contains(write.effect().lane())) {
                violated("G3", write.key() + " is sent while the target still works on " + underWay);
            }
            Strand.Run run = me.run;
            Long since = run == null
                    ? null
                    : dismissed.get(run.sync() + " " + write.key().source());
            if (since != null && run != null && since < run.startedAt()) {
                violated("G12", write.key() + " is written although a person took it over");
            }
            Long pausedSince = run == null ? null : paused.get(run.sync());
            if (run != null && pausedSince != null && pausedSince < run.startedAt()) {
                violated("G12", write.key() + " is written although " + run.sync() + " is paused");
            }
        }
    }

    /** What leaves just after the fence let it pass leaves under the newest lease (guarantee G8). */
    void passedTheFence(List<Prepared<Paper>> batch) {
        if (!isFenced()) {
            violated("G8", batch.get(0).key() + " passed the fence, and another node holds the lease: " + leases);
        }
    }

    /** A write is on its way, or is worked on, though nobody waits for its answer any more. */
    void staysUnderWay(World world, Prepared<Paper> write, boolean fenced) {
        if (!fenced) {
            unfenced.add(write.effect().lane());
        }
        outstanding.put(world.account + " " + write.effect().lane(), write.key());
    }

    /** Such a write has ended. */
    void comesToItsEnd(World world, Prepared<Paper> write) {
        outstanding.remove(world.account + " " + write.effect().lane(), write.key());
    }

    /** A wish to look at a record was taken by the store. */
    void hinted(String sync, RecordRef ref) {
        hintedAt.put(sync + " " + ref, sim.scheduler.now());
    }

    /** A run is shown a record, or is told that it does not show yet. */
    void shown(RecordRef ref) {
        Strand.Run run = sim.scheduler.current().run;
        if (run != null) {
            shownAt.put(run.sync() + " " + ref, sim.scheduler.now());
        }
    }

    /** Every wish was followed by a look. */
    void hintsWereServed() {
        new TreeMap<>(hintedAt).forEach((wish, at) -> {
            if (shownAt.getOrDefault(wish, 0L) < at) {
                violated("G1", "the hint of " + wish + " was never served");
            }
        });
    }

    void callEnds(World world, List<Prepared<Paper>> batch) {
        Strand me = sim.scheduler.current();
        for (Prepared<Paper> write : batch) {
            lanes.remove(world.account + " " + write.effect().lane(), me);
        }
    }

    /** What a write needs must stand there. */
    void needsAreThere(World world, Prepared<Paper> write) {
        for (EffectKey needed : write.effect().after()) {
            RecordRef bound = write.bound().get(needed);
            if (bound == null || world.get(bound).isEmpty()) {
                violated("G3", write.key() + " is written before " + needed);
            }
        }
    }

    /** A write made a record. */
    void made(World world, Prepared<Paper> write, World.Held record, boolean fenced) {
        String lane = write.effect().lane();
        if (!fenced) {
            unfenced.add(lane);
        }
        RecordRef earlier = made.put(write.key(), record.ref());
        if (earlier != null && !unfenced.contains(lane)) {
            violated("G2", write.key() + " stands twice: " + earlier + " and " + record.ref());
        }
        Paper paper = record.last().paper();
        boolean perSubject = record.ref().type().equals(Paper.CUSTOMER.name())
                || record.ref().type().equals(Paper.COMPANY.name())
                || record.ref().type().equals(Paper.STOCK.name());
        long same = world.all(RecordType.of(record.ref().type(), Paper.class)).stream()
                .filter(held -> held.last().paper().subject().equals(paper.subject()))
                .count();
        if (perSubject && same > 1 && !unfenced.contains(lane)) {
            violated("G2", record.ref().type() + " " + paper.subject() + " stands " + same + " times");
        }
    }

    /** A write changes a record. */
    void changes(World world, Prepared<Paper> write, World.Held record, boolean fenced) {
        String lane = write.effect().lane();
        if (!fenced) {
            unfenced.add(lane);
        }
        if (unfenced.contains(lane)) {
            return;
        }
        String before = record.last().paper().content();
        String after = write.effect().record().content();
        boolean twoWay = record.ref().type().equals(Paper.COMPANY.name());
        Instant beforeAt = saidAt.get(before);
        Instant afterAt = saidAt.get(after);
        if (!twoWay && beforeAt != null && afterAt != null && afterAt.isBefore(beforeAt)) {
            violated("G3", write.key() + ": " + after + " overwrites the newer " + before);
        }
        if (twoWay && before.equals(after) && isSureOfAnswers()) {
            violated("G5", write.key() + ": " + after + " is told to the side that has it");
        }
    }

    /** Whether the lane was written to by a node whose lease had run out: nothing can be promised then. */
    boolean isUnfenced(String lane) {
        return unfenced.contains(lane);
    }

    /** Whether nothing makes a repetition of a write necessary. That something shows a past is no excuse. */
    private boolean isSureOfAnswers() {
        for (Fault fault : List.of(
                Fault.LOST_ANSWERS,
                Fault.TIMEOUTS,
                Fault.LATE_WRITES,
                Fault.PARTIAL_ANSWERS,
                Fault.PENDING,
                Fault.KILLS,
                Fault.PAUSES,
                Fault.FAILING_COMMITS,
                Fault.UNANSWERED_COMMITS,
                Fault.FAILING_READS)) {
            if (sim.faults.has(fault)) {
                return false;
            }
        }
        return true;
    }

    /** The counters of a run add up. */
    void ended(RunReport report) {
        long sum =
                report.outcomes().values().stream().mapToLong(Long::longValue).sum();
        boolean negative = report.outcomes().values().stream().anyMatch(count -> count < 0);
        if (sum != report.read() || negative) {
            violated("G9", report.summary());
        }
    }
}
