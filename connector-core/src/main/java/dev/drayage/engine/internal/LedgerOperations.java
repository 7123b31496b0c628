package dev.drayage.engine.internal;

import dev.drayage.call.TimeSource;
import dev.drayage.engine.Comparison;
import dev.drayage.engine.ComparisonReport;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncOperations;
import dev.drayage.engine.WorkFilter;
import dev.drayage.engine.internal.context.RunContexts;
import dev.drayage.engine.internal.news.News;
import dev.drayage.engine.internal.operate.Commission;
import dev.drayage.engine.internal.operate.Intervention;
import dev.drayage.engine.internal.operate.Interventions;
import dev.drayage.engine.internal.operate.Overriding;
import dev.drayage.engine.internal.run.Entries;
import dev.drayage.engine.internal.turn.Syncs;
import dev.drayage.engine.internal.view.UnsettledRecords;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Slice;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.Horizon;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.Retention;
import dev.drayage.store.StaleLeaseException;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** What one person does to one sync. */
final class LedgerOperations implements SyncOperations {
    private static final int PAGE = 500;

    private final Sync<?> flow;
    private final String sync;
    private final String actor;
    private final RunContexts contexts;
    private final Runs runs;
    private final Looks looks;
    private final Interventions interventions;
    private final Ledger ledger;
    private final TimeSource time;

    LedgerOperations(
            Sync<?> flow, String actor, RunContexts contexts, Runs runs, Looks looks, Interventions interventions) {
        this.flow = flow;
        this.sync = flow.name();
        this.actor = actor;
        this.contexts = contexts;
        this.runs = runs;
        this.looks = looks;
        this.interventions = interventions;
        this.ledger = contexts.ledger();
        this.time = contexts.time();
    }

    @Override
    public void pause(String reason) {
        Instant now = time.instant();
        interventions.change(
                sync,
                condition -> condition.stopped(SyncCondition.Kind.PAUSED, reason, actor, now, Optional.empty()),
                audit("pause", reason));
        news().condition(actor, SyncEvent.Change.PAUSED, reason);
    }

    @Override
    public void resume() {
        interventions.change(sync, SyncCondition::resumed, audit("resume", ""));
        news().condition(actor, SyncEvent.Change.RESUMED, "");
    }

    @Override
    public void seek(Instant from) {
        interventions.change(sync, condition -> condition.seeking(Optional.of(from)), audit("seek", from.toString()));
        news().condition(actor, SyncEvent.Change.SEEK, from.toString());
    }

    @Override
    public void reset() {
        Instant from = contexts.goLive()
                .or(() -> ledger.sync(sync).map(state -> state.bornAt()))
                .orElse(time.instant());
        interventions.change(sync, condition -> condition.seeking(Optional.of(from)), audit("reset", from.toString()));
        news().condition(actor, SyncEvent.Change.RESET, from.toString());
    }

    @Override
    public long retry(RecordQuery filter) {
        asked(words(filter.states(), filter.codes(), filter.refs(), filter.id(), filter.waitingFor()));
        long count = 0;
        Optional<RecordRef> after = Optional.empty();
        List<RecordEntry> page;
        do {
            page = ledger.records(RecordQuery.builder()
                    .from(filter)
                    .sync(sync)
                    .after(after)
                    .limit(PAGE)
                    .build());
            count += again(page);
            if (!page.isEmpty()) {
                after = Optional.of(page.get(page.size() - 1).ref());
            }
        } while (page.size() == PAGE);
        return count;
    }

    @Override
    public long retry(WorkFilter filter) {
        asked(words(filter.states(), filter.codes(), List.of(), filter.id(), List.of())
                + filter.standingBefore()
                        .map(before -> " since before " + before)
                        .orElse(""));
        AtomicLong count = new AtomicLong();
        List<RecordEntry> page = new ArrayList<>();
        new UnsettledRecords(ledger).each(sync, filter, entry -> {
            page.add(entry);
            if (page.size() == PAGE) {
                count.addAndGet(again(page));
                page.clear();
            }
        });
        return count.addAndGet(again(page));
    }

