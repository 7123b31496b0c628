package dev.drayage.simulation;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a system does with a write that reached it, and what a look at it finds. */
final class Bookkeeping {
    private final Simulated sim;
    private final World world;
    private final RecordType<Paper> type;
    private final TargetRules rules;
    private final Catalogue catalogue;
    private final Map<EffectKey, Work> works = new HashMap<>();

    /** A write that was taken and not ended at once. */
    private static final class Work {
        private final String content;
        private boolean ended;
        private @Nullable EffectOutcome outcome;

        Work(String content) {
            this.content = content;
        }
    }

    Bookkeeping(Simulated sim, World world, RecordType<Paper> type, TargetRules rules, Catalogue catalogue) {
        this.sim = sim;
        this.world = world;
        this.type = type;
        this.rules = rules;
        this.catalogue = catalogue;
    }

    /** A buyer who stands there under another key is the same buyer; a look and a write of their own. */
    Optional<RecordRef> match(Prepared<Paper> write) {
        if (!type.equals(Paper.CUSTOMER)) {
            return Optional.empty();
        }
        String buyer = write.effect().record().subject();
        return world.all(type).stream()
                .filter(held -> held.last().paper().subject().equals(buyer))
                .map(World.Held::ref)
                .findFirst();
    }

    /** A write is sent anew: what became of the last one is told no more. */
    void isSentAnew(Prepared<Paper> write) {
        works.remove(write.key());
    }

    /** Takes a write and carries it out, or refuses it, some minutes later. */
    EffectOutcome takeForLater(Prepared<Paper> write, Map<EffectKey, Optional<RecordRef>> matches, boolean fenced) {
        Work work = new Work(write.effect().digest());
        works.put(write.key(), work);
        boolean refuses = sim.chance(0.2);
        Duration takes = sim.between(Duration.ofSeconds(5), Duration.ofMinutes(6));
        sim.oracle.staysUnderWay(world, write, fenced);
        sim.note("takes for later", write.key().source().id());
        sim.scheduler.after(takes, () -> {
            work.ended = true;
            sim.oracle.comesToItsEnd(world, write);
            work.outcome = refuses ? null : carryOut(write, matches, fenced);
        });
        return new EffectOutcome.Pending("", sim.instant().plusSeconds(90));
    }

    /** Carries a write out, or refuses it. */
    EffectOutcome carryOut(Prepared<Paper> write, Map<EffectKey, Optional<RecordRef>> matches, boolean fenced) {
        Effect<Paper> effect = write.effect();
        Paper paper = effect.record();
        if (!catalogue.knows(paper.sku())) {
            return new EffectOutcome.Rejected(
                    Violations.of(ErrorCode.SKU_UNKNOWN, "sku", "there is no item " + paper.sku()));
        }
        sim.oracle.needsAreThere(world, write);
        Optional<World.Held> held = write.existing().flatMap(world::get);
        if (held.isEmpty() && rules.unique()) {
            held = world.byKey(type, write.nativeKey()).stream().findFirst();
        }
        if (held.isEmpty()) {
            held = matches.getOrDefault(write.key(), Optional.empty()).flatMap(world::get);
        }
        if (held.isEmpty() && effect.mode() == Effect.Mode.UPDATE) {
            return new EffectOutcome.Rejected(Violations.of(ErrorCode.RECORD_GONE, "", "there is nothing to change"));
        }
        if (held.isEmpty()) {
            World.Held made = world.create(type, write.nativeKey(), paper, effect.digest());
            sim.oracle.made(world, write, made, fenced);
            return applied(made, made.last());
        }
        World.Held there = held.get();
        if (effect.mode() == Effect.Mode.CREATE_ONCE) {
            return new EffectOutcome.Unchanged(there.ref(), there.last().paper().digest());
        }
        sim.oracle.changes(world, write, there, fenced);
        world.write(there, paper, effect.digest());
        return applied(there, there.last());
    }

    /** What a look finds under a key; writes of late may not be found yet. */
    Optional<World.Held> find(String nativeKey) {
        return world.byKey(type, nativeKey).stream()
                .filter(held -> found(held).isPresent())
                .findFirst();
    }

    /** What a look tells about a write. */
    Resolution resolve(Intent intent) {
        Work work = works.get(intent.key());
        if (work != null && work.content.equals(intent.contentDigest())) {
            return resolve(intent, work);
        }
        Optional<World.Held> held =
                intent.existing().isPresent() ? intent.existing().flatMap(world::get) : find(intent.nativeKey());
        return held.flatMap(there -> found(there)
                        .filter(version -> version.effect().equals(intent.contentDigest()))
                        .<Resolution>map(version -> new Resolution.Landed(applied(there, version))))
                .orElseGet(Resolution.NotLanded::new);
    }

    /** The target keeps what became of a write that it took, so no look has to find it. */
    private Resolution resolve(Intent intent, Work work) {
        if (!work.ended) {
            return new Resolution.StillOpen(sim.instant().plusSeconds(60));
        }
        EffectOutcome outcome = work.outcome;
        return outcome instanceof EffectOutcome.Applied landed
                ? new Resolution.Landed(landed)
                : outcome instanceof EffectOutcome.Unchanged there
                        ? new Resolution.Landed(
                                new EffectOutcome.Applied(there.ref(), "", there.writtenDigest(), List.of()))
                        : new Resolution.Refused(Violations.of(
                                ErrorCode.REFUSED_BY_TARGET, "", intent.nativeKey() + " was refused after a while"));
    }

    /** The newest version that a look finds and that a writer, not a person, made. */
    private Optional<World.Version> found(World.Held held) {
        long now = sim.scheduler.now();
        List<World.Version> versions = held.versions();
        for (int i = versions.size() - 1; i >= 0; i--) {
            World.Version version = versions.get(i);
            if (version.foundFrom() <= now && !version.effect().isEmpty()) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    private static EffectOutcome.Applied applied(World.Held held, World.Version version) {
        return new EffectOutcome.Applied(
                held.ref(), "v" + version.number(), version.paper().digest(), List.of());
    }
}
