package dev.drayage.simulation;

import dev.drayage.engine.RunReport;
import dev.drayage.error.ErrorCode;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to become of a sync that an account refuses: it rests until it tries again by itself or a person resumes it, and no
 * record is parked for what is wrong with an account and not with the record (guarantee G4).
 */
final class RefusedSyncs {
    /** It tries again after half an hour by clocks that may differ. */
    private static final Duration REST = Duration.ofMinutes(28);

    private static final Set<ErrorCode> OF_ACCOUNTS =
            Set.of(ErrorCode.CREDENTIALS_REFUSED, ErrorCode.UNREACHABLE, ErrorCode.THROTTLED, ErrorCode.STORE_FAILED);

    /** What else may end a run before it learns of a refusal. */
    private static final List<Fault> OTHER_ENDINGS = List.of(
            Fault.OUTAGES,
            Fault.THROTTLING,
            Fault.CANCELS,
            Fault.KILLS,
            Fault.CLOSES,
            Fault.PAUSES,
            Fault.SLOW_CALLS,
            Fault.FAILING_COMMITS,
            Fault.UNANSWERED_COMMITS,
            Fault.FAILING_READS);

    private final Simulated sim;
    private final Map<String, Long> resting = new HashMap<>();
    private final Set<Strand.Run> refused = new HashSet<>();

    RefusedSyncs(Simulated sim) {
        this.sim = sim;
    }

    /** An account is called. */
    void called(World world) {
        Strand.Run run = sim.scheduler.current().run;
        Long since = run == null ? null : resting.get(run.sync());
        if (run != null && since != null && run.startedAt() > since && run.startedAt() < since + REST.toNanos()) {
            sim.oracle.violated("G4", run.sync() + " calls " + world.account + " though it was refused");
        }
    }

    /** An account refuses our credentials. */
    void refused() {
        Strand.Run run = sim.scheduler.current().run;
        if (run != null) {
            refused.add(run);
        }
    }

    /** A run has ended. */
    void ended(Strand.Run run, RunReport report) {
        if (!refused.remove(run)) {
            return;
        }
        if (report.ending() == RunReport.Ending.NEEDS_REAUTHORISATION) {
            resting.put(run.sync(), sim.scheduler.now());
        } else if (OTHER_ENDINGS.stream().noneMatch(sim.faults::has)) {
            sim.oracle.violated("G4", "it was refused, and " + report.summary());
        }
    }

    /** Somebody may have resumed it. */
    void resumed(String sync) {
        resting.remove(sync);
    }

    /** Nobody remembers who was refused. */
    void emptied() {
        resting.clear();
        refused.clear();
    }

    /** The store takes entries of records. */
    void recorded(Collection<RecordEntry> entries) {
        for (RecordEntry entry : entries) {
            if (entry.state() == RecordState.PARKED
                    && entry.code().map(OF_ACCOUNTS::contains).orElse(false)) {
                sim.oracle.violated("G4", entry.ref() + " is parked for what is wrong with an account: " + entry);
            }
        }
    }
}