    /** Told to the audit trail first: what another process may forbid is then not done either. */
    private void asked(String which) {
        interventions.commit(sync, only(audit("retry", which.isEmpty() ? "all records" : which)));
    }

    private static String words(
            Collection<RecordState> states,
            Collection<ErrorCode> codes,
            Collection<RecordRef> refs,
            Optional<String> id,
            Collection<String> awaited) {
        StringJoiner words = new StringJoiner(" ");
        states.stream().map(Enum::name).sorted().forEach(words::add);
        codes.stream().map(Enum::name).sorted().forEach(words::add);
        refs.stream().map(RecordRef::toString).sorted().forEach(words::add);
        id.ifPresent(words::add);
        awaited.stream().sorted().forEach(words::add);
        return words.toString();
    }

    /** What a person set aside is worked on again because a person says so; a hint alone does not do that. */
    private long again(List<RecordEntry> entries) {
        List<RecordRef> again = entries.stream()
                .filter(entry -> entry.state() != RecordState.DISMISSED)
                .map(RecordEntry::ref)
                .toList();
        List<RecordRef> setAside = entries.stream()
                .filter(RecordEntry::isSetAside)
                .map(RecordEntry::ref)
                .toList();
        Instant now = time.instant();
        interventions
                .takeUp(sync, setAside, now)
                .forEach(entry -> news().changed(Optional.of(entry), Interventions.due(entry, now)));
        if (!again.isEmpty()) {
            ledger.hint(sync, again);
        }
        return again.size();
    }

    @Override
    public RunReport push(RecordRef ref) {
        return runs.run(flow, RunBudget.minutes(10), Commission.push(actor, ref), Work.push(ref, true));
    }

    @Override
    public RunReport push(RecordRef ref, UnaryOperator<CommerceRecord> override, String reason) {
        return runs.run(
                corrected(flow, override),
                RunBudget.minutes(10),
                Commission.correction(actor, ref, reason),
                Work.push(ref, false));
    }

    private static <S extends CommerceRecord> Sync<S> corrected(
            Sync<S> sync, UnaryOperator<CommerceRecord> correction) {
        return sync.translatedBy(new Overriding<>(sync.translation(), sync.sourceType(), correction));
    }

    @Override
    public RunReport backfill(Slice.Window window, RunBudget budget) {
        return runs.run(flow, budget, Commission.backfill(actor, window), Work.window(window));
    }

    @Override
    public ComparisonReport compare(Comparison comparison) {
        return looks.compare(flow, comparison, this::book);
    }

