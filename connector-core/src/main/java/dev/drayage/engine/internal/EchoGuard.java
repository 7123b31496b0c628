package dev.drayage.engine.internal;

import dev.drayage.engine.Outcome;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drops effects that would only send a change back to the account that it came from: same content, or the very revision that
 * our write made (guarantee G5). An effect towards a third account is no echo. Used by the coordinator's thread only.
 */
final class EchoGuard {
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
            if (change != null) {
                drop(task, change, writes.getOrDefault(task.ref, List.of()));
            }
            if (task.effects.isEmpty()) {
                it.remove();
                decided.add(echo(task));
            }
        }
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
