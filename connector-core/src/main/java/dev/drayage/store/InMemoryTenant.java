package dev.drayage.store;

import dev.drayage.call.TimeSource;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One tenant's part of an {@link InMemorySyncStore}; one lock guards all of it. */
final class InMemoryTenant implements Ledger {
    private final TimeSource time;
    private final Map<String, Map<RecordRef, RecordEntry>> records = new HashMap<>();
    private final Map<EffectKey, EffectEntry> effects = new HashMap<>();
    private final Map<RecordRef, Set<EffectKey>> byTarget = new HashMap<>();
    private final Map<String, SyncState> syncs = new HashMap<>();
    private final Map<String, SyncCondition> conditions = new HashMap<>();
    private final Map<String, TreeMap<String, Hint>> hints = new HashMap<>();
    private long hintNumber;
    private final List<AuditEntry> audit = new ArrayList<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private final Map<String, Long> epochs = new HashMap<>();

    InMemoryTenant(TimeSource time) {
        this.time = time;
    }

    @Override
    public synchronized void commit(LedgerCommit commit, Lease lease) {
        fence(lease);
        commit.records()
                .forEach(entry -> records.computeIfAbsent(entry.sync(), s -> new HashMap<>())
                        .put(entry.ref(), entry));
        for (EffectEntry entry : commit.effects()) {
            effects.put(entry.key(), entry);
            entry.target()
                    .ifPresent(target -> byTarget.computeIfAbsent(target, t -> new HashSet<>())
                            .add(entry.key()));
        }
        commit.sync().ifPresent(state -> syncs.put(state.sync(), state));
        commit.condition().ifPresent(condition -> conditions.put(condition.sync(), condition));
        commit.served()
                .forEach(hint -> hints.getOrDefault(hint.sync(), new TreeMap<>())
                        .remove(hint.ref().toString(), hint));
        audit.addAll(commit.audit());
    }

    private void fence(Lease lease) {
        if (!Objects.equals(epochs.get(lease.domain()), lease.epoch())) {
            throw new StaleLeaseException(lease);
        }
    }

    @Override
    public synchronized long forget(Horizon horizon, Lease lease) {
        fence(lease);
        Map<RecordRef, RecordEntry> ofSync = records.getOrDefault(horizon.sync(), Map.of());
        List<RecordEntry> old = ofSync.values().stream()
                .filter(entry -> horizon.states().contains(entry.state()))
                .filter(entry -> entry.updatedAt().isBefore(horizon.records()))
                .sorted(Comparator.comparing(RecordEntry::updatedAt))
                .limit(horizon.most())
                .toList();
        old.forEach(entry -> ofSync.remove(entry.ref()));
        List<AuditEntry> acts = audit.stream()
                .filter(entry ->
                        entry.sync().equals(horizon.sync()) && entry.at().isBefore(horizon.audit()))
                .sorted(Comparator.comparing(AuditEntry::at))
                .limit(horizon.most())
                .toList();
        acts.forEach(audit::remove);
        return old.size() + (long) acts.size();
    }

