package dev.drayage.engine.internal;

import dev.drayage.call.Cancellation;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.Horizon;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.SyncCondition;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What people commit about a sync, under the lease of its domain: some of it beside a run, some only while none is. Thread-safe. */
final class Interventions {
    private final Syncs syncs;
    private final ActiveRuns active;
    private final Ledger ledger;
    private final Conditions conditions;

    Interventions(Syncs syncs, ActiveRuns active, Ledger ledger, Conditions conditions) {
        this.syncs = syncs;
        this.active = active;
        this.ledger = ledger;
        this.conditions = conditions;
    }

    /**
     * Carries out what a person makes of a record of a sync that does not run now.
     *
     * @param decision made while no run can begin, so that what it reads of the ledger still stands when it is committed
     * @throws IllegalStateException if it runs, here or in another process
     */
    Intervention intervene(String name, Supplier<Intervention> decision) {
        return idle(name, lease -> {
            Intervention decided = decision.get();
            ledger.commit(decided.commit(), lease);
            return decided;
        });
    }

    /**
     * Commits something about a sync that does not run now.
     *
     * @throws IllegalStateException if it runs, here or in another process
     */
    void commitIdle(String name, LedgerCommit commit) {
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
    long forgetIdle(String name, Horizon horizon) {
        return idle(name, lease -> ledger.forget(horizon, lease));
    }

    /**
     * Changes whether a sync may run, or from where.
     *
     * @throws IllegalStateException if it runs in another process
     */
    void change(String name, UnaryOperator<SyncCondition> change, AuditEntry audit) {
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
    void commit(String name, LedgerCommit commit) {
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
