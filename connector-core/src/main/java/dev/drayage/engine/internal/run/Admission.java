package dev.drayage.engine.internal.run;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.Translated;
import dev.drayage.engine.internal.context.Deferral;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.LogContext;
import dev.drayage.engine.internal.read.Feed;
import dev.drayage.engine.internal.read.PageMark;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Does for records that were read what {@link RecordDecision} says: notes those that need no effect, and hands on those whose effects
 * are to be worked on. Two store round trips serve a page, and one more each record that was called off or is gone. Used by the
 * coordinator's thread only.
 *
 * @param <S> the record that is read
 */
final class Admission<S extends CommerceRecord> {
    private final RunContext<S> run;
    private final LedgerBuffer buffer;
    private final FirstContact firstContact;
    private final EchoGuard echoGuard;

    Admission(RunContext<S> run, LedgerBuffer buffer, Stop stop, Instant bornAt) {
        this.run = run;
        this.buffer = buffer;
        this.firstContact = new FirstContact(run, stop, bornAt);
        this.echoGuard = new EchoGuard(run, buffer);
    }

    /**
     * What became of records that were read.
     *
     * @param decided those that need no effect
     * @param started those whose effects are to be worked on
     * @param entries what the ledger knows of those effects and of those they need
     * @param failed whether some could not be decided and must be read again
     */
    record Admitted(
            List<Decided> decided, List<RecordTask> started, Map<EffectKey, EffectEntry> entries, boolean failed) {}

    /** A record that was called off, with what would have been written. */
    private record Withdrawal(RecordTask task, Translated.Withdraw withdraw) {}

    /** Whether an observation that came later tells more: it does unless both are dated and it is the older one. */
    static boolean supersedes(Change<?> later, Change<?> earlier) {
        return !(later instanceof Change.Present<?> a
                && earlier instanceof Change.Present<?> b
                && a.changedAt().isBefore(b.changedAt()));
    }

    Admitted admit(List<Change<S>> changes, PageMark mark, Feed.Why why) {
        Map<RecordRef, RecordEntry> known = buffer.records(
                run.sync().name(), changes.stream().map(Change::ref).toList());
        List<Decided> decided = new ArrayList<>();
        List<RecordTask> started = new ArrayList<>();
        List<Withdrawal> withdrawn = new ArrayList<>();
        Set<RecordRef> written = RecordDecision.writtenHistory(run, changes);
        for (Change<S> change : changes) {
            Optional<RecordEntry> before = Optional.ofNullable(known.get(change.ref()));
            LogContext.ofRecord(change.ref(), () -> consider(change, before, mark, why, written, started, withdrawn))
                    .ifPresent(decided::add);
        }
        List<RecordTask> calledOff = new ArrayList<>();
        withdrawn.forEach(withdrawal -> calledOff.add(withdrawal.task()));
        Set<EffectKey> keys = keys(started);
        keys.addAll(keys(calledOff));
        Map<EffectKey, EffectEntry> entries = buffer.effects(keys);
        for (List<RecordTask> tasks : List.of(started, calledOff)) {
            for (RecordTask task : tasks) {
                task.effects.forEach(effect -> effect.entry = entries.get(effect.key()));
            }
        }
        echoGuard.suppress(changes, started, decided);
        boolean failed = firstContact.find(started, why);
        failed |= firstContact.find(calledOff, why);
        for (Withdrawal withdrawal : withdrawn) {
            if (calledOff.contains(withdrawal.task())) {
                decided.add(decide(withdrawal));
            }
        }
        return new Admitted(decided, started, entries, failed);
    }

    /** Does what is decided; empty if there are effects to work on, or to look for. */
    private Optional<Decided> consider(
            Change<S> change,
            Optional<RecordEntry> before,
            PageMark mark,
            Feed.Why why,
            Set<RecordRef> written,
            List<RecordTask> started,
            List<Withdrawal> withdrawn) {
        RecordTask task = task(change, before, mark);
        task.admitted |= why == Feed.Why.PUSHED && !(change instanceof Change.Gone<S>);
        return RecordDecision.of(run, change, before, why, written)
                .fold(
                        standing -> Optional.of(standing(standing, mark)),
                        skipped -> Optional.of(skipped(task, skipped.reason())),
                        parked -> Optional.of(
                                change instanceof Change.Unreadable<S>
                                        ? unreadable(task, parked)
                                        : parked(task, parked.code(), parked.message())),
                        held -> Optional.of(held(task, held.hold())),
                        hidden -> Optional.of(hidden(task, hidden.reason())),
                        off -> {
                            add(task, off.withdraw().effects());
                            withdrawn.add(new Withdrawal(task, off.withdraw()));
                            return Optional.empty();
                        },
                        wanted -> {
                            start(task, wanted.effects(), started);
                            return Optional.empty();
                        });
    }

    private RecordTask task(Change<S> change, Optional<RecordEntry> before, PageMark mark) {
        return change.fold(
                present -> new RecordTask(
                        present.ref(),
                        run.revision(present.revision()),
                        present.createdAt(),
                        Optional.of(present.changedAt()),
                        before,
                        mark),
                gone -> new RecordTask(gone.ref(), "gone", Optional.empty(), Optional.empty(), before, mark),
                hidden -> unseen(hidden.ref(), before.map(RecordEntry::revision).orElse(""), before, mark),
                unreadable -> unseen(unreadable.ref(), run.revision(unreadable.revision()), before, mark));
    }

