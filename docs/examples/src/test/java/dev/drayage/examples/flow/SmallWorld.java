package dev.drayage.examples.flow;

import dev.drayage.Connectors;
import dev.drayage.call.TimeSource;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.examples.quickstart.Flow;
import dev.drayage.examples.quickstart.SimulatedWorld;
import dev.drayage.http.ApiClient;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.amazon.SimulatedOrder;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Both simulators, a warehouse's folder and a store, all on one clock that only tests move. */
final class SmallWorld implements AutoCloseable {
    /** Before anything was sold. */
    static final Instant GO_LIVE = SimulatedWorld.WEEK_START;

    static final List<String> SYNCS = List.of(Flow.ORDERS, Flow.WAREHOUSE, Flow.STOREFRONT);
    private static final HttpClient TRANSPORT = ApiClient.standardTransport();

    final SettableTime time = new SettableTime(GO_LIVE.plus(Duration.ofDays(1)));
    final SyncStore store = new InMemorySyncStore(time);
    final Map<String, String> amazonSettings;
    final Map<String, String> netsuiteSettings;
    final ShipmentFiles warehouse;
    private final SimulatedWorld systems;

    private SmallWorld(Path folder, List<SimulatedOrder> orders) {
        systems = SimulatedWorld.start(time, orders);
        warehouse = new ShipmentFiles(folder);
        amazonSettings = new TreeMap<>(systems.amazonSettings());
        netsuiteSettings = new TreeMap<>(systems.netsuiteSettings());
        netsuiteSettings.put("query.lag", "PT0S");
    }

    /** A world in which these were sold a day ago. */
    static SmallWorld with(Path folder, List<SimulatedOrder> orders) {
        return new SmallWorld(folder, orders);
    }

    SimulatedWorld systems() {
        return systems;
    }

    /** The flow with fresh connectors and a fresh engine, as after a restart. */
    Flow open() {
        return open((call, action) -> action.run());
    }

    /** The same; every call of the store and of the connectors goes through {@code tap}. */
    Flow open(Interposed.Tap tap) {
        SyncStore tapped = Interposed.wrap(SyncStore.class, store, tap);
        Connectors connectors = Connectors.discover(new Connectors.Environment(
                tapped, "default", time, TRANSPORT, new Random(time.instant().toEpochMilli())));
        return new Flow(
                tapped(connectors, "netsuite", netsuiteSettings, tap),
                tapped(connectors, "amazon", amazonSettings, tap),
                tapped(connectors, "warehouse-files", warehouse.settings(), tap),
                engine(tapped, time));
    }

    /** Every sync once, with a fresh engine. */
    List<RunReport> pass(Interposed.Tap tap) {
        time.advance(Duration.ofMinutes(20));
        List<RunReport> reports = new ArrayList<>();
        try (Flow flow = open(tap)) {
            for (String sync : SYNCS) {
                reports.add(flow.run(sync, RunBudget.minutes(60)));
                time.advance(Duration.ofMinutes(5));
            }
        }
        return reports;
    }

    /** Every sync once, undisturbed. */
    List<RunReport> pass() {
        return pass((call, action) -> action.run());
    }

    /** So many passes. */
    void passes(int count) {
        for (int i = 0; i < count; i++) {
            pass();
        }
    }

    /** What a person has to look at. */
    List<RecordEntry> parked() {
        return store.ledger("default")
                .records(RecordQuery.builder().addStates(RecordState.PARKED).build());
    }

    /** A person has mended an account and lets all syncs run again. */
    void resume() {
        try (Flow flow = open()) {
            SYNCS.forEach(sync -> flow.engine().operations(sync, "clerk").resume());
        }
    }

    /** A person looks at what is parked and has it tried again. */
    void retryParked() {
        try (Flow flow = open()) {
            for (String sync : SYNCS) {
                flow.engine()
                        .operations(sync, "clerk")
                        .retry(RecordQuery.builder()
                                .sync(sync)
                                .addStates(RecordState.PARKED)
                                .build());
            }
        }
    }

    /** Whether every record that was read has ended well, in every sync. */
    boolean isQuiet() {
        return SYNCS.stream().allMatch(sync -> {
            Map<RecordState, Long> states = store.ledger("default")
                    .countRecords(RecordQuery.builder().sync(sync).build());
            return !states.isEmpty()
                    && states.keySet().stream()
                            .allMatch(state -> state == RecordState.SETTLED || state == RecordState.SKIPPED);
        });
    }

    /** What stands at Amazon and in NetSuite. */
    Map<String, String> picture() {
        return WorldPicture.of(systems.amazon(), systems.netsuite());
    }

    @Override
    public void close() {
        systems.close();
    }

    private static Connector tapped(
            Connectors connectors, String kind, Map<String, String> settings, Interposed.Tap tap) {
        return Interposed.wrap(Connector.class, connectors.open(kind, settings), tap);
    }

    private static SyncEngine.Builder engine(SyncStore store, TimeSource time) {
        return SyncEngine.builder().store(store).time(time).startAt(GO_LIVE);
    }
}
