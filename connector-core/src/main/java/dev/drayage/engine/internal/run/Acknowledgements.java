package dev.drayage.engine.internal.run;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.internal.context.Refusals;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.SettledRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a source what became of its records, only after the ledger has it; after a crash a backlog source is told again,
 * because the records are read again. Used by the coordinator's thread only.
 */
final class Acknowledgements<S extends CommerceRecord> {
    private final RunContext<S> run;
    private final List<SettledRecord> waiting = new ArrayList<>();
    private boolean told;

    Acknowledgements(RunContext<S> run) {
        this.run = run;
    }

    void add(RecordRef ref, String revision, Outcome outcome, String message) {
        waiting.add(new SettledRecord(ref, run.sourceRevision(revision), ending(outcome), message));
    }

    void send(Stop stop) {
        if (waiting.isEmpty()) {
            return;
        }
        List<SettledRecord> settled = List.copyOf(waiting);
        waiting.clear();
        tell(settled, stop);
    }

    /** At the end of a run the source hears at least once that it was one, though nothing was settled. */
    void finish(Stop stop) {
        if (!told && !stop.stopped()) {
            tell(List.of(), stop);
        }
    }

    private void tell(List<SettledRecord> settled, Stop stop) {
        told = true;
        try {
            Refusals.named(run.sync().sourceAccount(), () -> {
                run.sync().source().acknowledge(settled, run.call());
                return settled;
            });
        } catch (RuntimeException e) {
            if (!stop.becauseOf(e)) {
                throw e;
            }
        }
    }

    private static SettledRecord.Ending ending(Outcome outcome) {
        return switch (outcome) {
            case APPLIED, UNCHANGED, SKIPPED, ECHO -> SettledRecord.Ending.SETTLED;
            case OPEN, DEFERRED -> SettledRecord.Ending.WAITING;
            case PARKED -> SettledRecord.Ending.PARKED;
        };
    }
}
