package dev.drayage.examples.cluster;

import dev.drayage.Connectors;
import dev.drayage.call.TimeSource;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import dev.drayage.spi.Connector;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One merchant's accounts and syncs in this process. Whether this process may work for them, the lease in the store says. */
final class Merchant implements AutoCloseable {
    private final Connector amazon;
    private final Connector netsuite;
    private final SyncEngine engine;

    /** Opens the accounts; calls none of them. */
    Merchant(MerchantSettings settings, SyncStore store, TimeSource time, String node, Instant goLive) {
        Connectors connectors = Connectors.discover(
                Connectors.Environment.of(store).forTenant(settings.name()).at(time));
        amazon = connectors.open("amazon", settings.amazon());
        netsuite = connectors.open("netsuite", settings.netsuite());
        engine = SyncEngine.builder()
                .namespace(settings.name())
                .store(store)
                .time(time)
                .node(node)
                .startAt(goLive)
                .listener(new SyncListener() {
                    @Override
                    public void alarm(SyncEvent.Alarm alarm) {
                        System.out.println(
                                settings.name() + " " + alarm.sync() + " " + alarm.code() + " " + alarm.message());
                    }
                })
                .sync(OrderSyncs.amazonOrders(amazon, netsuite))
                .sync(FulfillmentSyncs.toStorefront(netsuite, amazon))
                .build();
    }

    /** Runs every sync once; one that another process works on is left to it. */
    List<RunReport> work() {
        List<RunReport> reports = new ArrayList<>();
        for (String sync : engine.syncs()) {
            reports.add(engine.run(sync, RunBudget.of(Duration.ofMinutes(10))));
        }
        return reports;
    }

    @Override
    public void close() {
        engine.close();
        netsuite.close();
        amazon.close();
    }
}
