package dev.drayage.engine.internal;

import dev.drayage.engine.Outcome;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drops effects that would only send a change back to the account that it came from: same content, or the very revision that
 * our write made (guarantee G5). An effect towards a third account is no echo. As long as nobody knows what became of a write
 * that may be what is shown, the record waits. Used by the coordinator's thread only.
 */
final class EchoGuard {
    /** A source's clock may differ from ours by so much. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final RunContext<?> run;
    private final LedgerBuffer buffer;

    EchoGuard(RunContext<?> run, LedgerBuffer buffer) {
        this.run = run;
        this.buffer = buffer;
    }

    /** Takes records that are nothing but an echo out of {@code started}; tells the others their counterparts. */
    <S extends CommerceRecord> void suppress(
            List<Change<S>> changes, List<RecordTask> started, List<Admission.Decided> decided) {
        if (!run.twoWay() || started.isEmpty()) {
            return;
        }
        Map<RecordRef, Change.Present<S>> present = new HashMap<>();
        for (Change<S> change : changes) {
            if (change instanceof Change.Present<S> p) {
                present.put(p.ref(), p);
            }
        }
        // before what is bound: what is bound meanwhile is found in one of both
        List<EffectEntry> creating = creating();
        Map<RecordRef, List<EffectEntry>> writes = new HashMap<>();
        HashSet<RecordRef> refs = new HashSet<>();
        started.forEach(task -> refs.add(task.ref));
        for (EffectEntry entry : buffer.boundTo(refs)) {
            entry.target()
                    .ifPresent(target -> writes.computeIfAbsent(target, t -> new ArrayList<>())
                            .add(entry));
        }
        for (Iterator<RecordTask> it = started.iterator(); it.hasNext(); ) {
            RecordTask task = it.next();
            Change.Present<S> change = present.get(task.ref);
            List<EffectEntry> ours = writes.getOrDefault(task.ref, List.of());
            Optional<EffectEntry> unclear = unclear(task, ours, creating);
            if (unclear.isPresent()) {
                it.remove();
                decided.add(waiting(task, unclear.get()));
                continue;
            }
            if (change != null) {
                drop(task, change, ours);
            }
            if (task.effects.isEmpty()) {
                it.remove();
                decided.add(echo(task));
            }
        }
    }

    /** Writes to what is read here of which nobody knows yet whether they made a record, and which. */
    private List<EffectEntry> creating() {
        return run
                .ledger()
                .effects(EffectQuery.builder()
                        .addStates(EffectState.INTENT, EffectState.PENDING)
                        .limit(Integer.MAX_VALUE)
                        .build())
                .stream()
                .filter(entry -> entry.target().isEmpty()
                        && entry.key().target().equals(run.sync().sourceAccount())
                        && entry.type().equals(run.sync().sourceType().name()))
                .toList();
    }

    /** A write that has not ended and may have made what a record shows. */
    private static Optional<EffectEntry> unclear(
            RecordTask task, List<EffectEntry> ourWrites, List<EffectEntry> creating) {
        if (ourWrites.isEmpty() && task.effects.stream().allMatch(effect -> effect.entry == null)) {
            return creating.stream()
                    .filter(write -> goesBack(task, write) && !isOlder(task, write))
                    .findFirst();
        }
        return ourWrites.stream()
                .filter(write -> goesBack(task, write)
                        && (write.state() == EffectState.INTENT || write.state() == EffectState.PENDING))
                .findFirst();
    }

    private static boolean goesBack(RecordTask task, EffectEntry write) {
        return task.effects.stream()
                .anyMatch(effect ->
                        write.key().source().account().equals(effect.key().target()));
    }

    private static boolean isOlder(RecordTask task, EffectEntry write) {
        return task.createdAt
                .map(made -> made.isBefore(write.sentAt().minus(CLOCKS_APART)))
                .orElse(false);
    }

    private Admission.Decided waiting(RecordTask task, EffectEntry write) {
        Instant now = run.time().instant();
        String message = "waits until the outcome of " + write.key() + " is known";
        task.defer(
                ErrorCode.WAITING_FOR_RECORD,
                message,
                Optional.of(write.key().toString()),
                Optional.of(Deferral.next(run.sync().policy(), task.before, task.revision, now)));
        RecordEntry entry = RecordEndings.entry(run, task);
        return new Admission.Decided(task, Outcome.DEFERRED, Optional.of(entry), message);
    }

    private static void drop(RecordTask task, Change.Present<?> change, List<EffectEntry> ourWrites) {
        for (Iterator<EffectTask> it = task.effects.iterator(); it.hasNext(); ) {
            EffectTask effect = it.next();
            for (EffectEntry write : ourWrites) {
                boolean backToOrigin =
                        write.key().source().account().equals(effect.key().target());
                if (!backToOrigin) {
                    continue;
                }
                if (shows(write, change) && !wasToldSince(effect, write)) {
                    it.remove();
                    break;
                }
                if (write.key().source().type().equals(effect.effect.type().name())) {
                    effect.counterpart = Optional.of(write.key().source());
                    effect.reverse = write;
                }
            }
        }
    }

    /** The other side has been told something else since: what shows the old write again was made so by somebody. */
    private static boolean wasToldSince(EffectTask effect, EffectEntry write) {
        return effect.entry != null && effect.entry.sentAt().isAfter(write.sentAt());
    }

    private static boolean shows(EffectEntry write, Change.Present<?> change) {
        boolean sameContent = !write.writtenDigest().isEmpty()
                && change.contentDigest().map(write.writtenDigest()::equals).orElse(false);
        boolean sameRevision =
                !write.targetRevision().isEmpty() && write.targetRevision().equals(change.revision());
        return sameContent || sameRevision;
    }

    private Admission.Decided echo(RecordTask task) {
        String message = "shows only what was written here";
        RecordEntry entry = RecordEntry.builder()
                .sync(run.sync().name())
                .ref(task.ref)
                .revision(task.revision)
                .state(RecordState.SKIPPED)
                .message(message)
                .changedAt(task.changedAt)
                .updatedAt(run.time().instant())
                .build();
        return new Admission.Decided(task, Outcome.ECHO, Optional.of(entry), message);
    }
}
