package dev.drayage.simulation;

import dev.drayage.error.StoreException;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.ConnectorState;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.Hint;
import dev.drayage.store.Horizon;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.Lease;
import dev.drayage.store.Leases;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import dev.drayage.store.SyncStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The store that all nodes share, over a line of its own; its clock is the true one. */
final class SimulatedStore implements SyncStore {
    private static final long CALL = Duration.ofMillis(8).toNanos();

    private final Simulated sim;
    private InMemorySyncStore inner;

    SimulatedStore(Simulated sim) {
        this.sim = sim;
        this.inner = new InMemorySyncStore(new TrueTime(sim.scheduler));
    }

    /** It is lost, and an empty one takes its place. */
    void empty() {
        inner = new InMemorySyncStore(new TrueTime(sim.scheduler));
    }

    /** Without a line in between: what stands there. */
    Ledger standing() {
        return inner.ledger("default");
    }

    @Override
    public Ledger ledger(String namespace) {
        return new Line(inner.ledger(namespace));
    }

    @Override
    public Leases leases(String namespace) {
        return new LeaseLine(inner.leases(namespace));
    }

    @Override
    public ConnectorState connectorState(String namespace, AccountId account) {
        return inner.connectorState(namespace, account);
    }

    private <T> T reads(String what, Supplier<T> read) {
        sim.step(what, CALL);
        if (sim.faults.strikes(Fault.FAILING_READS)) {
            throw new StoreException("the store cannot be reached", null);
        }
        return read.get();
    }

    private void writes(String what, Runnable write) {
        sim.step(what, CALL);
        if (sim.faults.strikes(Fault.FAILING_COMMITS)) {
            sim.note("is refused", what);
            throw new StoreException("the store cannot be reached", null);
        }
        write.run();
        if (sim.faults.strikes(Fault.UNANSWERED_COMMITS)) {
            sim.note("is not answered", what);
            throw new StoreException("the store did not answer", null);
        }
    }

    /** The ledger as a node reaches it. */
    private final class Line implements Ledger {
        private final Ledger ledger;

        Line(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public void commit(LedgerCommit commit, Lease lease) {
            writes("commits", () -> {
                ledger.commit(commit, lease);
                sim.oracle.committed(lease);
                sim.refusals.recorded(commit.records());
                commit.sync().flatMap(SyncState::watermark).ifPresent(mark -> sim.note("read up to", mark.toString()));
            });
        }

        @Override
        public List<RecordEntry> records(RecordQuery query) {
            return reads("asks for records", () -> ledger.records(query));
        }

        @Override
        public Map<RecordState, Long> countRecords(RecordQuery query) {
            return reads("counts records", () -> ledger.countRecords(query));
        }

        @Override
        public List<EffectEntry> effects(EffectQuery query) {
            return reads("asks for effects", () -> ledger.effects(query));
        }

        @Override
        public Optional<SyncState> sync(String sync) {
            return reads("asks for the position", () -> ledger.sync(sync));
        }

        @Override
        public Optional<SyncCondition> condition(String sync) {
            return reads("asks for the condition", () -> ledger.condition(sync));
        }

        @Override
        public void hint(String sync, Collection<RecordRef> refs) {
            writes("hints", () -> {
                ledger.hint(sync, refs);
                refs.forEach(ref -> sim.oracle.hinted(sync, ref));
            });
        }

        @Override
        public void push(String sync, RecordRef ref) {
            writes("pushes", () -> {
                ledger.push(sync, ref);
                sim.oracle.hinted(sync, ref);
            });
        }

        @Override
        public Optional<Hint> hint(String sync, RecordRef ref) {
            return reads("asks for a hint", () -> ledger.hint(sync, ref));
        }

        @Override
        public List<Hint> hints(String sync, Optional<RecordRef> after, int limit) {
            return reads("asks for hints", () -> ledger.hints(sync, after, limit));
        }

        @Override
        public List<AuditEntry> audit(String sync, Instant from, int limit) {
            return reads("asks for the audit trail", () -> ledger.audit(sync, from, limit));
        }

        @Override
        public long forget(Horizon horizon, Lease lease) {
            return reads("forgets", () -> ledger.forget(horizon, lease));
        }
    }

    /** Leases as a node reaches them; no other process moves meanwhile, for the engine holds a lock around these calls. */
    private final class LeaseLine implements Leases {
        private final Leases leases;

        LeaseLine(Leases leases) {
            this.leases = leases;
        }

        @Override
        public Optional<Lease> acquire(String domain, String owner, Duration ttl) {
            sim.atOnce("wants the lease");
            fail(Fault.FAILING_READS);
            Optional<Lease> lease = leases.acquire(domain, owner, ttl);
            lease.ifPresent(sim.oracle::granted);
            fail(Fault.UNANSWERED_COMMITS);
            return lease;
        }

        @Override
        public Optional<Lease> renew(Lease lease, Duration ttl) {
            sim.atOnce("renews the lease");
            fail(Fault.FAILING_READS);
            Optional<Lease> longer = leases.renew(lease, ttl);
            longer.ifPresent(sim.oracle::granted);
            fail(Fault.UNANSWERED_COMMITS);
            return longer;
        }

        @Override
        public void release(Lease lease) {
            sim.atOnce("gives the lease back");
            fail(Fault.FAILING_READS);
            leases.release(lease);
        }

        private void fail(Fault fault) {
            if (sim.faults.strikes(fault)) {
                throw new StoreException("the store did not answer", null);
            }
        }
    }
}
