package dev.drayage.examples.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The spans of real runs between fakes. */
class SyncSpansTest {
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeWorld shop = new FakeWorld(new AccountId("amazon", "A1EX-na"), time);
    private final FakeConnector netsuite = new FakeConnector(new FakeWorld(new AccountId("netsuite", "1234567"), time));
    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exported))
            .build();
    private final SyncEngine engine = SyncEngine.builder()
            .store(new InMemorySyncStore(time))
            .time(time)
            .startAt(time.instant())
            .sync(OrderSyncs.amazonOrders(new FakeConnector(shop), netsuite))
            .listener(new SyncSpans(tracers.get("drayage")))
            .build();

    @AfterEach
    void close() {
        tracers.close();
    }

    private SpanData run(String... placed) {
        for (String id : placed) {
            shop.put(SampleOrders.merchant(shop.account(), id, time.instant()));
        }
        time.advance(Duration.ofMinutes(3));
        exported.reset();
        engine.run("amazon-orders", RunBudget.minutes(5));
        assertThat(exported.getFinishedSpanItems()).hasSize(1);
        return exported.getFinishedSpanItems().get(0);
    }

    @Test
    void a_run_is_one_span_with_what_it_did() {
        Instant before = time.instant();
        netsuite.fakeSink(RecordType.SALES_ORDER)
                .refuse("B", ErrorCode.SKU_UNKNOWN)
                .beforeWrite(() -> time.advance(Duration.ofSeconds(2)));
        SpanData span = run("A", "B");
        assertThat(span.getName()).isEqualTo("drayage.run");
        assertThat(text(span, "drayage.sync")).isEqualTo("amazon-orders");
        assertThat(text(span, "drayage.run")).endsWith("-1");
        assertThat(text(span, "drayage.ending")).isEqualTo("CAUGHT_UP");
        assertThat(number(span, "drayage.read")).isEqualTo(2);
        assertThat(number(span, "drayage.written")).isEqualTo(1);
        assertThat(number(span, "drayage.records.parked")).isEqualTo(1);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.OK);
        assertThat(span.getStartEpochNanos())
                .isEqualTo(TimeUnit.SECONDS.toNanos(
                        before.plus(Duration.ofMinutes(3)).getEpochSecond()));
        assertThat(span.getEndEpochNanos())
                .isEqualTo(TimeUnit.SECONDS.toNanos(time.instant().getEpochSecond()));
        assertThat(span.getEvents()).extracting(EventData::getName).containsExactly("parked", "alarm");
        assertThat(span.getEvents().get(0).getAttributes().get(AttributeKey.stringKey("drayage.record")))
                .isEqualTo("amazon:A1EX-na/salesOrder/B");
    }

    @Test
    void what_waits_and_what_is_unclear_are_events() {
        run();
        netsuite.fakeSink(RecordType.SALES_ORDER).deferFor("A", "x").loseAnswers(2);
        SpanData span = run("A", "B");
        assertThat(span.getEvents()).extracting(EventData::getName).contains("unclear", "deferred");
    }

    @Test
    void a_run_that_an_account_refuses_is_an_error() {
        netsuite.fakeSink(RecordType.SALES_ORDER)
                .outage(new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "expired"));
        SpanData span = run("A");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getStatus().getDescription()).contains("netsuite:1234567");
    }

    private static String text(SpanData span, String name) {
        return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(name)));
    }

    private static long number(SpanData span, String name) {
        Long value = span.getAttributes().get(AttributeKey.longKey(name));
        return value == null ? -1 : value;
    }
}
