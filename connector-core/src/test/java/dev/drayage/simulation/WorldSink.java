package dev.drayage.simulation;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes to a world over a line on which everything can go wrong that its traits do not rule out. */
final class WorldSink implements RecordSink<Paper> {
    private static final long CALL = Duration.ofMillis(600).toNanos();

    private final Simulated sim;
    private final World world;
    private final RecordType<Paper> type;
    private final TargetRules rules;
    private final Bookkeeping books;

    WorldSink(Simulated sim, World world, RecordType<Paper> type, TargetRules rules, Bookkeeping books) {
        this.sim = sim;
        this.world = world;
        this.type = type;
        this.rules = rules;
        this.books = books;
        world.lookupLag(rules.mostLate());
    }

    @Override
    public SinkTraits traits() {
        return rules.traits();
    }

    @Override
    public Prepared<Paper> prepare(
            Effect<Paper> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
        String expectation = rules.traits().verifyBatch() > 0 ? "expected" : "";
        return new Prepared<>(effect, nativeKey(effect.key()), "", expectation, existing, bound);
    }

    @Override
    public Map<EffectKey, EffectOutcome> apply(List<Prepared<Paper>> batch, CallContext call) {
        sim.oracle.callBegins(world, batch, rules.fenced());
        try {
            Map<EffectKey, Optional<RecordRef>> matches = new LinkedHashMap<>();
            batch.forEach(one -> matches.put(one.key(), books.match(one)));
            reach("sends", sim.faults.strikes(Fault.SLOW_CALLS));
            if (rules.fenced()) {
                call.fence().check();
                sim.oracle.passedTheFence(batch);
            }
            boolean fenced = sim.oracle.isFenced();
            batch.forEach(books::isSentAnew);
            if (sim.faults.strikes(Fault.TIMEOUTS)) {
                throw unknown("it was not carried out");
            }
            if (rules.mostLate().toNanos() > 0 && sim.faults.strikes(Fault.LATE_WRITES)) {
                Duration late = sim.between(Duration.ofSeconds(1), rules.mostLate());
                batch.forEach(one -> sim.oracle.staysUnderWay(world, one, fenced));
                sim.scheduler.after(
                        late,
                        () -> batch.forEach(one -> {
                            sim.oracle.comesToItsEnd(world, one);
                            books.carryOut(one, matches, fenced);
                        }));
                throw unknown("it will be carried out after " + late);
            }
            Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
            batch.forEach(one -> {
                boolean partial = sim.faults.strikes(Fault.PARTIAL_ANSWERS);
                if (!partial || sim.chance(0.5)) {
                    EffectOutcome outcome = outcome(one, matches, fenced);
                    if (!partial) {
                        outcomes.put(one.key(), outcome);
                    }
                }
            });
            sim.step("is answered", CALL);
            if (sim.faults.strikes(Fault.LOST_ANSWERS)) {
                throw unknown("the answer is lost");
            }
            return outcomes;
        } finally {
            sim.oracle.callEnds(world, batch);
        }
    }

    private EffectOutcome outcome(Prepared<Paper> one, Map<EffectKey, Optional<RecordRef>> matches, boolean fenced) {
        if (sim.faults.strikes(Fault.THROTTLING)) {
            return new EffectOutcome.RetryLater(sim.instant().plusSeconds(40), "not now");
        }
        if (sim.faults.strikes(Fault.PENDING)) {
            return books.takeForLater(one, matches, fenced);
        }
        return books.carryOut(one, matches, fenced);
    }

    @Override
    public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
        reach("resolves", false);
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        open.forEach(intent -> answers.put(intent.key(), books.resolve(intent)));
        return answers;
    }

    @Override
    public Map<EffectKey, Existing> find(Collection<Effect<Paper>> effects, CallContext call) {
        reach("looks", false);
        Map<EffectKey, Existing> found = new LinkedHashMap<>();
        for (Effect<Paper> effect : effects) {
            Optional<World.Held> held = books.find(nativeKey(effect.key()));
            found.put(
                    effect.key(),
                    new Existing(
                            held.map(World.Held::ref),
                            held.map(h -> Map.of("content", h.last().paper().digest()))
                                    .orElse(Map.of()),
                            Map.of("content", effect.record().digest()),
                            Violations.none()));
        }
        return found;
    }

    private void reach(String what, boolean slow) {
        sim.step(what, slow ? Duration.ofMinutes(9).toNanos() : CALL);
        world.letIn();
    }

    private OutcomeUnknownException unknown(String why) {
        sim.note("no answer", why);
        return new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "no answer");
    }

    private static String nativeKey(EffectKey key) {
        return key.purpose() + "-" + key.source().id();
    }

    @Override
    public String toString() {
        return type + " of " + world.account;
    }
}