    /** One that was not read: of its change is known what was known before. */
    private static RecordTask unseen(RecordRef ref, String revision, Optional<RecordEntry> before, PageMark mark) {
        return new RecordTask(ref, revision, Optional.empty(), before.flatMap(RecordEntry::changedAt), before, mark);
    }

    /** What the newest observation came to stands; whoever holds an older one learns that too. */
    private static Decided standing(RecordDecision.Standing standing, PageMark mark) {
        RecordEntry before = standing.before();
        Outcome outcome = switch (before.state()) {
            case SETTLED -> Outcome.UNCHANGED;
            case SKIPPED, DISMISSED -> Outcome.SKIPPED;
            case PARKED -> Outcome.PARKED;
            case DEFERRED -> Outcome.DEFERRED;
            case DUE, OPEN -> Outcome.OPEN;
        };
        RecordTask task = unseen(before.ref(), standing.revision(), Optional.of(before), mark);
        return new Decided(task, outcome, Optional.empty(), before.message());
    }

    private void start(RecordTask task, Translated.Effects wanted, List<RecordTask> started) {
        add(task, wanted.effects());
        task.sequence = wanted.sequence();
        wanted.concerns().forEach(concern -> task.park(concern.code(), concern.message()));
        started.add(task);
    }

    /** Those effects that go to a sink of the sync. */
    private void add(RecordTask task, List<Effect<?>> effects) {
        for (Effect<?> effect : effects) {
            EffectTask.of(run, effect, task).ifPresent(task.effects::add);
        }
    }

    /** Called off, and its effects were looked at. */
    private Decided decide(Withdrawal withdrawal) {
        RecordTask task = withdrawal.task();
        List<EffectSight> effects = task.effects.stream().map(EffectTask::sight).toList();
        task.effects.clear();
        return RecordDecision.calledOff(run, task.ref, withdrawal.withdraw(), effects)
                .map(parked -> parked(task, parked.code(), parked.message()))
                .orElseGet(() -> skipped(task, withdrawal.withdraw().reason()));
    }

    private Decided held(RecordTask task, Translated.Hold hold) {
        Instant now = run.time().instant();
        boolean told = task.before
                .filter(entry -> entry.revision().equals(task.revision))
                .map(entry -> !entry.updatedAt().isBefore(hold.alarmAt()))
                .orElse(false);
        task.held = true;
        task.heldTooLong = !now.isBefore(hold.alarmAt()) && !told;
        if (task.heldTooLong) {
            run.news().alarm(hold.reason().code(), task.ref, hold.reason().message());
        }
        task.defer(
                hold.reason().code(), hold.reason().message(), Optional.empty(), Optional.of(now.plus(hold.recheck())));
        return new Decided(
                task,
                Outcome.DEFERRED,
                Optional.of(RecordEndings.entry(run, task)),
                hold.reason().message());
    }

    private Decided parked(RecordTask task, ErrorCode code, String message) {
        task.park(code, message);
        return new Decided(task, Outcome.PARKED, Optional.of(RecordEndings.entry(run, task)), message);
    }

    private Decided skipped(RecordTask task, String reason) {
        return new Decided(task, Outcome.SKIPPED, Optional.of(skippedEntry(task, reason)), reason);
    }

    private RecordEntry skippedEntry(RecordTask task, String reason) {
        return RecordEntry.builder()
                .sync(run.sync().name())
                .ref(task.ref)
                .revision(task.revision)
                .state(RecordState.SKIPPED)
                .message(reason)
                .changedAt(task.changedAt)
                .admitted(task.admitted)
                .updatedAt(run.time().instant())
                .build();
    }

    private Decided hidden(RecordTask task, String reason) {
        Instant now = run.time().instant();
        task.defer(
                ErrorCode.RECORD_GONE,
                reason,
                Optional.empty(),
                Optional.of(Deferral.next(run.sync().policy(), task.before, task.revision, now)));
        return new Decided(task, Outcome.DEFERRED, Optional.of(RecordEndings.entry(run, task)), reason);
    }

    private Decided unreadable(RecordTask task, RecordDecision.Parked parked) {
        boolean known = task.before
                .filter(entry -> entry.state() == RecordState.PARKED
                        && entry.admitted() == task.admitted
                        && entry.revision().equals(task.revision)
                        && entry.code().equals(Optional.of(parked.code())))
                .isPresent();
        return known
                ? new Decided(task, Outcome.PARKED, Optional.empty(), parked.message())
                : parked(task, parked.code(), parked.message());
    }

    private static Set<EffectKey> keys(List<RecordTask> tasks) {
        Set<EffectKey> keys = new HashSet<>();
        for (RecordTask task : tasks) {
            for (EffectTask effect : task.effects) {
                keys.add(effect.key());
                keys.addAll(effect.effect.after());
            }
        }
        return keys;
    }
}
