package dev.drayage.testing;

import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SaleTransaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One system in memory, with behaviour: it gives ids, keeps native keys unique per record type, stamps changes by its clock
 * and tells them in order of change. It outlives engines that crash. Thread-safe.
 */
public final class FakeWorld {

    /**
     * A record as the system holds it.
     *
     * @param ref the system's own reference
     * @param nativeKey key under which a writer may know it; empty if a person made it
     * @param record canonical content
     * @param version rises with each change
     */
    public record Held(
            RecordRef ref,
            String nativeKey,
            CommerceRecord record,
            int version,
            Instant createdAt,
            Instant changedAt) {}

    private final AccountId account;
    private final InstantSource clock;
    private final Map<RecordRef, Held> records = new LinkedHashMap<>();
    private final List<String> writes = new ArrayList<>();
    private final Set<RecordRef> voided = new HashSet<>();
    private final Map<RecordRef, Set<RecordRef>> bases = new HashMap<>();

    /** An empty system. */
    public FakeWorld(AccountId account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    /** The account by which connectors call it. */
    public AccountId account() {
        return account;
    }

    /** A person or the outside makes or changes a record, at its own reference. */
    public synchronized void put(CommerceRecord record) {
        Held old = records.get(record.ref());
        Instant now = clock.instant();
        records.put(
                record.ref(),
                new Held(
                        record.ref(),
                        old == null ? "" : old.nativeKey(),
                        record,
                        old == null ? 1 : old.version() + 1,
                        old == null ? now : old.createdAt(),
                        now));
    }

    /** Another writer made a record, under a key of its own. */
    public synchronized void put(String nativeKey, CommerceRecord record) {
        records.put(record.ref(), new Held(record.ref(), nativeKey, record, 1, clock.instant(), clock.instant()));
    }

    /** A record disappears. */
    public synchronized void delete(RecordRef ref) {
        records.remove(ref);
    }

    /** A writer makes a record; refused (empty) if the native key is taken. */
    public synchronized Optional<Held> create(
            RecordType<?> type, String nativeKey, CommerceRecord record, boolean allowDoubles) {
        boolean taken = byKey(type, nativeKey).isPresent();
        if (taken && !allowDoubles) {
            return Optional.empty();
        }
        String again = taken ? "-again-" + writes.size() : "";
        RecordRef ref = RecordRef.of(account, type, "of-" + nativeKey + again);
        Held held = new Held(ref, nativeKey, Rehomed.at(record, ref), 1, clock.instant(), clock.instant());
        records.put(ref, held);
        writes.add("create " + type + " " + nativeKey);
        return Optional.of(held);
    }

    /** A writer changes a record; refused (empty) if it is not there. */
    public synchronized Optional<Held> update(RecordRef ref, CommerceRecord record) {
        Held old = records.get(ref);
        if (old == null) {
            return Optional.empty();
        }
        Held held = new Held(
                ref, old.nativeKey(), Rehomed.at(record, ref), old.version() + 1, old.createdAt(), clock.instant());
        records.put(ref, held);
        voided.remove(ref);
        writes.add("update " + ref.type() + " " + ref.id());
        return Optional.of(held);
    }

    /** A writer takes over a record that stands there, under its own key. */
    public synchronized Held claim(RecordRef ref, String nativeKey, CommerceRecord record) {
        Held old = get(ref).orElseThrow();
        Held held =
                new Held(ref, nativeKey, Rehomed.at(record, ref), old.version() + 1, old.createdAt(), clock.instant());
        records.put(ref, held);
        writes.add("claim " + ref.type() + " " + nativeKey);
        return held;
    }

    /** A record was written on these: a payment on its invoice, a place's customer below the company's. */
    synchronized void base(RecordRef ref, Collection<RecordRef> on) {
        bases.put(ref, Set.copyOf(on));
    }

    /** What a record was written on. */
    public synchronized Set<RecordRef> bases(RecordRef ref) {
        return bases.getOrDefault(ref, Set.of());
    }

    /** Whether a record stands there and was not taken back. */
    public synchronized boolean stands(RecordRef ref) {
        return records.containsKey(ref) && !voided.contains(ref);
    }

    /** A writer takes a record back; it stays, marked. */
    public synchronized Optional<Held> voidOut(RecordRef ref) {
        Optional<Held> held = get(ref);
        if (held.isPresent()) {
            voided.add(ref);
            writes.add("void " + ref.type() + " " + ref.id());
        }
        return held;
    }

    /** Whether a record was taken back. */
    public synchronized boolean isVoided(RecordRef ref) {
        return voided.contains(ref);
    }

    /** A record by its reference. */
    public synchronized Optional<Held> get(RecordRef ref) {
        return Optional.ofNullable(records.get(ref));
    }

    /** A record by the key that a writer gave it. */
    public synchronized Optional<Held> byKey(RecordType<?> type, String nativeKey) {
        return records.values().stream()
                .filter(held -> held.ref().type().equals(type.name())
                        && held.nativeKey().equals(nativeKey))
                .findFirst();
    }

    /** The sales of a type that have a number. */
    synchronized List<RecordRef> numbered(RecordType<?> type, String number) {
        return records.values().stream()
                .filter(held -> held.ref().type().equals(type.name()))
                .filter(held -> held.record() instanceof SaleTransaction sale
                        && sale.number().equals(number))
                .map(Held::ref)
                .toList();
    }

    /** All records of a type, in order of change and id. */
    public synchronized List<Held> all(RecordType<?> type) {
        return records.values().stream()
                .filter(held -> held.ref().type().equals(type.name()))
                .sorted((a, b) -> {
                    int byTime = a.changedAt().compareTo(b.changedAt());
                    return byTime != 0 ? byTime : a.ref().id().compareTo(b.ref().id());
                })
                .toList();
    }

    /** Every accepted write of a writer, in order. */
    public synchronized List<String> writes() {
        return List.copyOf(writes);
    }

    /** What the system holds, for comparing worlds: native key and content per type, whatever the ids. */
    public synchronized Map<String, String> picture(Collection<RecordType<?>> types) {
        Map<String, String> picture = new LinkedHashMap<>();
        for (RecordType<?> type : types) {
            all(type).stream()
                    .sorted((a, b) -> a.nativeKey().compareTo(b.nativeKey()))
                    .forEach(held -> picture.merge(
                            type + " "
                                    + (held.nativeKey().isEmpty() ? held.ref().id() : held.nativeKey()),
                            (isVoided(held.ref()) ? "taken back " : "") + FakeSink.digest(held.record()),
                            (a, b) -> a + " and again " + b));
        }
        return picture;
    }
}
