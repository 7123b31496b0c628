package dev.drayage.engine.internal.run;

import dev.drayage.engine.Sync;
import dev.drayage.engine.internal.context.Deferral;
import dev.drayage.engine.internal.context.FailureKind;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.SinkPort;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.engine.internal.news.LogContext;
import dev.drayage.engine.internal.news.Waits;
import dev.drayage.error.ErrorCode;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Resolution;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run does first: asks the targets about everything that an earlier run sent without learning how it ended, and takes
 * up comparisons that it left (guarantee G2). Records whose effects have ended are looked at again. Used by the
 * coordinator's thread only.
 */
final class Recovery {
    private static final int PAGE = 500;
    private static final int ASKED_AT_ONCE = 100;

    private final RunContext<?> run;
    private final LedgerBuffer buffer;
    private final EffectFlow flow;
    private final Verification verification;

    Recovery(RunContext<?> run, LedgerBuffer buffer, EffectFlow flow, Verification verification) {
        this.run = run;
        this.buffer = buffer;
        this.flow = flow;
        this.verification = verification;
    }

    /** Resolves what can be resolved; what cannot yet blocks its lane. */
    void resolveAll() {
        Optional<EffectKey> after = Optional.empty();
        List<EffectEntry> page;
        do {
            page = run.ledger()
                    .effects(EffectQuery.builder()
                            .addStates(EffectState.INTENT, EffectState.PENDING, EffectState.WRITTEN)
                            .after(after)
                            .limit(PAGE)
                            .build());
            Map<SinkPort, List<EffectEntry>> bySink = new LinkedHashMap<>();
            for (EffectEntry entry : page) {
                after = Optional.of(entry.key());
                take(entry, bySink);
            }
            bySink.forEach(this::resolve);
            buffer.flush();
        } while (page.size() == PAGE);
    }

    private void take(EffectEntry entry, Map<SinkPort, List<EffectEntry>> bySink) {
        SinkPort sink = run.ports().get(new Sync.SinkId(entry.key().target(), entry.type()));
        if (sink == null || !run.looksAfter(entry.sync())) {
            if (entry.state() != EffectState.WRITTEN) {
                flow.blockLane(entry);
            }
            return;
        }
        boolean due =
                entry.recheckAt().map(at -> !at.isAfter(run.time().instant())).orElse(true);
        if (entry.state() == EffectState.WRITTEN) {
            verification.addEarlier(sink, entry);
        } else if (due) {
            bySink.computeIfAbsent(sink, s -> new ArrayList<>()).add(entry);
        } else {
            watch(entry, run.time().instant());
            flow.blockLane(entry);
        }
    }

    private void resolve(SinkPort sink, List<EffectEntry> entries) {
        for (int i = 0; i < entries.size(); i += ASKED_AT_ONCE) {
            List<EffectEntry> batch = entries.subList(i, Math.min(i + ASKED_AT_ONCE, entries.size()));
            Map<EffectKey, Resolution> answers = ask(sink, batch);
            for (EffectEntry entry : batch) {
                Resolution answer = answers.get(entry.key());
                LogContext.onRecord(
                        entry.cause(),
                        () -> resolved(
                                sink,
                                entry,
                                answer == null
                                        ? new Resolution.StillOpen(run.time().instant())
                                        : answer));
            }
        }
    }

    /** Asks for many at once, or one by one if one of them spoils the question; that one stays open and is told. */
    private Map<EffectKey, Resolution> ask(SinkPort sink, List<EffectEntry> batch) {
        List<Intent> intents = batch.stream().map(Entries::toResolve).toList();
        try {
            return sink.resolve(intents, run.call());
        } catch (RuntimeException e) {
            if (FailureKind.of(e).concernsTheAccount()) {
                throw e;
            }
            if (batch.size() == 1) {
                String message = Defects.describe("looking for " + batch.get(0).key(), e);
                run.news().alarm(ErrorCode.OUTCOME_UNKNOWN, batch.get(0).cause(), message);
                return Map.of();
            }
        }
        Map<EffectKey, Resolution> answers = new LinkedHashMap<>();
        batch.forEach(entry -> answers.putAll(ask(sink, List.of(entry))));
        return answers;
    }

