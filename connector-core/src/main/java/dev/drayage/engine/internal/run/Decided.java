package dev.drayage.engine.internal.run;

import dev.drayage.engine.Outcome;
import dev.drayage.store.RecordEntry;
import java.util.Optional;

/**
 * A record that needs no effect now.
 *
 * @param entry what the ledger shall say; empty if it stays as it is
 */
record Decided(RecordTask task, Outcome outcome, Optional<RecordEntry> entry, String message) {}
