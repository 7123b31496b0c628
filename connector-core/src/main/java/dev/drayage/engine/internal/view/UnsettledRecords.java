package dev.drayage.engine.internal.view;

import dev.drayage.engine.WorkFilter;
import dev.drayage.engine.Worklist;
import dev.drayage.engine.internal.turn.Syncs;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.Ledger;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds records that are not settled. Reads all of them, page by page, and keeps no more than one page of what is shown, so
 * memory stays bounded (guarantee G7).
 */
public final class UnsettledRecords {
    private static final int PAGE = 500;
    private static final Comparator<RecordEntry> OLDEST_FIRST = Comparator.comparing(RecordEntry::updatedAt)
            .thenComparing(RecordEntry::sync)
            .thenComparing(entry -> entry.ref().toString());

    private final Ledger ledger;

    public UnsettledRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A page of what the filter lets through, and the counts of all of it; {@code syncs} are all that are wired. */
    Worklist list(WorkFilter filter, Collection<String> syncs) {
        Comparator<RecordEntry> order =
                filter.order() == WorkFilter.Order.OLDEST_FIRST ? OLDEST_FIRST : OLDEST_FIRST.reversed();
        Optional<RecordEntry> last = filter.after().map(UnsettledRecords::at);
        Map<RecordState, Long> states = new EnumMap<>(RecordState.class);
        Map<ErrorCode, Long> codes = new EnumMap<>(ErrorCode.class);
        PriorityQueue<RecordEntry> first = new PriorityQueue<>(order.reversed());
        for (String sync : new TreeSet<>(filter.syncs().isEmpty() ? syncs : filter.syncs())) {
            each(sync, filter, entry -> {
                states.merge(entry.state(), 1L, Long::sum);
                entry.code().ifPresent(code -> codes.merge(code, 1L, Long::sum));
                if (last.map(mark -> order.compare(entry, mark) > 0).orElse(true)) {
                    first.add(entry);
                    if (first.size() > filter.limit() + 1) {
                        first.remove();
                    }
                }
            });
        }
        List<RecordEntry> shown = first.stream().sorted(order).toList();
        boolean more = shown.size() > filter.limit();
        List<Worklist.Item> items = items(more ? shown.subList(0, filter.limit()) : shown, syncs);
        Optional<WorkFilter.Mark> next = more && !items.isEmpty()
                ? Optional.of(items.get(items.size() - 1).mark())
                : Optional.empty();
        return new Worklist(states, codes, items, next);
    }

    /** Every record of one sync that the filter lets through, whatever its page; in order of reference. */
    public void each(String sync, WorkFilter filter, Consumer<RecordEntry> found) {
        Optional<RecordRef> after = Optional.empty();
        List<RecordEntry> page;
        do {
            page = ledger.records(RecordQuery.builder()
                    .sync(sync)
                    .states(filter.states())
                    .codes(filter.codes())
                    .id(filter.id())
                    .after(after)
                    .limit(PAGE)
                    .build());
            for (RecordEntry entry : page) {
                after = Optional.of(entry.ref());
                if (filter.standingBefore()
                        .map(limit -> entry.updatedAt().isBefore(limit))
                        .orElse(true)) {
                    found.accept(entry);
                }
            }
        } while (page.size() == PAGE);
    }

    private List<Worklist.Item> items(List<RecordEntry> entries, Collection<String> wired) {
        Set<RecordRef> refs = new HashSet<>();
        entries.forEach(entry -> refs.add(entry.ref()));
        Map<RecordRef, List<EffectEntry>> effects = effects(refs);
        return entries.stream()
                .map(entry -> new Worklist.Item(
                        entry,
                        effects.getOrDefault(entry.ref(), List.of()).stream()
                                .filter(effect -> Syncs.looksAfter(entry.sync(), effect.sync(), wired))
                                .toList()))
                .toList();
    }

    private Map<RecordRef, List<EffectEntry>> effects(Set<RecordRef> causes) {
        Map<RecordRef, List<EffectEntry>> effects = new HashMap<>();
        Optional<EffectKey> after = Optional.empty();
        List<EffectEntry> page = List.of();
        do {
            if (!causes.isEmpty()) {
                page = ledger.effects(EffectQuery.builder()
                        .causes(causes)
                        .after(after)
                        .limit(PAGE)
                        .build());
            }
            for (EffectEntry effect : page) {
                after = Optional.of(effect.key());
                effects.computeIfAbsent(effect.cause(), cause -> new ArrayList<>())
                        .add(effect);
            }
        } while (page.size() == PAGE);
        return effects;
    }

    /** An entry at a place in the list, to compare with. */
    private static RecordEntry at(WorkFilter.Mark mark) {
        return RecordEntry.builder()
                .sync(mark.sync())
                .ref(mark.ref())
                .state(RecordState.DUE)
                .updatedAt(mark.since())
                .build();
    }
}
