package dev.drayage.engine.internal.read;

import dev.drayage.engine.internal.news.Waits;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.Ledger;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records of a sync that are to be looked at now, each once: asked for, due by time, or waiting for a record that has
 * arrived. Reads the ledger page by page, so memory stays bounded (guarantee G7).
 */
public final class DueRecords implements Iterator<RecordRef> {
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final String sync;
    private final Duration alarmAfter;
    private final Instant now;
    private final Deque<RecordRef> ready = new ArrayDeque<>();
    private Optional<RecordRef> after = Optional.empty();
    private boolean ended;

    public DueRecords(Ledger ledger, String sync, Duration alarmAfter, Instant now) {
        this.ledger = ledger;
        this.sync = sync;
        this.alarmAfter = alarmAfter;
        this.now = now;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            load();
        }
        return !ready.isEmpty();
    }

    @Override
    public RecordRef next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.removeFirst();
    }

    private void load() {
        List<RecordEntry> page = ledger.records(RecordQuery.builder()
                .sync(sync)
                .addStates(RecordState.DUE, RecordState.DEFERRED, RecordState.OPEN)
                .after(after)
                .limit(PAGE)
                .build());
        ended = page.size() < PAGE;
        if (page.isEmpty()) {
            return;
        }
        after = Optional.of(page.get(page.size() - 1).ref());
        Set<String> arrived = arrived(page);
        for (RecordEntry entry : page) {
            boolean due = entry.dueAt()
                    .map(at -> !at.isAfter(now))
                    .orElse(entry.state() == RecordState.DUE
                            || entry.waitingFor().isEmpty());
            if (due
                    || Waits.isUntold(alarmAfter, entry, now)
                    || entry.waitingFor().map(arrived::contains).orElse(false)) {
                ready.add(entry.ref());
            }
        }
    }

    /** Which of the awaited effects are in their target by now, or at least not under way any more. */
    private Set<String> arrived(List<RecordEntry> page) {
        Set<EffectKey> keys = new HashSet<>();
        for (RecordEntry entry : page) {
            entry.waitingFor().flatMap(DueRecords::key).ifPresent(keys::add);
        }
        if (keys.isEmpty()) {
            return Set.of();
        }
        return ledger
                .effects(EffectQuery.builder()
                        .keys(keys)
                        .addStates(EffectState.BOUND, EffectState.WRITTEN)
                        .limit(keys.size())
                        .build())
                .stream()
                .map(EffectEntry::key)
                .map(EffectKey::toString)
                .collect(Collectors.toSet());
    }

    private static Optional<EffectKey> key(String text) {
        try {
            return Optional.of(EffectKey.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // it waits for something that is no effect of ours; time wakes it
        }
    }
}
