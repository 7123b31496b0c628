package dev.drayage.engine.internal;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncListener;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener; one that throws harms neither the run nor the others. */
final class Listeners implements SyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(SyncListener.class);

    private final List<SyncListener> all;

    Listeners(List<SyncListener> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void runStarted(String sync) {
        tell(listener -> listener.runStarted(sync));
    }

    @Override
    public void recordEnded(String sync, RecordRef ref, Outcome outcome, String message) {
        tell(listener -> listener.recordEnded(sync, ref, outcome, message));
    }

    @Override
    public void alarm(String sync, ErrorCode code, String message) {
        LOG.warn("{}: {}: {} Remedy: {}", sync, code, message, code.remedy());
        tell(listener -> listener.alarm(sync, code, message));
    }

    @Override
    public void runEnded(RunReport report) {
        LOG.info("{}", report.summary());
        tell(listener -> listener.runEnded(report));
    }

    private void tell(Consumer<SyncListener> event) {
        for (SyncListener listener : all) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("a listener failed: {}", Defects.describe("listening", e));
            }
        }
    }
}
