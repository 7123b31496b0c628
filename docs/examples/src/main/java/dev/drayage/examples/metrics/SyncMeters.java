package dev.drayage.examples.metrics;

import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts what syncs do. Tags are names of syncs, accounts, record types, outcomes and codes: few, and never an id of a record.
 * Thread-safe.
 */
public final class SyncMeters implements SyncListener {
    private final MeterRegistry registry;

    /** Counts in {@code registry}. */
    public SyncMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void runEnded(SyncEvent.RunEnded event) {
        String purpose = word(event.purpose());
        count(
                "drayage.runs",
                event,
                "purpose",
                purpose,
                "ending",
                word(event.report().ending()));
        registry.timer("drayage.run", "sync", event.sync(), "purpose", purpose)
                .record(Duration.between(
                        event.report().startedAt(), event.report().endedAt()));
    }

    @Override
    public void recordEnded(SyncEvent.RecordEnded event) {
        count("drayage.records", event, "outcome", word(event.outcome()));
    }

    @Override
    public void effectWritten(SyncEvent.EffectWritten event) {
        count("drayage.effects", event, "account", event.target().toString(), "type", event.type());
    }

    @Override
    public void effectUnclear(SyncEvent.EffectUnclear event) {
        count("drayage.effects.unclear", event, "account", event.target().toString(), "type", event.type());
    }

    @Override
    public void alarm(SyncEvent.Alarm event) {
        count("drayage.alarms", event, "code", event.code().name());
    }

    private void count(String name, SyncEvent event, String... tags) {
        registry.counter(name, tags(event.sync(), tags)).increment();
    }

    private static String[] tags(String sync, String... others) {
        String[] tags = new String[others.length + 2];
        tags[0] = "sync";
        tags[1] = sync;
        System.arraycopy(others, 0, tags, 2, others.length);
        return tags;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
