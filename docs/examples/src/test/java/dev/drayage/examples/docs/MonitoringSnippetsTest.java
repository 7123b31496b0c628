package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.HealthThresholds;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncHealth;
import dev.drayage.engine.SyncListener;
import dev.drayage.engine.WorkFilter;
import dev.drayage.engine.Worklist;
import dev.drayage.error.ErrorCode;
import dev.drayage.examples.metrics.SyncGauges;
import dev.drayage.examples.metrics.SyncMeters;
import dev.drayage.examples.tracing.SyncSpans;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.PromiseSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** "Operations": how a host watches its syncs, run against fakes. */
class MonitoringSnippetsTest {
    private static final String BEGIN =
            "<!-- Made from an engine by MonitoringSnippetsTest; -Ddocs.write=true rewrites it. -->\n";
    private static final String END = "<!-- Until here. -->\n";

    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeWorld shop = new FakeWorld(new AccountId("amazon", "A1EX-na"), time);
    private final FakeConnector amazon = new FakeConnector(shop);
    private final FakeConnector netsuite = new FakeConnector(new FakeWorld(new AccountId("netsuite", "1234567"), time));
    private final InMemorySyncStore store = new InMemorySyncStore(time);

    private SyncEngine.Builder bare() {
        return SyncEngine.builder()
                .namespace("acme")
                .store(store)
                .time(time)
                .startAt(Instant.parse("2026-11-20T00:00:00Z"));
    }

    // tag::watch-events[]
    /** Keeps a list of the writes that a person may have to look for. */
    record Unclear(List<String> seen) implements SyncListener {
        @Override
        public void effectUnclear(SyncEvent.EffectUnclear event) {
            seen.add(event.at() + " " + event.cause() + " to " + event.target() + ": " + event.reason());
        }
    }
    // end::watch-events[]

    private SyncEngine engine(SyncListener... listeners) {
        SyncEngine.Builder builder = bare().sync(OrderSyncs.amazonOrders(amazon, netsuite));
        for (SyncListener listener : listeners) {
            builder.listener(listener);
        }
        return builder.build();
    }

    private void place(String id) {
        shop.put(SampleOrders.merchant(shop.account(), id, time.instant()));
        time.advance(Duration.ofMinutes(3));
    }

    @Test
    void hear_of_writes_whose_end_is_not_known() {
        List<String> seen = new ArrayList<>();
        place("A");
        netsuite.fakeSink(RecordType.SALES_ORDER).loseAnswers(1);
        engine(new Unclear(seen)).run("amazon-orders", RunBudget.minutes(5));
        assertThat(seen).singleElement().asString().contains("netsuite:1234567");
    }

    @Test
    void list_what_waits_and_retry_it() {
        place("A");
        netsuite.fakeSink(RecordType.SALES_ORDER).refuse("A", ErrorCode.SKU_UNKNOWN);
        SyncEngine engine = engine();
        engine.run("amazon-orders", RunBudget.minutes(5));
        List<String> shown = new ArrayList<>();
        // tag::watch-worklist[]
        WorkFilter filter = WorkFilter.parked().because(ErrorCode.SKU_UNKNOWN).limit(20);
        Worklist list = engine.worklist(filter);
        for (Worklist.Item item : list.items()) {
            shown.add(item.since() + " " + item.record().ref() + ": "
                    + item.record().message() + " " + item.remedy());
        }
        Optional<Worklist> next = list.next().map(mark -> engine.worklist(filter.after(mark)));
        long asked = engine.retry(filter, "ann@acme.example");
        // end::watch-worklist[]
        assertThat(shown).hasSize(1);
        assertThat(next).isEmpty();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void ask_how_the_syncs_are() {
        place("A");
        SyncEngine engine = engine();
        engine.run("amazon-orders", RunBudget.minutes(5));
        List<String> page = new ArrayList<>();
        // tag::watch-health[]
        HealthThresholds thresholds =
                HealthThresholds.standard().withBehind(Duration.ofMinutes(30), Duration.ofHours(4));
        for (SyncHealth health : engine.health(thresholds)) {
            if (health.status() != SyncHealth.Status.OK) {
                page.add(health.sync() + " " + health.status() + ": " + health.why());
            }
        }
        // end::watch-health[]
        assertThat(page).isEmpty();
    }

    @Test
    void meters_and_spans() {
        place("A");
        MeterRegistry registry = new SimpleMeterRegistry();
        OpenTelemetry telemetry = OpenTelemetry.noop();
        // tag::watch-meters[]
        SyncEngine engine = bare().sync(OrderSyncs.amazonOrders(amazon, netsuite))
                .listener(new SyncMeters(registry))
                .listener(new SyncSpans(telemetry.getTracer("drayage")))
                .build();
        SyncGauges gauges = new SyncGauges(engine, registry);
        engine.run("amazon-orders", RunBudget.minutes(5));
        gauges.refresh();
        // end::watch-meters[]
        assertThat(registry.get("drayage.records")
                        .tag("outcome", "applied")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("drayage.status").gauge().value()).isZero();
    }

    @Test
    void the_drawn_wiring_is_that_of_an_engine() throws IOException {
        FakeConnector warehouse = new FakeConnector(new FakeWorld(new AccountId("shipstation", "acme.reno"), time));
        // tag::watch-wiring[]
        SyncEngine engine = bare().sync(OrderSyncs.amazonOrders(amazon, netsuite))
                .sync(FulfillmentSyncs.fromWarehouse(warehouse, netsuite))
                .sync(FulfillmentSyncs.toStorefront(netsuite, amazon))
                .sync(PromiseSyncs.toStorefront(netsuite, amazon))
                .build();
        String chart = engine.describe();
        // end::watch-wiring[]
        Path page = Manual.root().resolve("docs/operations.md");
        String text = Manual.read(page);
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END, from);
        assertThat(from).isNotNegative().isLessThan(to);
        String made = text.substring(0, from) + BEGIN + "\n```mermaid\n" + chart + "```\n\n" + text.substring(to);
        if (Manual.write()) {
            Files.writeString(page, made);
        }
        assertThat(Manual.read(page))
                .as("docs/operations.md; -Ddocs.write=true brings it up to date")
                .isEqualTo(made);
    }
}
