package dev.drayage.simulation;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One system: what it holds in all its versions, and from when on each version shows where. Used by whoever has the turn. */
final class World {
    /** How long a change may take to show in windows: within the delay that its sources promise and the overlap of two runs. */
    private static final Duration LATEST_SHOWN = Duration.ofMinutes(5);

    final AccountId account;
    private final Simulated sim;
    private final Duration grain;
    private final Map<RecordRef, Held> held = new LinkedHashMap<>();
    private final Map<String, List<Held>> byType = new HashMap<>();
    private final Map<String, List<Held>> byKey = new HashMap<>();
    private final Map<RecordRef, Held> deleted = new LinkedHashMap<>();
    private Duration lookupLag = Duration.ZERO;
    private long outageUntil;
    private long refusingUntil;
    private int writes;

    /**
     * A record with its past.
     *
     * @param nativeKey under which a writer knows it; empty if a person made it
     */
    record Held(RecordRef ref, String nativeKey, Instant createdAt, List<Version> versions) {
        Version last() {
            return versions.get(versions.size() - 1);
        }
    }

    /**
     * One version of a record.
     *
     * @param shownFrom from when on windows show it
     * @param fetchedFrom from when on it is shown when it is asked for by name
     * @param foundFrom from when on a writer's look finds it
     * @param effect digest of the effect that wrote it; empty if a person did
     */
    record Version(
            int number,
            Paper paper,
            Instant changedAt,
            long shownFrom,
            long fetchedFrom,
            long foundFrom,
            String effect) {}

    World(Simulated sim, AccountId account) {
        this.sim = sim;
        this.account = account;
        this.grain = sim.faults.has(Fault.EQUAL_TIMES) ? Duration.ofMinutes(1) : Duration.ofMillis(1);
    }

    /** The grain of its change times. */
    Duration grain() {
        return grain;
    }

    /** How late its writes may be found by a look, from now on. */
    void lookupLag(Duration most) {
        lookupLag = most;
    }

    /** How often somebody but a person has written. */
    int writes() {
        return writes;
    }

    /** Takes a call, or refuses it for a reason that says nothing of what is asked. */
    void letIn() {
        sim.oracle.called(this);
        sim.refusals.called(this);
        if (!isUp()) {
            throw new UnavailableException(ErrorCode.UNREACHABLE, account + " does not answer");
        }
        if (!trustsUs()) {
            sim.refusals.refused();
            throw new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "the secret has expired");
        }
        if (sim.faults.strikes(Fault.THROTTLING)) {
            Instant until = sim.instant().plus(sim.between(Duration.ofSeconds(1), Duration.ofMinutes(3)));
            throw new ThrottledException("too many calls", until, null, null);
        }
    }

    private boolean trustsUs() {
        if (sim.faults.strikes(Fault.REFUSED_CREDENTIALS)) {
            refusingUntil = sim.scheduler.now()
                    + sim.between(Duration.ofSeconds(20), Duration.ofMinutes(25))
                            .toNanos();
            sim.note("refuses credentials", account.toString());
        }
        return sim.faults.isHealed() || sim.scheduler.now() >= refusingUntil;
    }

    private boolean isUp() {
        if (sim.faults.strikes(Fault.OUTAGES)) {
            outageUntil = sim.scheduler.now()
                    + sim.between(Duration.ofSeconds(20), Duration.ofMinutes(10))
                            .toNanos();
            sim.note("outage begins", account.toString());
        }
        return sim.faults.isHealed() || sim.scheduler.now() >= outageUntil;
    }

    RecordRef ref(RecordType<Paper> type, String id) {
        return RecordRef.of(account, type, id);
    }

    /** A person makes or changes a record. */
    void put(Paper paper) {
        Held known = held.get(paper.ref());
        if (known == null) {
            add(new Held(paper.ref(), "", stamp(), new ArrayList<>()));
        }
        sim.oracle.said(paper.content(), stamp());
        change(get(paper.ref()).orElseThrow(), paper, "");
        sim.note("person puts", paper.ref().id() + " " + paper.state() + " " + paper.content());
    }

    /** A person deletes a record that people made. */
    void delete(Held record) {
        held.remove(record.ref());
        all(RecordType.of(record.ref().type(), Paper.class)).remove(record);
        deleted.put(record.ref(), record);
        sim.note("person deletes", record.ref().id());
    }

    /** What people deleted. */
    List<Held> deleted(RecordType<?> type) {
        return deleted.values().stream()
                .filter(record -> record.ref().type().equals(type.name()))
                .toList();
    }

    boolean isDeleted(RecordRef ref) {
        return deleted.containsKey(ref);
    }

    /** A writer makes a record. */
    Held create(RecordType<Paper> type, String nativeKey, Paper paper, String effect) {
        String again = byKey(type, nativeKey).isEmpty() ? "" : "-again-" + writes;
        Held made = new Held(ref(type, "of-" + nativeKey + again), nativeKey, stamp(), new ArrayList<>());
        add(made);
        write(made, paper, effect);
        return made;
    }

    /** A writer changes a record. */
    void write(Held record, Paper paper, String effect) {
        writes++;
        change(record, paper.at(record.ref()), effect);
        sim.note("is written", record.ref().id() + " " + paper.content());
    }

    Optional<Held> get(RecordRef ref) {
        return Optional.ofNullable(held.get(ref));
    }

    List<Held> byKey(RecordType<Paper> type, String nativeKey) {
        return byKey.getOrDefault(type + " " + nativeKey, List.of());
    }

    List<Held> all(RecordType<Paper> type) {
        return byType.getOrDefault(type.name(), List.of());
    }

    private void add(Held record) {
        held.put(record.ref(), record);
        byType.computeIfAbsent(record.ref().type(), t -> new ArrayList<>()).add(record);
        if (!record.nativeKey().isEmpty()) {
            byKey.computeIfAbsent(record.ref().type() + " " + record.nativeKey(), k -> new ArrayList<>())
                    .add(record);
        }
    }

    private void change(Held record, Paper paper, String effect) {
        long now = sim.scheduler.now();
        long fetched = now;
        if (sim.faults.strikes(Fault.HINTS)) {
            fetched += sim.random.nextLong(Duration.ofSeconds(60).toNanos());
        }
        long shown = fetched;
        if (sim.faults.strikes(Fault.LATE_WINDOWS)) {
            shown += sim.random.nextLong(
                    LATEST_SHOWN.minusSeconds(60).minus(grain).toNanos());
        }
        long found = now;
        if (!lookupLag.isZero() && sim.faults.strikes(Fault.LAGGING_LOOKUPS)) {
            found += sim.random.nextLong(lookupLag.toNanos());
        }
        record.versions().add(new Version(record.versions().size() + 1, paper, stamp(), shown, fetched, found, effect));
    }

    private Instant stamp() {
        long nanos = sim.scheduler.now();
        return Simulated.START.plusNanos(nanos - nanos % grain.toNanos());
    }
}
