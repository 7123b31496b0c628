package dev.drayage.engine.internal.run;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.Plan;
import dev.drayage.engine.Translated;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.read.PageMark;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What records that are planned owe to our own writes in a two-way flow: the plan says of them what a run does, because the same
 * {@link EchoGuard} decides (guarantees G5 and G6). Empty for other flows.
 */
public final class PlannedEchoes {
    private final Map<RecordRef, Decided> decided = new HashMap<>();
    private final Map<EffectKey, EffectTask> left = new HashMap<>();
    private final Set<EffectKey> dropped = new HashSet<>();

    private PlannedEchoes() {}

    /** Looks at records and at what those of them that want something want. */
    public static <S extends CommerceRecord> PlannedEchoes among(
            RunContext<S> run,
            List<Change<S>> changes,
            Map<RecordRef, Translated.Effects> wanted,
            Map<EffectKey, EffectEntry> entries) {
        PlannedEchoes echoes = new PlannedEchoes();
        if (!run.twoWay()) {
            return echoes;
        }
        List<RecordTask> tasks = new ArrayList<>();
        for (Change<S> change : changes) {
            Translated.Effects effects = wanted.get(change.ref());
            if (change instanceof Change.Present<S> present && effects != null) {
                tasks.add(task(run, present, effects, entries));
            }
        }
        tasks.forEach(task -> task.effects.forEach(effect -> echoes.dropped.add(effect.key())));
        List<Decided> decided = new ArrayList<>();
        new EchoGuard(run, new LedgerBuffer(run.ledger(), run.lease())).suppress(changes, tasks, decided);
        decided.forEach(known -> echoes.decided.put(known.task().ref, known));
        tasks.forEach(task -> task.effects.forEach(effect -> echoes.left.put(effect.key(), effect)));
        echoes.dropped.removeAll(echoes.left.keySet());
        return echoes;
    }

    private static <S extends CommerceRecord> RecordTask task(
            RunContext<S> run,
            Change.Present<S> present,
            Translated.Effects wanted,
            Map<EffectKey, EffectEntry> entries) {
        RecordTask task = new RecordTask(
                present.ref(),
                run.revision(present.revision()),
                present.createdAt(),
                Optional.of(present.changedAt()),
                Optional.empty(),
                new PageMark(Optional.empty()));
        for (Effect<?> effect : wanted.effects()) {
            EffectTask.of(run, effect, task).ifPresent(known -> {
                known.entry = entries.get(effect.key());
                task.effects.add(known);
            });
        }
        return task;
    }

    /** What becomes of a record that shows nothing but our own writes, or may do so. */
    public Optional<Plan.Verdict> verdict(RecordRef ref) {
        return Optional.ofNullable(decided.get(ref))
                .map(known -> known.outcome() == Outcome.ECHO ? Plan.Verdict.SKIP : Plan.Verdict.WAIT);
    }

    /** Why. */
    public String reason(RecordRef ref) {
        return Optional.ofNullable(decided.get(ref)).map(Decided::message).orElse("");
    }

    /** Those effects that would not only send a change back to where it came from. */
    public List<Effect<?>> without(List<Effect<?>> effects) {
        return effects.stream()
                .<Effect<?>>map(effect -> effect)
                .filter(effect -> !dropped.contains(effect.key()))
                .toList();
    }

    /** The record at the target that the other direction knows. */
    public Optional<RecordRef> counterpart(Effect<?> effect) {
        return Optional.ofNullable(left.get(effect.key())).flatMap(task -> task.counterpart);
    }

    /** Whether the other direction has written since: what this one wrote last stands there no more. */
    public boolean isTurned(Effect<?> effect) {
        EffectTask task = left.get(effect.key());
        return task != null && task.isTurned();
    }
}
