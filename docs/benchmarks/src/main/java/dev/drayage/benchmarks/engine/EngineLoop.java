package dev.drayage.benchmarks.engine;

import dev.drayage.benchmarks.wire.Wire;
import dev.drayage.call.Priority;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.engine.Translated;
import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.quota.ConcurrencyBudget;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.SyncStore;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The flow of the bare loop, run by the engine: the same calls and the same bytes, with the guarantees. */
final class EngineLoop implements AutoCloseable {
    private static final String SYNC = "orders";
    private static final AccountId STOREFRONT = new AccountId("storefront", "bench");
    private static final AccountId ERP = new AccountId("erp", "bench");

    private final SettableClock clock = new SettableClock();
    private final ExecutorService lanes;
    private final SyncEngine engine;

    EngineLoop(URI server, int lanes, SyncStore store) {
        this.lanes = Executors.newFixedThreadPool(lanes);
        var transport = ApiClient.standardTransport();
        ApiClient storefront = ApiClient.builder(server, transport, clock).build();
        ApiClient erp = ApiClient.builder(server, transport, clock)
                .quota(new ConcurrencyBudget("erp", lanes, clock))
                .build();
        Sync<SalesOrder> sync = Sync.reading(
                        SYNC,
                        new Account(
                                STOREFRONT,
                                Optional.of(new StorefrontOrders(STOREFRONT, storefront)),
                                Optional.empty()),
                        RecordType.SALES_ORDER)
                .writing(
                        new Account(ERP, Optional.empty(), Optional.of(new BookedOrders(ERP, erp))),
                        RecordType.SALES_ORDER)
                .translation(order -> Translated.effects(Effect.of(
                        new EffectKey(order.ref(), ERP, "salesOrder"),
                        order.number(),
                        RecordType.SALES_ORDER,
                        order,
                        Effect.Mode.CREATE_ONCE)))
                .policy(SyncPolicy.defaults(Priority.ORDERS))
                .build();
        clock.set(Wire.FIRST.minus(Duration.ofHours(1)));
        engine = SyncEngine.builder()
                .namespace("bench")
                .store(store)
                .sync(sync)
                .time(clock)
                .executor(this.lanes)
                .node("bench")
                .build();
    }

    /** Makes the ledger, before the first order is. */
    void begin() {
        clock.set(Wire.FIRST.minus(Duration.ofHours(1)));
        engine.run(SYNC, RunBudget.minutes(1));
    }

    /** Books everything up to that order; returns what was read. */
    RunReport runUpTo(long orders) {
        clock.set(Wire.changedAt(orders).plus(Duration.ofMinutes(2)));
        RunReport report = engine.run(SYNC, RunBudget.minutes(600));
        if (report.ending() != RunReport.Ending.CAUGHT_UP
                || report.read() != report.count(Outcome.APPLIED) + report.count(Outcome.UNCHANGED)) {
            throw new IllegalStateException(report.summary());
        }
        return report;
    }

    /** Reads everything once more from the first order on. */
    RunReport readAgain(long orders) {
        engine.operations(SYNC, "benchmark").seek(Wire.FIRST.minus(Duration.ofHours(1)));
        return runUpTo(orders);
    }

    @Override
    public void close() {
        engine.close();
        lanes.shutdown();
    }
}
