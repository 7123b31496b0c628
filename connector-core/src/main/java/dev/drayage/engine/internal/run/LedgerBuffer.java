package dev.drayage.engine.internal.run;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.Hint;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.SyncState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is to be remembered until the next commit, so that one round trip serves many records; reads see what is
 * collected. Used by the coordinator's thread only.
 */
final class LedgerBuffer {
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final Supplier<Lease> lease;
    private final Map<RecordKey, RecordEntry> records = new LinkedHashMap<>();
    private final Map<EffectKey, EffectEntry> effects = new LinkedHashMap<>();
    private final List<Hint> served = new ArrayList<>();
    private @Nullable SyncState sync;

    private record RecordKey(String sync, RecordRef ref) {}

    LedgerBuffer(Ledger ledger, Supplier<Lease> lease) {
        this.ledger = ledger;
        this.lease = lease;
    }

    void put(RecordEntry entry) {
        records.put(new RecordKey(entry.sync(), entry.ref()), entry);
    }

    void put(EffectEntry entry) {
        effects.put(entry.key(), entry);
    }

    void put(SyncState state) {
        sync = state;
    }

    /** A hint was served by what is collected. */
    void serve(Hint hint) {
        served.add(hint);
    }

    /** Whether something waits that later work leans on; a checkpoint alone does not. */
    boolean hasEntries() {
        return !records.isEmpty() || !effects.isEmpty() || !served.isEmpty();
    }

    /** How many records or effects, whichever are more, wait with what became of them. */
    int results() {
        return Math.max(records.size(), effects.size());
    }

    /** Makes everything durable. */
    void flush() {
        LedgerCommit commit = new LedgerCommit(
                List.copyOf(records.values()),
                List.copyOf(effects.values()),
                Optional.ofNullable(sync),
                Optional.empty(),
                served,
                List.of());
        if (commit.isEmpty()) {
            return;
        }
        ledger.commit(commit, lease.get());
        records.clear();
        effects.clear();
        served.clear();
        sync = null;
    }

    /** The entries of records, in one round trip. */
    Map<RecordRef, RecordEntry> records(String syncName, Collection<RecordRef> refs) {
        Map<RecordRef, RecordEntry> found = new HashMap<>();
        if (!refs.isEmpty()) {
            ledger.records(RecordQuery.builder()
                            .sync(syncName)
                            .refs(refs)
                            .limit(refs.size())
                            .build())
                    .forEach(entry -> found.put(entry.ref(), entry));
            for (RecordRef ref : refs) {
                RecordEntry waiting = records.get(new RecordKey(syncName, ref));
                if (waiting != null) {
                    found.put(ref, waiting);
                }
            }
        }
        return found;
    }

    /** The entries of effects, in one round trip. */
    Map<EffectKey, EffectEntry> effects(Set<EffectKey> keys) {
        Map<EffectKey, EffectEntry> found = new HashMap<>();
        if (!keys.isEmpty()) {
            ledger.effects(EffectQuery.builder().keys(keys).limit(keys.size()).build())
                    .forEach(entry -> found.put(entry.key(), entry));
            for (EffectKey key : keys) {
                EffectEntry waiting = effects.get(key);
                if (waiting != null) {
                    found.put(key, waiting);
                }
            }
        }
        return found;
    }

    /** Effects that were bound to one of these records, page by page. */
    List<EffectEntry> boundTo(Set<RecordRef> targets) {
        if (targets.isEmpty()) {
            return List.of();
        }
        Map<EffectKey, EffectEntry> found = new LinkedHashMap<>();
        Optional<EffectKey> after = Optional.empty();
        List<EffectEntry> page;
        do {
            page = ledger.effects(EffectQuery.builder()
                    .targets(targets)
                    .after(after)
                    .limit(PAGE)
                    .build());
            for (EffectEntry entry : page) {
                found.put(entry.key(), entry);
                after = Optional.of(entry.key());
            }
        } while (page.size() == PAGE);
        effects.values().stream()
                .filter(entry -> entry.target().map(targets::contains).orElse(false))
                .forEach(entry -> found.put(entry.key(), entry));
        return List.copyOf(found.values());
    }
}
