package dev.drayage.engine.internal.view;

import dev.drayage.engine.HealthThresholds;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncHealth;
import dev.drayage.engine.SyncHealth.Status;
import dev.drayage.engine.WorkFilter;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.SourceTraits;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.Ledger;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives how syncs are from what the store knows. Reads everything that waits, page by page. */
final class HealthCheck {
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final LastRuns lastRuns;
    private final HealthThresholds thresholds;
    private final Instant now;

    HealthCheck(Ledger ledger, LastRuns lastRuns, HealthThresholds thresholds, Instant now) {
        this.ledger = ledger;
        this.lastRuns = lastRuns;
        this.thresholds = thresholds;
        this.now = now;
    }

    List<SyncHealth> of(Collection<Sync<?>> syncs) {
        Map<String, Waiting> open = open(syncs);
        return syncs.stream()
                .map(sync ->
                        of(sync, open.getOrDefault(sync.name(), new Waiting()).queue()))
                .toList();
    }

    private SyncHealth of(Sync<?> sync, SyncHealth.Queue open) {
        Map<RecordState, Waiting> waiting = new EnumMap<>(RecordState.class);
        new UnsettledRecords(ledger)
                .each(
                        sync.name(),
                        WorkFilter.unsettled(),
                        entry -> waiting.computeIfAbsent(entry.state(), state -> new Waiting())
                                .add(entry.updatedAt()));
        Optional<SyncState> state = ledger.sync(sync.name());
        Optional<SyncHealth.LastRun> lastRun = lastRuns.of(sync.name());
        SyncHealth plain = new SyncHealth(
                sync.name(),
                Status.OK,
                "",
                condition(sync.name()),
                state.flatMap(SyncState::watermark),
                state.map(known -> behind(sync, known, lastRun)),
                lastRun,
                queue(waiting, RecordState.PARKED),
                queue(waiting, RecordState.DEFERRED),
                open,
                queue(waiting, RecordState.DUE));
        HealthVerdict.Verdict verdict = new HealthVerdict(thresholds, now).of(plain);
        return new SyncHealth(
                plain.sync(),
                verdict.status(),
                verdict.why(),
                plain.condition(),
                plain.watermark(),
                plain.behind(),
                plain.lastRun(),
                plain.parked(),
                plain.deferred(),
                plain.open(),
                plain.due());
    }

    private Duration behind(Sync<?> sync, SyncState state, Optional<SyncHealth.LastRun> lastRun) {
        SourceTraits traits = sync.source().traits();
        Instant mark = traits.kind() == SourceTraits.Kind.BACKLOG
                ? lastRun.flatMap(SyncHealth.LastRun::caughtUpAt).orElse(state.bornAt())
                : state.watermark().orElse(state.bornAt());
        Duration age = Duration.between(mark, now.minus(traits.settleDelay()));
        return age.isNegative() ? Duration.ZERO : age;
    }

    private SyncHealth.Condition condition(String sync) {
        SyncCondition condition = ledger.condition(sync).orElse(SyncCondition.active(sync));
        return new SyncHealth.Condition(
                condition.kind(), condition.by(), condition.since(), condition.message(), condition.resumeAt());
    }

    /** Writes that have not ended, also those that no record tells of because a process died before. */
    private Map<String, Waiting> open(Collection<Sync<?>> syncs) {
        Map<String, Waiting> open = new HashMap<>();
        List<String> names = syncs.stream().map(Sync::name).toList();
        Optional<EffectKey> after = Optional.empty();
        List<EffectEntry> page;
        do {
            page = ledger.effects(EffectQuery.builder()
                    .addStates(EffectState.INTENT, EffectState.PENDING)
                    .after(after)
                    .limit(PAGE)
                    .build());
            for (EffectEntry effect : page) {
                after = Optional.of(effect.key());
                for (String sync : lookedAfterBy(effect, syncs, names)) {
                    open.computeIfAbsent(sync, name -> new Waiting()).add(effect.sentAt());
                }
            }
        } while (page.size() == PAGE);
        return open;
    }

    private static List<String> lookedAfterBy(EffectEntry effect, Collection<Sync<?>> syncs, List<String> names) {
        if (names.contains(effect.sync())) {
            return List.of(effect.sync());
        }
        Sync.SinkId sink = new Sync.SinkId(effect.key().target(), effect.type());
        List<String> heirs = new ArrayList<>();
        syncs.stream()
                .filter(sync -> sync.sinks().containsKey(sink))
                .map(Sync::name)
                .forEach(heirs::add);
        return heirs;
    }

    private static SyncHealth.Queue queue(Map<RecordState, Waiting> waiting, RecordState state) {
        return waiting.getOrDefault(state, new Waiting()).queue();
    }

    /** Counts what waits, with the oldest. */
    private static final class Waiting {
        private long count;
        private Optional<Instant> oldest = Optional.empty();

        void add(Instant since) {
            count++;
            oldest = oldest.filter(known -> known.isBefore(since)).or(() -> Optional.of(since));
        }

        SyncHealth.Queue queue() {
            return new SyncHealth.Queue(count, oldest);
        }
    }
}
