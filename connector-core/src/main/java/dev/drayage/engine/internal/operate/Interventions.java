package dev.drayage.engine.internal.operate;

import dev.drayage.call.Cancellation;
import dev.drayage.engine.internal.turn.ActiveRuns;
import dev.drayage.engine.internal.turn.LeaseKeeper;
import dev.drayage.engine.internal.turn.Syncs;
import dev.drayage.engine.internal.turn.Turn;
import dev.drayage.model.RecordRef;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.Horizon;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What people commit about a sync, under the lease of its domain: some of it beside a run, some only while none is. Thread-safe. */
public final class Interventions {
    private final Syncs syncs;
    private final ActiveRuns active;
    private final Ledger ledger;
    private final Conditions conditions;
    private final Turn turn;

    /** Decisions about records take {@code turn}: two people of one process do not undo what the other one said. */
    public Interventions(Syncs syncs, ActiveRuns active, Ledger ledger, Conditions conditions, Turn turn) {
        this.syncs = syncs;
        this.active = active;
        this.ledger = ledger;
        this.conditions = conditions;
        this.turn = turn;
    }

    /**
     * Carries out what a person makes of a record of a sync that does not run now.
     *
     * @param decision made while no run can begin, so that what it reads of the ledger still stands when it is committed
     * @throws IllegalStateException if it runs, here or in another process
     */
    public Intervention intervene(String name, Supplier<Intervention> decision) {
        return idle(
                name,
                lease -> turn.take(() -> {
                    Intervention decided = decision.get();
                    ledger.commit(decided.commit(), lease);
                    return decided;
                }));
    }

    /**
     * Takes up those records that a person set aside and nobody has decided about since, beside a run, which leaves them alone;
     * returns how each stood.
     *
     * @throws IllegalStateException if it runs in another process
     */
    public List<RecordEntry> takeUp(String name, List<RecordRef> refs, Instant now) {
        if (refs.isEmpty()) {
            return List.of();
        }
        RecordQuery asked =
                RecordQuery.builder().sync(name).refs(refs).limit(refs.size()).build();
        return leased(
                name,
                lease -> turn.take(() -> {
                    List<RecordEntry> setAside = ledger.records(asked).stream()
                            .filter(RecordEntry::isSetAside)
                            .toList();
                    List<RecordEntry> due =
                            setAside.stream().map(entry -> due(entry, now)).toList();
                    ledger.commit(
                            new LedgerCommit(due, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of()),
                            lease);
                    return setAside;
                }));
    }

    /** The same record, to be worked on in the next run. */
    public static RecordEntry due(RecordEntry record, Instant now) {
        return RecordEntry.builder()
                .from(record)
                .state(RecordState.DUE)
                .dueAt(Optional.empty())
                .updatedAt(now)
                .build();
    }

    /**
     * Commits something about a sync that does not run now.
     *
     * @throws IllegalStateException if it runs, here or in another process
     */
    public void commitIdle(String name, LedgerCommit commit) {
        idle(name, lease -> {
            ledger.commit(commit, lease);
            return true;
        });
    }

    /**
     * Takes a batch of what ended out of the ledger of a sync that does not run now; returns how much went.
     *
     * @throws IllegalStateException if it runs, here or in another process
     */
    public long forgetIdle(String name, Horizon horizon) {
        return idle(name, lease -> ledger.forget(horizon, lease));
    }

    /**
     * Changes whether a sync may run, or from where.
     *
     * @throws IllegalStateException if it runs in another process
     */
    public void change(String name, UnaryOperator<SyncCondition> change, AuditEntry audit) {
        leased(name, lease -> {
            conditions.change(name, change, audit, lease);
            return true;
        });
    }

    /**
     * Commits something that a run of the sync does not touch.
     *
     * @throws IllegalStateException if it runs in another process
     */
    public void commit(String name, LedgerCommit commit) {
        leased(name, lease -> {
            ledger.commit(commit, lease);
            return true;
        });
    }

    private <T> T idle(String name, Function<Lease, T> work) {
        if (!active.begin(name, new Cancellation())) {
            throw new IllegalStateException(
                    "sync " + name + " runs now, or the engine is closed; try again when the run has ended");
        }
        try {
            return leased(name, work);
        } finally {
            active.end(name);
        }
    }

    private <T> T leased(String name, Function<Lease, T> work) {
        LeaseKeeper lease = syncs.lease(name);
        if (!lease.enter()) {
            throw new IllegalStateException("another process runs sync " + name + "; ask it, or try again later");
        }
        try {
            return work.apply(lease.current());
        } finally {
            lease.leave();
        }
    }
}
