package dev.drayage.examples.tracing;

import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes a span of each run. What a person may want to see of it becomes an event of the span: records that are parked or begin
 * to wait, writes whose end is not known, alarms; what is simply booked is only counted. Thread-safe.
 */
public final class SyncSpans implements SyncListener {
    private static final AttributeKey<String> SYNC = AttributeKey.stringKey("drayage.sync");
    private static final AttributeKey<String> RUN = AttributeKey.stringKey("drayage.run");
    private static final AttributeKey<String> PURPOSE = AttributeKey.stringKey("drayage.purpose");
    private static final AttributeKey<String> ENDING = AttributeKey.stringKey("drayage.ending");
    private static final AttributeKey<Long> READ = AttributeKey.longKey("drayage.read");
    private static final AttributeKey<Long> WRITTEN = AttributeKey.longKey("drayage.written");
    private static final AttributeKey<String> RECORD = AttributeKey.stringKey("drayage.record");
    private static final AttributeKey<String> CODE = AttributeKey.stringKey("drayage.code");
    private static final AttributeKey<String> EFFECT = AttributeKey.stringKey("drayage.effect");

    private final Tracer tracer;

    /** A sync runs at most once at a time, so its name leads to the span of its run. */
    private final Map<String, Span> open = new ConcurrentHashMap<>();

    /** Makes spans with {@code tracer}. */
    public SyncSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void runStarted(SyncEvent.RunStarted event) {
        open.put(event.sync(), begun(event.sync(), event.run(), event.purpose(), event.at()));
    }

    @Override
    public void runEnded(SyncEvent.RunEnded event) {
        RunReport report = event.report();
        Span known = open.remove(event.sync());
        Span span = known == null ? begun(event.sync(), event.run(), event.purpose(), report.startedAt()) : known;
        span.setAttribute(ENDING, report.ending().name());
        span.setAttribute(READ, report.read());
        span.setAttribute(WRITTEN, report.written());
        report.outcomes()
                .forEach((outcome, count) ->
                        span.setAttribute("drayage.records." + outcome.name().toLowerCase(Locale.ROOT), count));
        switch (report.ending()) {
            case FAILED, NEEDS_REAUTHORISATION, OUTAGE -> span.setStatus(StatusCode.ERROR, report.message());
            default -> span.setStatus(StatusCode.OK);
        }
        span.end(report.endedAt());
    }

    @Override
    public void recordParked(SyncEvent.RecordParked event) {
        add(
                event,
                "parked",
                Attributes.of(
                        RECORD,
                        event.ref().toString(),
                        CODE,
                        event.code().map(Enum::name).orElse("SET_ASIDE")));
    }

    @Override
    public void recordDeferred(SyncEvent.RecordDeferred event) {
        add(
                event,
                "deferred",
                Attributes.of(RECORD, event.ref().toString(), CODE, event.code().name()));
    }

    @Override
    public void effectUnclear(SyncEvent.EffectUnclear event) {
        add(
                event,
                "unclear",
                Attributes.of(
                        RECORD, event.cause().toString(), EFFECT, event.effect().toString()));
    }

    @Override
    public void alarm(SyncEvent.Alarm event) {
        add(event, "alarm", Attributes.of(CODE, event.code().name()));
    }

    /** What people do outside of a run belongs to no span. */
    private void add(SyncEvent event, String name, Attributes attributes) {
        Span span = open.get(event.sync());
        if (span != null) {
            span.addEvent(name, attributes, event.at());
        }
    }

    private Span begun(String sync, String run, SyncEvent.Purpose purpose, Instant at) {
        return tracer.spanBuilder("drayage.run")
                .setStartTimestamp(at)
                .setAttribute(SYNC, sync)
                .setAttribute(RUN, run)
                .setAttribute(PURPOSE, purpose.name())
                .startSpan();
    }
}
