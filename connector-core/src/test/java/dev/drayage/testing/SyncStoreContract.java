package dev.drayage.testing;

import dev.drayage.call.TimeSource;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.SyncStore;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract of {@link SyncStore}, rule by rule. Whoever writes a store extends this class, opens an empty store in
 * {@link #open}, and runs it.
 */
public abstract class SyncStoreContract
        implements CommitRules,
                RoundTripRules,
                RecordQueryRules,
                EffectQueryRules,
                HintRules,
                LeaseRules,
                AuditRules,
                ForgettingRules,
                ConnectorStateRules {
    private final SettableTime time = new SettableTime(StoreSamples.NOON);
    private SyncStore store = new InMemorySyncStore(time);
    private Lease lease = new Lease("none", "nobody", 0, StoreSamples.NOON);

    /** A new, empty store whose leases run on {@code leaseClock}. Called once before each test. */
    protected abstract SyncStore open(TimeSource leaseClock) throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        store = open(time);
        lease = store.leases("acme")
                .acquire("domain", "node-1", Duration.ofDays(1))
                .orElseThrow();
    }

    @Override
    public final SyncStore store() {
        return store;
    }

    @Override
    public final SettableTime leaseClock() {
        return time;
    }

    @Override
    public final Ledger ledger() {
        return store.ledger("acme");
    }

    @Override
    public final Lease lease() {
        return lease;
    }
}
