package dev.drayage.store;

import dev.drayage.model.AccountId;
import dev.drayage.spi.ConnectorState;

/**
 * What the engine must find again after a crash. Every part is kept apart by namespace, the tenant's name. What a method
 * has taken is durable when it returns. Holds ids, keys, digests and codes, never a buyer's data (guarantee G11).
 * Keeps instants to the microsecond at least, and text of any length and script: only people's messages are cut, to 2,000
 * characters. {@code SyncStoreContract} in the test artifact checks a host's own store. When the
 * store cannot do its work, methods throw a {@link dev.drayage.error.StoreException}, which ends the run and blames no
 * record. Thread-safe.
 */
public interface SyncStore {
    /** Records, effects, checkpoints and the audit trail of one tenant. */
    Ledger ledger(String namespace);

    /** Who may write, per domain of one tenant. */
    Leases leases(String namespace);

    /** Small durable state of one account of one tenant. */
    ConnectorState connectorState(String namespace, AccountId account);
}
