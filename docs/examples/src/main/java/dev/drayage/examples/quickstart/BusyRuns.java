package dev.drayage.examples.quickstart;

import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;

/** Passes on what happens, but no run in which nothing was written and nobody is needed. */
final class BusyRuns implements SyncListener {
    private final SyncListener shown;

    BusyRuns(SyncListener shown) {
        this.shown = shown;
    }

    @Override
    public void on(SyncEvent event) {
        if (!(event instanceof SyncEvent.RunEnded ended) || isBusy(ended.report())) {
            shown.on(event);
        }
    }

    private static boolean isBusy(RunReport report) {
        return report.written() > 0 || report.ending() != RunReport.Ending.CAUGHT_UP;
    }
}
