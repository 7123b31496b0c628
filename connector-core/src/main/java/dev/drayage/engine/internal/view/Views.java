package dev.drayage.engine.internal.view;

import dev.drayage.call.TimeSource;
import dev.drayage.engine.CompletenessReport;
import dev.drayage.engine.HealthThresholds;
import dev.drayage.engine.Journey;
import dev.drayage.engine.SyncHealth;
import dev.drayage.engine.WorkFilter;
import dev.drayage.engine.Worklist;
import dev.drayage.engine.internal.turn.Syncs;
import dev.drayage.store.Ledger;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.SyncState;
import java.time.Instant;
import java.util.List;

/** What the host can ask about its syncs without a run; reads the ledger only. Thread-safe. */
public final class Views {
    private final Ledger ledger;
    private final LastRuns lastRuns;
    private final Syncs syncs;
    private final TimeSource time;

    public Views(Ledger ledger, LastRuns lastRuns, Syncs syncs, TimeSource time) {
        this.ledger = ledger;
        this.lastRuns = lastRuns;
        this.syncs = syncs;
        this.time = time;
    }

    /** Everything known about an id. */
    public Journey journey(String id) {
        return new Journeys(ledger).of(id);
    }

    /** What became of a window. */
    public CompletenessReport completeness(String sync, Instant from, Instant to) {
        syncs.named(sync); // a name that is misspelt shall not pass for a sync that has nothing
        return new CompletenessReport(
                sync,
                from,
                to,
                ledger.sync(sync).flatMap(SyncState::watermark),
                ledger.countRecords(RecordQuery.builder()
                        .sync(sync)
                        .changedFrom(from)
                        .changedBefore(to)
                        .build()));
    }

    /** Unsettled records. */
    public Worklist worklist(WorkFilter filter) {
        return new UnsettledRecords(ledger).list(filter, syncs.names());
    }

    /** How the syncs are. */
    public List<SyncHealth> health(HealthThresholds thresholds) {
        return new HealthCheck(ledger, lastRuns, thresholds, time.instant()).of(syncs.all());
    }

    /** Draws the wiring. */
    public String describe() {
        return new Wiring(syncs.all(), syncs.domains()).chart();
    }
}
