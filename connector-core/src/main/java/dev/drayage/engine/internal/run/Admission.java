package dev.drayage.engine.internal.run;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.Sync;
import dev.drayage.engine.Translated;
import dev.drayage.engine.internal.context.Deferral;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.SinkPort;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.engine.internal.news.LogContext;
import dev.drayage.engine.internal.read.Feed;
import dev.drayage.engine.internal.read.PageMark;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.SourceTraits;
import dev.drayage.spi.Violations;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides for records that were read what there is to do: nothing, because the ledger knows them; or the effects that their
 * translation wants. Two store round trips serve a page, and one more each
 * record that was called off or is gone. Used by the coordinator's thread only.
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
    private record Withdrawal(RecordTask task, String reason) {}

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
        Set<RecordRef> written = written(changes.stream()
                .filter(change -> change instanceof Change.Present<S> present && isBeforeGoLive(present))
                .map(Change::ref)
                .toList());
        for (Change<S> change : changes) {
            Optional<RecordEntry> before = Optional.ofNullable(known.get(change.ref()));
            if (before.isPresent() && before.get().isAPersonsMatter() && why != Feed.Why.PUSHED) {
                decided.add(leftAlone(change.ref(), before.get(), mark));
                continue;
            }
            LogContext.ofRecord(
                            change.ref(),
                            () -> change.fold(
                                    present -> consider(present, before, mark, why, written, started, withdrawn),
                                    gone -> Optional.of(gone(change.ref(), before, mark)),
                                    hidden -> Optional.of(hidden(hidden, before, mark, why)),
                                    unreadable -> Optional.of(unreadable(unreadable, before, mark, why))))
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

    /** A person took it over or set it aside: whatever comes of it at the source changes nothing. */
    private static Decided leftAlone(RecordRef ref, RecordEntry before, PageMark mark) {
        RecordTask task =
                new RecordTask(ref, before.revision(), Optional.empty(), before.changedAt(), Optional.of(before), mark);
        return standing(task, before);
    }

    private Optional<Decided> consider(
            Change.Present<S> change,
            Optional<RecordEntry> before,
            PageMark mark,
            Feed.Why why,
            Set<RecordRef> written,
            List<RecordTask> started,
            List<Withdrawal> withdrawn) {
        String revision = run.revision(change.revision());
        RecordTask task = new RecordTask(
                change.ref(), revision, change.createdAt(), Optional.of(change.changedAt()), before, mark);
        task.admitted |= why == Feed.Why.PUSHED;
        if (before.isPresent()) {
            Optional<Decided> settled = alreadyKnown(task, before.get(), change, why);
            if (settled.isPresent()) {
                return settled;
            }
        }
        if (isBeforeGoLive(change) && !task.admitted && !written.contains(change.ref())) {
            return Optional.of(skipped(task, "made before go-live"));
        }
        Translated translated;
        try {
            translated = run.sync().translation().translate(change.record());
        } catch (RuntimeException e) {
            return Optional.of(parked(task, ErrorCode.DEFECT, Defects.describe("translating " + change.ref(), e)));
        }
        return translated.fold(
                effects -> effects(task, effects, started),
                skip -> Optional.of(skipped(task, skip.reason())),
                hold -> Optional.of(held(task, hold)),
                withdraw -> withdrawn(task, withdraw, withdrawn),
                park -> Optional.of(
                        parked(task, park.violations().code(), park.violations().message())));
    }

    private Optional<Decided> alreadyKnown(
            RecordTask task, RecordEntry before, Change.Present<S> change, Feed.Why why) {
        boolean older =
                before.changedAt().map(at -> at.isAfter(change.changedAt())).orElse(false);
        if (older) {
            return Optional.of(standing(task, before));
        }
        if (why != Feed.Why.READ || !before.revision().equals(task.revision)) {
            return Optional.empty();
        }
        return before.state() == RecordState.DUE || before.state() == RecordState.OPEN
                ? Optional.empty()
                : Optional.of(standing(task, before));
    }

    /** What the newest observation came to stands; whoever holds an older one learns that too. */
    private static Decided standing(RecordTask task, RecordEntry before) {
        Outcome outcome = switch (before.state()) {
            case SETTLED -> Outcome.UNCHANGED;
            case SKIPPED, DISMISSED -> Outcome.SKIPPED;
            case PARKED -> Outcome.PARKED;
            case DEFERRED -> Outcome.DEFERRED;
            case DUE, OPEN -> Outcome.OPEN;
        };
        return new Decided(task, outcome, Optional.empty(), before.message());
    }

    private boolean isBeforeGoLive(Change.Present<S> change) {
        return run.goLive()
                .flatMap(start -> change.createdAt().map(made -> made.isBefore(start)))
                .orElse(false);
    }

    private Optional<Decided> effects(RecordTask task, Translated.Effects wanted, List<RecordTask> started) {
        Set<EffectKey> keys = new HashSet<>();
        for (Effect<?> effect : wanted.effects()) {
            Sync.SinkId id =
                    new Sync.SinkId(effect.key().target(), effect.type().name());
            SinkPort port = run.ports().get(id);
            if (port == null || !keys.add(effect.key())) {
                task.effects.clear();
                return Optional.of(parked(
                        task,
                        ErrorCode.DEFECT,
                        port == null
                                ? "the translation writes " + id.type() + " to " + id.account()
                                        + ", which is no sink of this sync"
                                : "the translation uses the key " + effect.key() + " twice"));
            }
            task.effects.add(new EffectTask(effect, task, id, port));
        }
        if (task.effects.isEmpty()) {
            return Optional.of(skipped(task, "its translation wants no effect"));
        }
        task.sequence = wanted.sequence();
        wanted.concerns().forEach(concern -> task.park(concern.code(), concern.message()));
        started.add(task);
        return Optional.empty();
    }

    private Optional<Decided> withdrawn(RecordTask task, Translated.Withdraw withdraw, List<Withdrawal> withdrawn) {
        for (Effect<?> effect : withdraw.effects()) {
            Sync.SinkId id =
                    new Sync.SinkId(effect.key().target(), effect.type().name());
            SinkPort port = run.ports().get(id);
            if (port != null) {
                task.effects.add(new EffectTask(effect, task, id, port));
            }
        }
        withdrawn.add(new Withdrawal(task, withdraw.reason()));
        return Optional.empty();
    }

    /** Called off: nobody minds if it was never booked, else a person must act. */
    private Decided decide(Withdrawal withdrawal) {
        RecordTask task = withdrawal.task();
        List<EffectTask> effects = List.copyOf(task.effects);
        task.effects.clear();
        if (wasWritten(task.ref)) {
            return parked(task, ErrorCode.WITHDRAWN_AFTER_BOOKING, withdrawal.reason());
        }
        for (EffectTask effect : effects) {
            boolean booked = effect.entry == null
                    ? effect.found != null && effect.found.ref().isPresent()
                    : effect.entry.state() != EffectState.ABSENT;
            if (booked) {
                return parked(task, ErrorCode.WITHDRAWN_AFTER_BOOKING, withdrawal.reason());
            }
            Violations unclear = effect.found == null ? effect.unseen : ambiguous(effect.found.violations());
            if (unclear != null) {
                return parked(task, unclear.code(), unclear.message());
            }
        }
        return skipped(task, withdrawal.reason());
    }

    /** Several records that may be it stand at the target; any other violation says that none does. */
    private static @Nullable Violations ambiguous(Violations violations) {
        return !violations.isEmpty() && violations.code() == ErrorCode.MATCH_AMBIGUOUS ? violations : null;
    }

    /** Whether the ledger knows of anything that the record caused, whatever it would cause now. */
    private boolean wasWritten(RecordRef ref) {
        return !written(List.of(ref)).isEmpty();
    }

    /** Those of which the ledger knows something that they caused: such a record is followed, though it was made before go-live. */
    private Set<RecordRef> written(List<RecordRef> refs) {
        Set<RecordRef> written = new HashSet<>();
        Optional<EffectKey> after = Optional.empty();
        boolean more = !refs.isEmpty();
        while (more) {
            EffectQuery query = EffectQuery.builder().causes(refs).after(after).build();
            List<EffectEntry> page = run.ledger().effects(query);
            for (EffectEntry effect : page) {
                after = Optional.of(effect.key());
                if (effect.state() != EffectState.ABSENT) {
                    written.add(effect.cause());
                }
            }
            more = page.size() == query.limit();
        }
        return written;
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

    private Decided gone(RecordRef ref, Optional<RecordEntry> before, PageMark mark) {
        RecordTask task = new RecordTask(ref, "gone", Optional.empty(), Optional.empty(), before, mark);
        boolean settled =
                before.map(entry -> entry.state() == RecordState.SETTLED).orElse(false);
        if (settled && run.sync().source().traits().kind() == SourceTraits.Kind.BACKLOG) {
            // such a source keeps only what waits
            return new Decided(task, Outcome.UNCHANGED, Optional.empty(), "");
        }
        boolean wasBooked =
                before.map(entry -> entry.state() == RecordState.SETTLED).orElse(false) || wasWritten(ref);
        if (wasBooked) {
            return parked(task, ErrorCode.RECORD_GONE, "it was booked and is gone at the source");
        }
        boolean awaited =
                before.map(entry -> entry.state() != RecordState.SKIPPED).orElse(false);
        return awaited
                ? parked(task, ErrorCode.RECORD_GONE, "it was to be booked and is gone at the source")
                : skipped(task, before.isPresent() ? "gone at the source" : "not to be found at the source");
    }

    private Decided hidden(Change.NotVisible<S> change, Optional<RecordEntry> before, PageMark mark, Feed.Why why) {
        String revision = before.map(RecordEntry::revision).orElse("");
        RecordTask task = unseen(change.ref(), revision, before, mark, why);
        Instant now = run.time().instant();
        task.defer(
                ErrorCode.RECORD_GONE,
                change.reason(),
                Optional.empty(),
                Optional.of(Deferral.next(run.sync().policy(), before, revision, now)));
        return new Decided(task, Outcome.DEFERRED, Optional.of(RecordEndings.entry(run, task)), change.reason());
    }

    /** One that is there and was not read: of its change is known what was known before. */
    private static RecordTask unseen(
            RecordRef ref, String revision, Optional<RecordEntry> before, PageMark mark, Feed.Why why) {
        Optional<Instant> changedAt = before.flatMap(RecordEntry::changedAt);
        RecordTask task = new RecordTask(ref, revision, Optional.empty(), changedAt, before, mark);
        task.admitted |= why == Feed.Why.PUSHED;
        return task;
    }

    private Decided unreadable(Change.Unreadable<S> change, Optional<RecordEntry> before, PageMark mark, Feed.Why why) {
        String revision = run.revision(change.revision());
        RecordTask task = unseen(change.ref(), revision, before, mark, why);
        boolean known = before.filter(entry -> entry.admitted() == task.admitted)
                .map(entry -> entry.state() == RecordState.PARKED
                        && entry.revision().equals(revision)
                        && entry.code().equals(Optional.of(change.code())))
                .orElse(false);
        return known
                ? new Decided(task, Outcome.PARKED, Optional.empty(), change.message())
                : parked(task, change.code(), change.message());
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
