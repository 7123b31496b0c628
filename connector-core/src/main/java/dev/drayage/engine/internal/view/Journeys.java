package dev.drayage.engine.internal.view;

import dev.drayage.engine.Journey;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.Ledger;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows one id through the ledger: what was read under it, what was written because of it or in the lane of that order, and
 * what those records caused in turn (guarantee G9).
 */
final class Journeys {
    /** An order's shipments and what became of them are within this many steps. */
    private static final int STEPS = 3;

    private static final int MOST_IDS = 200;

    private final Ledger ledger;

    Journeys(Ledger ledger) {
        this.ledger = ledger;
    }

    Journey of(String id) {
        Map<EffectKey, EffectEntry> effects = new LinkedHashMap<>();
        Map<String, RecordEntry> records = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        Set<String> next = Set.of(id);
        for (int step = 0; step < STEPS && !next.isEmpty(); step++) {
            Set<String> found = new LinkedHashSet<>();
            for (String name : next) {
                if (seen.size() < MOST_IDS && seen.add(name)) {
                    ledger.records(RecordQuery.builder().id(name).build())
                            .forEach(record -> records.putIfAbsent(record.sync() + " " + record.ref(), record));
                    for (EffectEntry effect : effects(name)) {
                        effects.putIfAbsent(effect.key(), effect);
                        found.add(effect.cause().id());
                        found.add(effect.key().source().id());
                        effect.target().map(RecordRef::id).ifPresent(found::add);
                    }
                }
            }
            next = found;
        }
        return new Journey(id, List.copyOf(records.values()), List.copyOf(effects.values()));
    }

    private Collection<EffectEntry> effects(String name) {
        Map<EffectKey, EffectEntry> found = new LinkedHashMap<>();
        for (EffectQuery query : List.of(
                EffectQuery.builder().id(name).build(),
                EffectQuery.builder().lane("order/" + name).build())) {
            ledger.effects(query).forEach(effect -> found.putIfAbsent(effect.key(), effect));
        }
        return found.values();
    }
}
