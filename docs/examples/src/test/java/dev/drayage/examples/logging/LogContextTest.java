package dev.drayage.examples.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.Translated;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What a log line of the engine, of a connector or of a listener says about what was worked on. */
class LogContextTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final org.slf4j.Logger CONNECTOR = LoggerFactory.getLogger("connector");

    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeWorld shop = new FakeWorld(new AccountId("amazon", "A1EX-na"), time);
    private final FakeConnector netsuite = new FakeConnector(new FakeWorld(new AccountId("netsuite", "1234567"), time));
    private final Lines lines = new Lines();
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    /** A line as it was written, with the context at that moment. */
    private record Line(String message, Map<String, String> context) {}

    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<Line> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new Line(event.getFormattedMessage(), Map.copyOf(event.getMDCPropertyMap())));
        }

        Map<String, String> of(String part) {
            return lines.stream()
                    .filter(line -> line.message().contains(part))
                    .findFirst()
                    .orElseThrow()
                    .context();
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
        ROOT.addAppender(lines);
        ROOT.setLevel(Level.INFO);
    }

    @AfterEach
    void stop() {
        ROOT.setLevel(Level.OFF);
        ROOT.detachAppender(lines);
        pool.shutdownNow();
        MDC.clear();
    }

    @Test
    void code_of_the_host_that_clears_the_context_takes_it_from_no_later_record() {
        List<String> seen = new CopyOnWriteArrayList<>();
        for (String order : List.of("A", "B", "C")) {
            shop.put(SampleOrders.merchant(shop.account(), order, time.instant()));
        }
        time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = SyncEngine.builder()
                .store(new InMemorySyncStore(time))
                .time(time)
                .startAt(Instant.parse("2026-11-20T00:00:00Z"))
                .sync(Sync.reading("orders", new FakeConnector(shop), RecordType.SALES_ORDER)
                        .writing(netsuite, RecordType.SALES_ORDER)
                        .translation(order -> {
                            seen.add(MDC.get("drayage.namespace") + " " + MDC.get("drayage.sync") + " "
                                    + MDC.get("drayage.run"));
                            MDC.clear();
                            return new Translated.Skip("not wanted");
                        })
                        .build())
                .build()) {
            engine.run("orders", RunBudget.minutes(5));
        }
        assertThat(seen).hasSize(3).containsOnly(seen.get(0));
        assertThat(seen.get(0)).contains("orders").doesNotContain("null");
        assertThat(MDC.get("drayage.run")).isNull();
    }

    private void run(SyncEngine.Builder builder) {
        shop.put(SampleOrders.merchant(shop.account(), "A", time.instant()));
        time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = builder.namespace("acme")
                .store(new InMemorySyncStore(time))
                .time(time)
                .startAt(Instant.parse("2026-11-20T00:00:00Z"))
                .sync(OrderSyncs.amazonOrders(new FakeConnector(shop), netsuite))
                .build()) {
            engine.run("amazon-orders", RunBudget.minutes(5));
        }
    }

    @Test
    void lines_of_a_run_name_tenant_sync_and_run_and_those_about_a_record_the_record() {
        netsuite.fakeSink(RecordType.SALES_ORDER).refuse("A", ErrorCode.SKU_UNKNOWN);
        run(SyncEngine.builder());
        assertThat(lines.of("CAUGHT_UP"))
                .isEqualTo(Map.of(
                        "drayage.namespace", "acme",
                        "drayage.sync", "amazon-orders",
                        "drayage.run", "20261120T120300Z-1"));
        assertThat(lines.of("SKU_UNKNOWN")).containsEntry("drayage.record", "amazon:A1EX-na/salesOrder/A");
    }

    @Test
    void a_connector_on_another_thread_logs_the_same_and_leaves_nothing_on_that_thread() throws Exception {
        netsuite.fakeSink(RecordType.SALES_ORDER).beforeWrite(() -> CONNECTOR.info("writing"));
        run(SyncEngine.builder().executor(pool));
        assertThat(lines.of("writing"))
                .containsEntry("drayage.sync", "amazon-orders")
                .containsEntry("drayage.run", "20261120T120300Z-1")
                .containsEntry("drayage.record", "amazon:A1EX-na/salesOrder/A");
        for (int i = 0; i < 8; i++) {
            assertThat(pool.submit(MDC::getCopyOfContextMap).get())
                    .satisfiesAnyOf(
                            left -> assertThat(left).isNull(),
                            left -> assertThat(left).isEmpty());
        }
    }

    @Test
    void what_the_host_had_put_there_is_there_afterwards_and_during_the_run() {
        MDC.put("request", "42");
        MDC.put("drayage.sync", "the host's own");
        run(SyncEngine.builder());
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("request", "42", "drayage.sync", "the host's own"));
        assertThat(lines.of("CAUGHT_UP")).containsEntry("request", "42").containsEntry("drayage.sync", "amazon-orders");
    }
}
