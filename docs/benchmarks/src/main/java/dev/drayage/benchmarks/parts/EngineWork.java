package dev.drayage.benchmarks.parts;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.Translated;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine does for prepared pages with a store in memory, on the calling thread alone, and a loop that does no more
 * than it must. One operation is a run over {@link #PAGES} pages. Confined to one thread.
 */
final class EngineWork implements AutoCloseable {
    /** Pages of {@link PreparedPages#PAGE} records in one operation. */
    static final int PAGES = 20;

    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private final PreparedPages shop = new PreparedPages(PAGES, START.plusSeconds(1));
    private final WillingBooks books = new WillingBooks();
    private final List<SalesOrder> orders = shop.orders();
    private final Map<RecordRef, Instant> revisions = new HashMap<>();
    private final SettableTime time = new SettableTime(START.plus(Duration.ofHours(1)));
    private final SyncEngine known = engine(time);

    /** Makes every record known to one engine. */
    EngineWork() {
        run(known, Outcome.APPLIED);
        orders.forEach(order -> revisions.put(order.ref(), order.updatedAt()));
    }

    private SyncEngine engine(SettableTime clock) {
        return SyncEngine.builder()
                .store(new InMemorySyncStore(clock))
                .time(clock)
                .startAt(START)
                .sync(Sync.reading("orders", shop, RecordType.SALES_ORDER)
                        .writing(books, RecordType.SALES_ORDER)
                        .translation(order -> Translated.effects(WillingBooks.effect(order)))
                        .build())
                .build();
    }

    private RunReport run(SyncEngine engine, Outcome expected) {
        RunReport report = engine.run("orders", RunBudget.minutes(60));
        if (report.ending() != RunReport.Ending.CAUGHT_UP || report.count(expected) != orders.size()) {
            throw new IllegalStateException(report.summary());
        }
        return report;
    }

    /** Reads pages that are known, unchanged. */
    RunReport readKnown() {
        time.advance(Duration.ofMinutes(1));
        return run(known, Outcome.UNCHANGED);
    }

    /** The least that tells an unchanged record: its revision in a map. */
    int readKnownBare() {
        int unchanged = 0;
        for (SalesOrder order : orders) {
            unchanged += order.updatedAt().equals(revisions.get(order.ref())) ? 1 : 0;
        }
        return unchanged;
    }

    /** Books pages of new records, with an empty store. */
    RunReport bookNew() {
        try (SyncEngine engine = engine(new SettableTime(time.instant()))) {
            return run(engine, Outcome.APPLIED);
        }
    }

    /** The least that books: the sink called for one record after the other, and what it says kept. */
    Map<EffectKey, EffectOutcome> bookNewBare() {
        CallContext call = CallContext.within(Duration.ofMinutes(1), time, new Cancellation(), Priority.ORDERS);
        Map<EffectKey, EffectOutcome> kept = new HashMap<>();
        for (SalesOrder order : orders) {
            Prepared<SalesOrder> prepared = books.prepare(WillingBooks.effect(order), Optional.empty(), Map.of());
            kept.putAll(books.apply(List.of(prepared), call));
        }
        return kept;
    }

    @Override
    public void close() {
        known.close();
    }
}
