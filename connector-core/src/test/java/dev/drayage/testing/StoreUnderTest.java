package dev.drayage.testing;

import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.SyncStore;

/** What each group of rules for stores works on: an empty store, one tenant's ledger in it, and the lease to write there. */
public interface StoreUnderTest {
    /** The store; empty but for the lease when a test begins. */
    SyncStore store();

    /** The clock of the store's leases. */
    SettableTime leaseClock();

    /** The ledger of the tenant {@code acme}. */
    Ledger ledger();

    /** A lease that may write there. */
    Lease lease();
}
