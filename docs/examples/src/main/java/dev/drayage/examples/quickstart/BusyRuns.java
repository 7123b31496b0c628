package dev.drayage.examples.quickstart;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncListener;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;

/** Passes on what happens, but no run in which nothing was written and nobody is needed. */
final class BusyRuns implements SyncListener {
    private final SyncListener shown;

    BusyRuns(SyncListener shown) {
        this.shown = shown;
    }

    @Override
    public void runStarted(String sync) {
        shown.runStarted(sync);
    }

    @Override
    public void recordEnded(String sync, RecordRef ref, Outcome outcome, String message) {
        shown.recordEnded(sync, ref, outcome, message);
    }

    @Override
    public void alarm(String sync, ErrorCode code, String message) {
        shown.alarm(sync, code, message);
    }

    @Override
    public void runEnded(RunReport report) {
        if (report.written() > 0 || report.ending() != RunReport.Ending.CAUGHT_UP) {
            shown.runEnded(report);
        }
    }
}
