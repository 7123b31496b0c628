package dev.drayage.engine.internal.run;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.internal.context.Deferral;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.SourceTraits;
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
import java.util.stream.Stream;

/**
 * Drops effects that would only send a change back to the account that it came from: same content, or the very revision that
 * our write made (guarantee G5). An effect towards a third account is no echo. As long as nobody knows what became of a write
 * that may be what is shown, the record waits. Used by the coordinator's thread only.
 */
final class EchoGuard {
    /** A source's clock may differ from ours by so much. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final int PAGE = 500;

    private final RunContext<?> run;
    private final LedgerBuffer buffer;

    EchoGuard(RunContext<?> run, LedgerBuffer buffer) {
        this.run = run;
        this.buffer = buffer;
    }

    /** Takes records that are nothing but an echo out of {@code started}; tells the others their counterparts. */
    <S extends CommerceRecord> void suppress(List<Change<S>> changes, List<RecordTask> started, List<Decided> decided) {
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
        Map<RecordRef, EffectEntry> makers = makers(started);
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
            Optional<EffectEntry> unclear = unclear(task, ours, makers);
            if (unclear.isPresent()) {
                it.remove();
                decided.add(waiting(
                        task,
                        unclear.get(),
                        "waits until the outcome of " + unclear.get().key() + " is known"));
                continue;
            }
            if (change != null) {
                drop(task, change, ours);
            }
            Optional<EffectEntry> since = change == null ? Optional.empty() : writtenSince(task, change);
            if (task.effects.isEmpty()) {
                it.remove();
                decided.add(echo(task));
            } else if (since.isPresent()) {
                it.remove();
                decided.add(waiting(
                        task,
                        since.get(),
                        "shows what stood there before " + since.get().key()));
            }
        }
    }

    /**
     * For records of which the ledger knows no write: one that has not ended and may have made them. The open writes are read page
     * by page, and no further than needed (guarantee G7).
     */
    private Map<RecordRef, EffectEntry> makers(List<RecordTask> started) {
        Map<RecordRef, EffectEntry> makers = new HashMap<>();
        List<RecordTask> left =
                new ArrayList<>(started.stream().filter(EchoGuard::isNew).toList());
        Optional<EffectKey> after = Optional.empty();
        boolean more = true;
        while (more && !left.isEmpty()) {
            List<EffectEntry> page = run.ledger()
                    .effects(EffectQuery.builder()
                            .addStates(EffectState.INTENT, EffectState.PENDING)
                            .after(after)
                            .limit(PAGE)
                            .build());
            for (EffectEntry write : page) {
                after = Optional.of(write.key());
                left.removeIf(task -> mayHaveMade(write, task) && makers.putIfAbsent(task.ref, write) == null);
            }
            more = page.size() == PAGE;
        }
        return makers;
    }

    private static boolean isNew(RecordTask task) {
        return task.effects.stream().allMatch(effect -> effect.entry == null);
    }

    private boolean mayHaveMade(EffectEntry write, RecordTask task) {
        return write.target().isEmpty()
                && write.key().target().equals(run.sync().sourceAccount())
                && write.type().equals(run.sync().sourceType().name())
                && goesBack(task, write)
                && !isOlder(task, write);
    }

    /** A write that has not ended and may have made what a record shows. */
    private static Optional<EffectEntry> unclear(
            RecordTask task, List<EffectEntry> ourWrites, Map<RecordRef, EffectEntry> makers) {
        if (ourWrites.isEmpty()) {
            return Optional.ofNullable(makers.get(task.ref));
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

    /**
     * A write of ours that is younger than what a record shows: its source shows a past, and to write that back would undo what
     * our write carried over. So it is looked at again, until the source must show the write; what it shows then was made so by
     * somebody whose clock is behind.
     */
    private Optional<EffectEntry> writtenSince(RecordTask task, Change.Present<?> change) {
        SourceTraits traits = run.sync().source().traits();
        Duration mostLate = traits.settleDelay().plus(run.sync().policy().overlap());
        Instant now = run.time().instant();
        return task.effects.stream()
                .flatMap(effect -> Stream.ofNullable(effect.reverse))
                .filter(write -> hasWritten(write)
                        && write.sentAt().isAfter(change.changedAt().plus(traits.precision()))
                        && now.isBefore(write.updatedAt().plus(mostLate)))
                .findFirst();
    }

    /** What was only adopted changed nothing at the target. */
    private static boolean hasWritten(EffectEntry write) {
        return !write.writtenDigest().isEmpty() || !write.targetRevision().isEmpty();
    }

    private Decided waiting(RecordTask task, EffectEntry write, String message) {
        Instant now = run.time().instant();
        task.defer(
                ErrorCode.WAITING_FOR_RECORD,
                message,
                Optional.of(write.key().toString()),
                Optional.of(Deferral.next(run.sync().policy(), task.before, task.revision, now)));
        RecordEntry entry = RecordEndings.entry(run, task);
        return new Decided(task, Outcome.DEFERRED, Optional.of(entry), message);
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

    private Decided echo(RecordTask task) {
        String message = "shows only what was written here";
        RecordEntry entry = RecordEntry.builder()
                .sync(run.sync().name())
                .ref(task.ref)
                .revision(task.revision)
                .state(RecordState.SKIPPED)
                .message(message)
                .changedAt(task.changedAt)
                .admitted(task.admitted)
                .updatedAt(run.time().instant())
                .build();
        return new Decided(task, Outcome.ECHO, Optional.of(entry), message);
    }
}
