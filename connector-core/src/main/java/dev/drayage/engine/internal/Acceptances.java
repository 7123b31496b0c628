package dev.drayage.engine.internal;

import dev.drayage.model.RecordRef;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.Ledger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What people accepted of a sync, by its audit trail, which is read when the first question comes. Used by one thread. */
final class Acceptances {
    static final String ACTION = "accept";
    private static final int MOST = 10_000;

    private final Ledger ledger;
    private final String sync;
    private Optional<List<AuditEntry>> acts = Optional.empty();

    Acceptances(Ledger ledger, String sync) {
        this.ledger = ledger;
        this.sync = sync;
    }

    /** What the audit trail says when a record is accepted. */
    static String detail(RecordRef ref, String reason) {
        return ref + ": " + reason;
    }

    /** Whether somebody accepted how the record stands at its target since something was sent for it. */
    boolean since(RecordRef ref, Instant sent) {
        List<AuditEntry> known = acts.orElseGet(() -> ledger.audit(sync, Instant.EPOCH, MOST).stream()
                .filter(act -> act.action().equals(ACTION))
                .toList());
        acts = Optional.of(known);
        return known.stream()
                .filter(act -> act.detail().startsWith(detail(ref, "")))
                .map(AuditEntry::at)
                .max(Comparator.naturalOrder())
                .filter(at -> !at.isBefore(sent))
                .isPresent();
    }
}
