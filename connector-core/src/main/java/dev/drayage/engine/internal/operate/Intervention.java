package dev.drayage.engine.internal.operate;

import dev.drayage.store.AuditEntry;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.Hint;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import java.util.List;
import java.util.Optional;

/**
 * What a person makes of one record.
 *
 * @param before how it stood; empty if the ledger did not know it
 * @param now how it stands from here on
 * @param effects those of its effects that change with it
 * @param ended what was asked for and is not wanted any more
 * @param audit what the audit trail says
 */
public record Intervention(
        Optional<RecordEntry> before, RecordEntry now, List<EffectEntry> effects, List<Hint> ended, AuditEntry audit) {

    LedgerCommit commit() {
        return new LedgerCommit(List.of(now), effects, Optional.empty(), Optional.empty(), ended, List.of(audit));
    }
}
