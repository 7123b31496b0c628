package dev.drayage.simulation;

import dev.drayage.engine.RunReport;
import dev.drayage.error.ErrorCode;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
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
    private final Map<String, Rest> resting = new HashMap<>();
    private final Map<Strand.Run, Long> refused = new HashMap<>();

    /** No run that begins after the one that was refused has ended, and before the pause is over, calls the account. */
    private record Rest(long from, long until) {}

    RefusedSyncs(Simulated sim) {
        this.sim = sim;
    }

    /** An account is called. */
    void called(World world) {
        Strand.Run run = sim.scheduler.current().run;
        Rest rest = run == null ? null : resting.get(run.sync());
        if (run != null && rest != null && run.startedAt() > rest.from() && run.startedAt() < rest.until()) {
            sim.oracle.violated("G4", run.sync() + " calls " + world.account + " though it was refused");
        }
    }

    /** An account refuses our credentials. */
    void refused() {
        Strand.Run run = sim.scheduler.current().run;
        if (run != null) {
            refused.putIfAbsent(run, sim.scheduler.now());
        }
    }

    /** A run has ended. */
    void ended(Strand.Run run, RunReport report) {
        Long since = refused.remove(run);
        if (since == null) {
            return;
        }
        if (report.ending() == RunReport.Ending.NEEDS_REAUTHORISATION) {
            // the pause counts from the refusal: a process may stand still before its run ends
            resting.put(run.sync(), new Rest(sim.scheduler.now(), since + REST.toNanos()));
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
