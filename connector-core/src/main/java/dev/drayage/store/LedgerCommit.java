package dev.drayage.store;

import java.util.List;
import java.util.Optional;

/**
 * What the engine wants remembered, all or nothing. Messages and details are cut to 2,000 characters, so that no store
 * has to refuse one.
 *
 * @param records records to set
 * @param effects effects to set
 * @param sync where the sync stands, if that changed
 * @param condition whether the sync may run, if that changed
 * @param served hints that need not be kept any more; one that was renewed since stays
 * @param audit entries to add to the audit trail
 */
public record LedgerCommit(
        List<RecordEntry> records,
        List<EffectEntry> effects,
        Optional<SyncState> sync,
        Optional<SyncCondition> condition,
        List<Hint> served,
        List<AuditEntry> audit) {
    public LedgerCommit {
        records = Brevity.cut(
                records,
                RecordEntry::message,
                entry -> RecordEntry.builder()
                        .from(entry)
                        .message(Brevity.cut(entry.message()))
                        .build());
        effects = List.copyOf(effects);
        condition = condition.map(kept -> kept.because(Brevity.cut(kept.message())));
        served = List.copyOf(served);
        audit = Brevity.cut(
                audit,
                AuditEntry::detail,
                entry -> new AuditEntry(
                        entry.sync(), entry.at(), entry.actor(), entry.action(), Brevity.cut(entry.detail())));
    }

    /** Only where a sync stands. */
    public static LedgerCommit of(SyncState sync) {
        return new LedgerCommit(List.of(), List.of(), Optional.of(sync), Optional.empty(), List.of(), List.of());
    }

    /** Only whether a sync may run, and who said so. */
    public static LedgerCommit of(SyncCondition condition, AuditEntry audit) {
        return new LedgerCommit(
                List.of(), List.of(), Optional.empty(), Optional.of(condition), List.of(), List.of(audit));
    }

    /** Whether there is nothing to remember. */
    public boolean isEmpty() {
        return records.isEmpty()
                && effects.isEmpty()
                && sync.isEmpty()
                && condition.isEmpty()
                && served.isEmpty()
                && audit.isEmpty();
    }
}
