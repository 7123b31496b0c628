package dev.drayage.examples.metrics;

import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.SyncHealth;
import dev.drayage.engine.WorkFilter;
import dev.drayage.engine.Worklist;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows what waits, as the store knows it. The host calls {@link #refresh} once a minute or so: a scrape must not read the
 * database. Call it from one thread at a time.
 */
public final class SyncGauges {
    private final SyncEngine engine;
    private final MultiGauge parked;
    private final MultiGauge waiting;
    private final MultiGauge behind;
    private final MultiGauge status;

    /** Shows what waits for the syncs of {@code engine} in {@code registry}. */
    public SyncGauges(SyncEngine engine, MeterRegistry registry) {
        this.engine = engine;
        parked = MultiGauge.builder("drayage.parked")
                .description("records that need a person, by reason")
                .register(registry);
        waiting = MultiGauge.builder("drayage.waiting")
                .description("records and writes that are not settled")
                .register(registry);
        behind = MultiGauge.builder("drayage.checkpoint.behind")
                .baseUnit("seconds")
                .description("how far the checkpoint is behind what the source shows")
                .register(registry);
        status = MultiGauge.builder("drayage.status")
                .description("0 in order, 1 needs attention, 2 fails")
                .register(registry);
    }

    /** Asks the store. */
    public void refresh() {
        List<Row<?>> parkedRows = new ArrayList<>();
        List<Row<?>> waitingRows = new ArrayList<>();
        List<Row<?>> behindRows = new ArrayList<>();
        List<Row<?>> statusRows = new ArrayList<>();
        for (SyncHealth health : engine.health()) {
            Tags sync = Tags.of("sync", health.sync());
            parkedRows.addAll(byReason(sync, health.sync()));
            waitingRows.add(Row.of(sync.and("state", "parked"), health.parked().count()));
            waitingRows.add(
                    Row.of(sync.and("state", "deferred"), health.deferred().count()));
            waitingRows.add(Row.of(sync.and("state", "open"), health.open().count()));
            waitingRows.add(Row.of(sync.and("state", "due"), health.due().count()));
            health.behind().ifPresent(age -> behindRows.add(Row.of(sync, age.toSeconds())));
            statusRows.add(Row.of(sync, level(health.status())));
        }
        parked.register(parkedRows, true);
        waiting.register(waitingRows, true);
        behind.register(behindRows, true);
        status.register(statusRows, true);
    }

    private static int level(SyncHealth.Status status) {
        return switch (status) {
            case OK -> 0;
            case ATTENTION -> 1;
            case FAILING -> 2;
        };
    }

    /** What a person set aside has no code. */
    private List<Row<?>> byReason(Tags tags, String sync) {
        Worklist list = engine.worklist(WorkFilter.parked().of(sync).limit(0));
        List<Row<?>> rows = new ArrayList<>();
        list.codes().forEach((code, count) -> rows.add(Row.of(tags.and("code", code.name()), count)));
        long coded = list.codes().values().stream().mapToLong(Long::longValue).sum();
        if (list.total() > coded) {
            rows.add(Row.of(tags.and("code", "SET_ASIDE"), list.total() - coded));
        }
        return rows;
    }
}