    private void resolved(SinkPort sink, EffectEntry entry, Resolution answer) {
        Instant now = run.time().instant();
        flow.unblockLane(entry);
        answer.fold(
                landed -> {
                    boolean verify = sink.traits().verifyBatch() > 0;
                    EffectEntry applied = Entries.applied(entry, landed.applied(), verify, now);
                    buffer.put(applied);
                    run.news().written(entry, landed.applied().ref());
                    if (applied.state() == EffectState.WRITTEN) {
                        verification.addEarlier(sink, applied);
                    }
                    lookAgain(entry, now);
                    return true;
                },
                absent -> {
                    Duration grace = sink.traits().absenceGrace();
                    if (now.isBefore(lastLook(entry).orElse(now).plus(grace))) {
                        buffer.put(Entries.stillOpen(entry, now.plus(grace), now));
                        watch(entry, now);
                        flow.blockLane(entry);
                    } else if (entry.attempts() >= run.sync().policy().maxAttempts()) {
                        buffer.put(Entries.notWanted(entry, now));
                        park(
                                entry,
                                ErrorCode.ATTEMPTS_EXHAUSTED,
                                "sent " + entry.attempts() + " times and never found at the target",
                                now);
                    } else {
                        buffer.put(Entries.notThere(entry, now));
                        tryAgain(entry, now);
                    }
                    return true;
                },
                differs -> {
                    park(entry, ErrorCode.CONFLICT, differs.message(), now);
                    flow.blockLane(entry);
                    return true;
                },
                refused -> {
                    buffer.put(Entries.notWanted(entry, now));
                    park(
                            entry,
                            refused.violations().code(),
                            refused.violations().message(),
                            now);
                    return true;
                },
                still -> {
                    buffer.put(Entries.stillOpen(entry, still.recheckAt(), now));
                    still.overdue().ifPresent(why -> tell(entry, why.code(), why.message()));
                    watch(entry, now);
                    flow.blockLane(entry);
                    return true;
                });
    }

    /** What is under way for longer than the policy allows is told once, unless its sink told something of it. */
    private void watch(EffectEntry effect, Instant now) {
        RecordEntry record = record(effect);
        if (record != null
                && record.state() == RecordState.OPEN
                && record.code().equals(Optional.of(ErrorCode.OUTCOME_UNKNOWN))
                && Waits.isOver(run.sync().policy().alarmAfter(), effect.sentAt(), now)) {
            tell(
                    effect,
                    ErrorCode.WAITS_LONG,
                    "effect " + effect.key() + " was sent at " + effect.sentAt() + " and it is not known how it ended");
        }
    }

    /** Tells once that an open effect needs a person: what was told stands in the record's code. */
    private void tell(EffectEntry effect, ErrorCode code, String message) {
        RecordEntry record = record(effect);
        if (record != null && record.state() == RecordState.OPEN) {
            if (record.code().equals(Optional.of(code))) {
                return;
            }
            buffer.put(RecordEntry.builder().from(record).code(code).build());
        }
        run.news().alarm(code, effect.cause(), message);
    }

    /**
     * When somebody last looked for it. A process that died may have made the call long after it recorded the intent, so
     * before the first look nobody knows since when the target has had the time to show it.
     */
    private static Optional<Instant> lastLook(EffectEntry entry) {
        return entry.recheckAt().map(recheck -> entry.updatedAt());
    }

    /** A record that was left open is worked on again; one that was never recorded is read again with its page. */
    private void lookAgain(EffectEntry effect, Instant now) {
        RecordEntry record = record(effect);
        if (record != null && record.state() == RecordState.OPEN) {
            buffer.put(RecordEntry.builder()
                    .from(record)
                    .state(RecordState.DUE)
                    .dueAt(Optional.empty())
                    .updatedAt(now)
                    .build());
        }
    }

    /** The first repetition follows at once; before the others the target is given time. */
    private void tryAgain(EffectEntry effect, Instant now) {
        RecordEntry record = record(effect);
        if (effect.attempts() <= EffectSettling.AT_ONCE || record == null || record.state() != RecordState.OPEN) {
            lookAgain(effect, now);
            return;
        }
        Instant next = Deferral.next(run.sync().policy(), Optional.of(record), record.revision(), now);
        buffer.put(RecordEntry.builder()
                .from(record)
                .state(RecordState.DEFERRED)
                .message("sent " + effect.attempts() + " times and not at the target")
                .dueAt(next)
                .updatedAt(now)
                .build());
    }

    private void park(EffectEntry effect, ErrorCode code, String message, Instant now) {
        RecordEntry.Builder parked =
                RecordEntry.builder().sync(run.sync().name()).ref(effect.cause());
        RecordEntry record = record(effect);
        if (record != null) {
            boolean told =
                    record.state() == RecordState.PARKED && record.message().equals(message);
            if (told || record.state() == RecordState.DISMISSED) {
                return;
            }
            parked.from(record);
        }
        RecordEntry entry = parked.state(RecordState.PARKED)
                .code(code)
                .message(message)
                .dueAt(Optional.empty())
                .updatedAt(now)
                .build();
        buffer.put(entry);
        run.news().changed(Optional.ofNullable(record), entry);
        run.news().alarm(code, effect.cause(), message);
    }

    private @Nullable RecordEntry record(EffectEntry effect) {
        return buffer.records(run.sync().name(), List.of(effect.cause())).get(effect.cause());
    }
}