    /** Told to the audit trail first, as a retry is; nothing is asked for while another process may forbid that. */
    private boolean book(List<RecordRef> refs) {
        List<AuditEntry> acts = refs.stream()
                .map(ref -> audit("compare", ref + " is missing: the next run books it"))
                .toList();
        try {
            interventions.commit(
                    sync, new LedgerCommit(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), acts));
        } catch (IllegalStateException | StaleLeaseException e) {
            return false;
        }
        ledger.hint(sync, refs);
        return true;
    }

    @Override
    public RunReport apply(Plan plan) {
        if (!plan.sync().equals(sync)) {
            throw new IllegalArgumentException("the plan is of sync " + plan.sync() + ", not of " + sync);
        }
        return runs.run(
                flow,
                RunBudget.minutes(60),
                Commission.plan(actor, plan.records().size()),
                Work.planned(plan));
    }

    @Override
    public void accept(RecordRef ref, String reason) {
        told(interventions.intervene(sync, () -> {
            RecordEntry record = record(ref)
                    .filter(entry -> entry.state() == RecordState.PARKED
                            && entry.code().equals(Optional.of(ErrorCode.CHANGED_AFTER_BOOKING)))
                    .orElseThrow(() -> new IllegalArgumentException(
                            ref + " is not parked as " + ErrorCode.CHANGED_AFTER_BOOKING + " in sync " + sync));
            Instant now = time.instant();
            List<EffectEntry> effects = effectsOf(ref).stream()
                    .map(effect -> EffectEntry.builder()
                            .from(effect)
                            .boundDigest("")
                            .acceptedAt(now)
                            .updatedAt(now)
                            .build())
                    .toList();
            return new Intervention(
                    Optional.of(record),
                    Interventions.due(record, now),
                    effects,
                    List.of(),
                    audit("accept", ref + ": " + reason));
        }));
    }

    @Override
    public void resend(RecordRef ref, String reason) {
        told(interventions.intervene(sync, () -> {
            Instant now = time.instant();
            List<EffectEntry> lost = effectsOf(ref).stream()
                    .filter(effect -> effect.state() == EffectState.PENDING || effect.state() == EffectState.INTENT)
                    .map(effect -> Entries.notWanted(effect, now))
                    .toList();
            Optional<RecordEntry> record = record(ref);
            if (lost.isEmpty() || record.isEmpty()) {
                throw new IllegalArgumentException("no answer is awaited for " + ref + " in sync " + sync);
            }
            return new Intervention(
                    record,
                    Interventions.due(record.get(), now),
                    lost,
                    List.of(),
                    audit("resend", ref + ": " + reason));
        }));
    }

    private Optional<RecordEntry> record(RecordRef ref) {
        return ledger.records(RecordQuery.builder().sync(sync).addRefs(ref).build()).stream()
                .findFirst();
    }

    /** What this sync, also under a name that it had before, made of a record; others may write for it too. */
    private List<EffectEntry> effectsOf(RecordRef ref) {
        List<String> names = contexts.syncs().names();
        return ledger.effects(EffectQuery.builder().addCauses(ref).build()).stream()
                .filter(effect -> Syncs.looksAfter(sync, effect.sync(), names))
                .toList();
    }

    private void told(Intervention done) {
        news().changed(done.before(), done.now());
    }

    @Override
    public void park(RecordRef ref, String reason) {
        set(ref, RecordState.PARKED, "park", reason);
    }

    @Override
    public void dismiss(RecordRef ref, String reason) {
        set(ref, RecordState.DISMISSED, "dismiss", reason);
    }

    @Override
    public long forget(Retention retention) {
        Instant now = time.instant();
        Instant read = ledger.sync(sync).flatMap(SyncState::watermark).orElse(now);
        Horizon horizon = retention.horizon(sync, read.isBefore(now) ? read : now, now, PAGE);
        Horizon kept =
                keepsLevels() ? new Horizon(sync, horizon.states(), Instant.EPOCH, horizon.audit(), PAGE) : horizon;
        interventions.commitIdle(
                sync, only(audit("forget", "records before " + kept.records() + ", acts before " + kept.audit())));
        long all = 0;
        long gone;
        do {
            gone = interventions.forgetIdle(sync, kept);
            all += gone;
        } while (gone > 0);
        return all;
    }

    /** Records of levels tell what was told last of each, which is no history and stays. */
    private boolean keepsLevels() {
        return flow.sourceType().equals(RecordType.INVENTORY_LEVEL);
    }

    @Override
    public void hint(RecordRef ref) {
        ledger.hint(sync, List.of(ref));
    }

    private void set(RecordRef ref, RecordState state, String action, String reason) {
        told(interventions.intervene(sync, () -> {
            RecordEntry.Builder entry = RecordEntry.builder().sync(sync).ref(ref);
            Optional<RecordEntry> before = record(ref);
            before.ifPresent(entry::from);
            RecordEntry changed = entry.state(state)
                    .code(Optional.empty())
                    .message(actor + ": " + reason)
                    .dueAt(Optional.empty())
                    .updatedAt(time.instant())
                    .build();
            return new Intervention(
                    before,
                    changed,
                    List.of(),
                    ledger.hint(sync, ref).stream().toList(),
                    audit(action, ref + ": " + reason));
        }));
    }

    private News news() {
        return contexts.news(sync);
    }

    private AuditEntry audit(String action, String detail) {
        return new AuditEntry(sync, time.instant(), actor, action, detail);
    }

    private static LedgerCommit only(AuditEntry audit) {
        return new LedgerCommit(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(audit));
    }
}
