package dev.drayage.engine.internal.compare;

import dev.drayage.engine.ComparisonReport.Verdict;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.TargetLook;
import dev.drayage.engine.internal.news.LogContext;
import dev.drayage.engine.internal.read.Reach;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the records of one page: with one look at the ledger, one at each target, and one more at the ledger if something
 * differs, because a run may be at work meanwhile. Writes nothing. Used by one thread.
 *
 * @param <S> the record that is read
 */
final class PageComparison<S extends CommerceRecord> {
    private final RunContext<S> run;
    private final TargetLook targets;

    PageComparison(RunContext<S> run) {
        this.run = run;
        this.targets = new TargetLook(run);
    }

    /**
     * How records stand, one verdict for each.
     *
     * @param reach what the sync had read before they were read
     */
    List<Compared> compare(List<Change<S>> changes, Reach reach) {
        Map<RecordRef, RecordEntry> known =
                records(changes.stream().map(Change::ref).toList());
        SourceSide<S> source = new SourceSide<>(run, known, reach);
        List<SourceSide.Sight> sights = changes.stream()
                .map(change -> LogContext.ofRecord(change.ref(), () -> source.see(change)))
                .toList();
        List<Effect<?>> effects = new ArrayList<>();
        sights.forEach(sight -> effects.addAll(sight.effects()));
        Map<EffectKey, EffectEntry> entries = effects(keys(effects));
        TargetSide target = new TargetSide(run, entries, targets.find(effects).found());
        List<Compared> compared = sights.stream().map(target::look).toList();
        return confirmed(sights, compared, known, entries);
    }

    /** What the ledger says otherwise by now is no difference: the next comparison tells. */
    private List<Compared> confirmed(
            List<SourceSide.Sight> sights,
            List<Compared> compared,
            Map<RecordRef, RecordEntry> known,
            Map<EffectKey, EffectEntry> entries) {
        List<RecordRef> differing = new ArrayList<>();
        List<Effect<?>> effects = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            if (compared.get(i).verdict().isDifference()) {
                differing.add(compared.get(i).ref());
                effects.addAll(sights.get(i).effects());
            }
        }
        if (differing.isEmpty()) {
            return compared;
        }
        Map<RecordRef, RecordEntry> recordsNow = records(differing);
        Map<EffectKey, EffectEntry> effectsNow = effects(keys(effects));
        List<Compared> confirmed = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            Compared one = compared.get(i);
            boolean moved = one.verdict().isDifference()
                    && (!same(known, recordsNow, one.ref())
                            || sights.get(i).effects().stream()
                                    .anyMatch(effect -> !same(entries, effectsNow, effect.key())));
            confirmed.add(moved ? Compared.of(one.ref(), Verdict.MOVED, "a run worked on it meanwhile") : one);
        }
        return confirmed;
    }

    private static <K, V> boolean same(Map<K, V> before, Map<K, V> now, K key) {
        return Optional.ofNullable(before.get(key)).equals(Optional.ofNullable(now.get(key)));
    }

    private static Set<EffectKey> keys(List<Effect<?>> effects) {
        Set<EffectKey> keys = new HashSet<>();
        effects.forEach(effect -> keys.add(effect.key()));
        return keys;
    }

    private Map<RecordRef, RecordEntry> records(Collection<RecordRef> refs) {
        Map<RecordRef, RecordEntry> found = new HashMap<>();
        if (!refs.isEmpty()) {
            run.ledger()
                    .records(RecordQuery.builder()
                            .sync(run.sync().name())
                            .refs(refs)
                            .limit(refs.size())
                            .build())
                    .forEach(entry -> found.put(entry.ref(), entry));
        }
        return found;
    }

    private Map<EffectKey, EffectEntry> effects(Set<EffectKey> keys) {
        Map<EffectKey, EffectEntry> found = new HashMap<>();
        if (!keys.isEmpty()) {
            run.ledger()
                    .effects(EffectQuery.builder().keys(keys).limit(keys.size()).build())
                    .forEach(entry -> found.put(entry.key(), entry));
        }
        return found;
    }
}
