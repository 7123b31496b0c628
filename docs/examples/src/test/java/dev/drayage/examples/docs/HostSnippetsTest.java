package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.amazon.AmazonRegion;
import dev.drayage.amazon.AmazonSettings;
import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.call.SystemTimeSource;
import dev.drayage.engine.ConsoleProgress;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Selection;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.store.jdbc.JdbcSyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** README and "Getting started": what a host writes, run against fakes. */
class HostSnippetsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime(NOW);
    private final FakeWorld shop = new FakeWorld(new AccountId("amazon", "A1EX-na"), time);
    private final FakeWorld books = new FakeWorld(new AccountId("netsuite", "1234567"), time);
    private final FakeConnector amazon = new FakeConnector(shop);
    private final FakeConnector netsuite = new FakeConnector(books);
    private final List<String> pages = new ArrayList<>();

    static RunReport readme(DataSource dataSource, Map<String, String> netsuiteSettings) {
        // tag::readme[]
        SyncStore store = JdbcSyncStore.of(dataSource);
        Connectors connectors = Connectors.discover(Connectors.Environment.of(store));
        Map<String, String> amazonSettings = AmazonSettings.builder()
                .seller("A1EXAMPLE", AmazonRegion.NA)
                .marketplaces("ATVPDKIKX0DER")
                .application("amzn1.application-oa2-client.example", "env:LWA_SECRET")
                .refreshToken("file:/run/secrets/amazon-refresh-token")
                .toMap();
        try (Connector netsuite = connectors.open("netsuite", netsuiteSettings);
                Connector amazon = connectors.open("amazon", amazonSettings);
                SyncEngine engine = SyncEngine.builder()
                        .store(store)
                        .sync(OrderSyncs.amazonOrders(amazon, netsuite))
                        .sync(FulfillmentSyncs.toStorefront(netsuite, amazon))
                        .startAt(Instant.parse("2026-11-01T00:00:00Z"))
                        .listener(ConsoleProgress.on(System.out))
                        .build()) {
            engine.run("amazon-orders", RunBudget.minutes(5));
            return engine.run("storefront-shipments", RunBudget.minutes(5));
        }
        // end::readme[]
    }

    private SyncStore store() {
        String file = folder.resolve("drayage.db").toString();
        // tag::start-store[]
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl(
                "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL&busy_timeout=30000&cache_size=-32768");
        SyncStore store = JdbcSyncStore.of(dataSource);
        // end::start-store[]
        return store;
    }

    static List<Connector> open(
            SyncStore store, Map<String, String> netsuiteSettings, Map<String, String> amazonSettings) {
        // tag::start-open[]
        Connectors connectors =
                Connectors.discover(Connectors.Environment.of(store).forTenant("acme"));
        Connector netsuite = connectors.open("netsuite", netsuiteSettings);
        Connector amazon = connectors.open("amazon", amazonSettings);
        // end::start-open[]
        return List.of(netsuite, amazon);
    }

    static void diagnose(Connector connector, List<String> out) {
        // tag::start-diagnose[]
        Diagnosis diagnosis = connector.diagnose(CallContext.within(
                Duration.ofMinutes(2), new SystemTimeSource(), new Cancellation(), Priority.INTERACTIVE));
        for (Diagnosis.Check check : diagnosis.checks()) {
            out.add(check.verdict() + " " + check.subject() + ": " + check.detail());
        }
        // end::start-diagnose[]
    }

    // tag::start-alarms[]
    /** Turns what needs a person into a page for the one on duty. */
    record Pager(List<String> pages) implements SyncListener {
        @Override
        public void alarm(SyncEvent.Alarm event) {
            pages.add(event.sync() + " " + event.code() + ": " + event.message() + " "
                    + event.code().remedy());
        }
    }
    // end::start-alarms[]

    private SyncEngine engine(SyncStore store, Executor threads) {
        SyncEngine.Builder clock = SyncEngine.builder().time(time);
        return clock
                // tag::start-engine[]
                .namespace("acme")
                .store(store)
                .executor(threads)
                .node("books-1")
                .startAt(Instant.parse("2026-11-01T00:00:00Z"))
                .sync(OrderSyncs.amazonOrders(amazon, netsuite))
                .sync(FulfillmentSyncs.toStorefront(netsuite, amazon))
                .listener(new Pager(pages))
                .build();
        // end::start-engine[]
    }

    static List<ScheduledFuture<?>> schedule(SyncEngine engine) {
        // tag::start-schedule[]
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
        List<ScheduledFuture<?>> schedule = List.of(
                timer.scheduleWithFixedDelay(
                        () -> engine.run("amazon-orders", RunBudget.minutes(4)), 0, 5, TimeUnit.MINUTES),
                timer.scheduleWithFixedDelay(
                        () -> engine.run("storefront-shipments", RunBudget.minutes(4)), 1, 15, TimeUnit.MINUTES));
        // end::start-schedule[]
        return schedule;
    }

    static void plan(SyncEngine engine, List<String> out) {
        // tag::start-plan[]
        Plan plan = engine.plan("amazon-orders", Selection.next(25));
        for (Plan.PlannedRecord record : plan.records()) {
            out.add(record.verdict() + " " + record.ref().id() + ": " + record.reason());
        }
        RunReport applied = engine.apply(plan);
        // end::start-plan[]
        out.add(applied.summary());
    }

    static void parked(SyncEngine engine, List<String> out) {
        // tag::start-parked[]
        for (RecordEntry record : engine.records(RecordQuery.builder()
                .sync("amazon-orders")
                .addStates(RecordState.PARKED)
                .build())) {
            String remedy = record.code().map(ErrorCode::remedy).orElse("");
            out.add(record.ref().id() + ": " + record.message() + ". " + remedy);
        }
        // end::start-parked[]
    }

    @Test
    void a_host_plans_runs_and_hears_of_what_is_parked() throws InterruptedException {
        time.advance(Duration.ofHours(1));
        shop.put(SampleOrders.merchant(shop.account(), "A", time.instant()));
        shop.put(SampleOrders.merchant(shop.account(), "B", time.instant()));
        netsuite.fakeSink(RecordType.SALES_ORDER).refuse("B", ErrorCode.SKU_UNKNOWN);
        time.advance(Duration.ofHours(1));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<String> out = new ArrayList<>();
        try (SyncEngine engine = engine(store(), threads)) {
            diagnose(amazon, out);
            plan(engine, out);
            RunReport report = engine.run("amazon-orders", RunBudget.minutes(5));
            assertThat(report.ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
            assertThat(report.count(Outcome.PARKED)).isEqualTo(1);
            parked(engine, out);
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(out)
                .anyMatch(line -> line.startsWith("PASSED account"))
                .contains("WRITE A: effects are missing at the target")
                .anyMatch(line -> line.startsWith("PARK B: "))
                .anyMatch(line -> line.startsWith("B: record B is refused. Create the item"));
        assertThat(pages).singleElement().asString().contains("SKU_UNKNOWN");
        assertThat(books.all(RecordType.SALES_ORDER)).hasSize(1);
        RecordRef booked = books.all(RecordType.SALES_ORDER).get(0).ref();
        assertThat(booked.account()).isEqualTo(netsuite.account());
    }
}
