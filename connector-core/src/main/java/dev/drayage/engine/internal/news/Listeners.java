package dev.drayage.engine.internal.news;

import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener; one that throws harms neither the run nor the others. */
public final class Listeners implements SyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(SyncListener.class);

    private final List<SyncListener> all;

    public Listeners(List<SyncListener> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void on(SyncEvent event) {
        event.tell(this);
        for (SyncListener listener : all) {
            try {
                listener.on(event);
            } catch (RuntimeException e) {
                LOG.warn("a listener failed: {}", Defects.describe("listening", e));
            }
        }
    }

    @Override
    public void alarm(SyncEvent.Alarm event) {
        LOG.warn(
                "{}: {}: {} Remedy: {}",
                event.sync(),
                event.code(),
                event.message(),
                event.code().remedy());
    }

    @Override
    public void runEnded(SyncEvent.RunEnded event) {
        LOG.info("{}", event.report().summary());
    }
}
