package dev.drayage.store;

import dev.drayage.model.RecordRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The engine's memory of one tenant: what was read, what was sent, how it ended. Writes come in one atomic commit, fenced
 * by a lease (guarantee G8). Thread-safe.
 */
public interface Ledger {
    /**
     * Takes everything in {@code commit} or nothing. Entries replace those of the same key.
     *
     * @throws StaleLeaseException if {@code lease} is no longer the newest of its domain; nothing was taken
     */
    void commit(LedgerCommit commit, Lease lease);

    /**
     * Takes away records of a sync that ended before the horizon, the oldest first, and audit entries that are older; at
     * most {@link Horizon#most()} of each. Returns how many went; whoever calls goes on until none does.
     *
     * @throws StaleLeaseException if {@code lease} is no longer the newest of its domain; nothing went
     */
    long forget(Horizon horizon, Lease lease);

    /**
     * Records that match, ordered by reference as {@link String#compareTo} orders its text, at most
     * {@link RecordQuery#limit()}. To go on after a page, name the sync: several may know a record.
     */
    List<RecordEntry> records(RecordQuery query);

    /** How many records match, by state; without the query's paging, {@code after} and {@code limit}. */
    Map<RecordState, Long> countRecords(RecordQuery query);

    /** Effects that match, ordered by key as {@link String#compareTo} orders its text, at most {@link EffectQuery#limit()}. */
    List<EffectEntry> effects(EffectQuery query);

    /** Where a sync stands; empty before its first run. */
    Optional<SyncState> sync(String sync);

    /** Whether a sync may run; empty before anything was said of it. */
    Optional<SyncCondition> condition(String sync);

    /** Remembers that records are to be looked at; needs no lease, any node may tell. Durable when it returns. */
    void hint(String sync, Collection<RecordRef> refs);

    /** Remembers that a person asked for a record by name; later hints of the record do not undo that. Durable when it returns. */
    void push(String sync, RecordRef ref);

    /** The hint of one record, if there is one. */
    Optional<Hint> hint(String sync, RecordRef ref);

    /** Hints of a sync whose record sorts after {@code after}, in that order. */
    List<Hint> hints(String sync, Optional<RecordRef> after, int limit);

    /** The newest audit entries of a sync since {@code from}, oldest first, at most {@code limit}. */
    List<AuditEntry> audit(String sync, Instant from, int limit);
}