    @Override
    public synchronized List<RecordEntry> records(RecordQuery query) {
        return matching(query)
                .filter(e -> query.after()
                        .map(after -> e.ref().toString().compareTo(after.toString()) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(e -> e.ref().toString()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized Map<RecordState, Long> countRecords(RecordQuery query) {
        Map<RecordState, Long> counts = new EnumMap<>(RecordState.class);
        matching(query).forEach(e -> counts.merge(e.state(), 1L, Long::sum));
        return counts;
    }

    @Override
    public synchronized List<EffectEntry> effects(EffectQuery query) {
        Stream<EffectEntry> candidates;
        if (!query.keys().isEmpty()) {
            candidates = query.keys().stream().map(effects::get).filter(Objects::nonNull);
        } else if (!query.targets().isEmpty()) {
            candidates = query.targets().stream()
                    .flatMap(target -> byTarget.getOrDefault(target, Set.of()).stream())
                    .map(effects::get)
                    .filter(Objects::nonNull);
        } else {
            candidates = effects.values().stream();
        }
        return candidates
                .filter(e -> query.sync().map(e.sync()::equals).orElse(true))
                .filter(e -> oneOf(query.states(), e.state()))
                .filter(e -> query.targets().isEmpty()
                        || e.target().map(query.targets()::contains).orElse(false))
                .filter(e -> oneOf(query.causes(), e.cause()))
                .filter(e -> query.id().map(id -> named(e, id)).orElse(true))
                .filter(e -> query.lane().map(e.lane()::equals).orElse(true))
                .filter(e -> query.after()
                        .map(after -> e.key().toString().compareTo(after.toString()) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(e -> e.key().toString()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized Optional<SyncState> sync(String sync) {
        return Optional.ofNullable(syncs.get(sync));
    }

    @Override
    public synchronized Optional<SyncCondition> condition(String sync) {
        return Optional.ofNullable(conditions.get(sync));
    }

    @Override
    public synchronized void hint(String sync, Collection<RecordRef> refs) {
        TreeMap<String, Hint> ofSync = hints.computeIfAbsent(sync, s -> new TreeMap<>());
        refs.forEach(ref -> {
            boolean pushed = hint(sync, ref).map(Hint::pushed).orElse(false);
            ofSync.put(ref.toString(), new Hint(sync, ref, pushed, ++hintNumber));
        });
    }

    @Override
    public synchronized void push(String sync, RecordRef ref) {
        hints.computeIfAbsent(sync, s -> new TreeMap<>()).put(ref.toString(), new Hint(sync, ref, true, ++hintNumber));
    }

    @Override
    public synchronized Optional<Hint> hint(String sync, RecordRef ref) {
        return Optional.ofNullable(hints.getOrDefault(sync, new TreeMap<>()).get(ref.toString()));
    }

    @Override
    public synchronized List<Hint> hints(String sync, Optional<RecordRef> after, int limit) {
        TreeMap<String, Hint> ofSync = hints.getOrDefault(sync, new TreeMap<>());
        return after.map(ref -> ofSync.tailMap(ref.toString(), false)).orElse(ofSync).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<AuditEntry> audit(String sync, Instant from, int limit) {
        List<AuditEntry> found = audit.stream()
                .filter(e -> e.sync().equals(sync) && !e.at().isBefore(from))
                .toList();
        return found.subList(Math.max(0, found.size() - limit), found.size());
    }

    Leases leases() {
        return new Leases() {
            @Override
            public Optional<Lease> acquire(String domain, String owner, Duration ttl) {
                return acquireLease(domain, owner, ttl);
            }

            @Override
            public Optional<Lease> renew(Lease lease, Duration ttl) {
                return renewLease(lease, ttl);
            }

            @Override
            public void release(Lease lease) {
                releaseLease(lease);
            }
        };
    }

    private synchronized Optional<Lease> acquireLease(String domain, String owner, Duration ttl) {
        Instant now = time.instant();
        Lease held = leases.get(domain);
        if (held != null && held.until().isAfter(now) && !held.owner().equals(owner)) {
            return Optional.empty();
        }
        long epoch = epochs.merge(domain, 1L, Long::sum);
        Lease lease = new Lease(domain, owner, epoch, now.plus(ttl));
        leases.put(domain, lease);
        return Optional.of(lease);
    }

    private synchronized Optional<Lease> renewLease(Lease lease, Duration ttl) {
        Lease held = leases.get(lease.domain());
        if (held == null || held.epoch() != lease.epoch()) {
            return Optional.empty();
        }
        Lease longer = new Lease(
                lease.domain(), lease.owner(), lease.epoch(), time.instant().plus(ttl));
        leases.put(lease.domain(), longer);
        return Optional.of(longer);
    }

    private synchronized void releaseLease(Lease lease) {
        Lease held = leases.get(lease.domain());
        if (held != null && held.epoch() == lease.epoch()) {
            leases.remove(lease.domain());
        }
    }

    private Stream<RecordEntry> matching(RecordQuery query) {
        Stream<Map<RecordRef, RecordEntry>> maps = query.sync()
                .map(sync -> Stream.of(records.getOrDefault(sync, Map.of())))
                .orElseGet(() -> records.values().stream());
        Stream<RecordEntry> candidates = query.refs().isEmpty()
                ? maps.flatMap(map -> map.values().stream())
                : maps.flatMap(map -> query.refs().stream().map(map::get).filter(Objects::nonNull));
        return candidates
                .filter(e -> oneOf(query.states(), e.state()))
                .filter(e -> query.codes().isEmpty()
                        || e.code().map(query.codes()::contains).orElse(false))
                .filter(e -> query.dueBy()
                        .map(by -> e.dueAt().map(due -> !due.isAfter(by)).orElse(false))
                        .orElse(true))
                .filter(e -> query.waitingFor().isEmpty()
                        || e.waitingFor().map(query.waitingFor()::contains).orElse(false))
                .filter(e -> query.changedFrom()
                        .map(from -> e.changedAt().map(at -> !at.isBefore(from)).orElse(false))
                        .orElse(true))
                .filter(e -> query.changedBefore()
                        .map(before ->
                                e.changedAt().map(at -> at.isBefore(before)).orElse(false))
                        .orElse(true))
                .filter(e -> query.id().map(id -> e.ref().id().equals(id)).orElse(true));
    }

    private static <T> boolean oneOf(Collection<T> allowed, T value) {
        return allowed.isEmpty() || allowed.contains(value);
    }

    private static boolean named(EffectEntry entry, String id) {
        return entry.cause().id().equals(id)
                || entry.key().source().id().equals(id)
                || entry.nativeKey().equals(id)
                || entry.target().map(target -> target.id().equals(id)).orElse(false);
    }
}
