package dev.drayage.store;

import java.util.List;
import java.util.Optional;

/**
 * What the engine wants remembered, all or nothing.
 *
 * @param records records to set
 * @param effects effects to set
 * @param sync where the sync stands, if that changed
 * @param audit entries to add to the audit trail
 */
public record LedgerCommit(
        List<RecordEntry> records, List<EffectEntry> effects, Optional<SyncState> sync, List<AuditEntry> audit) {
    public LedgerCommit {
        records = List.copyOf(records);
        effects = List.copyOf(effects);
        audit = List.copyOf(audit);
    }

    /** Only where a sync stands. */
    public static LedgerCommit of(SyncState sync) {
        return new LedgerCommit(List.of(), List.of(), Optional.of(sync), List.of());
    }

    /** Whether there is nothing to remember. */
    public boolean isEmpty() {
        return records.isEmpty() && effects.isEmpty() && sync.isEmpty() && audit.isEmpty();
    }
}
