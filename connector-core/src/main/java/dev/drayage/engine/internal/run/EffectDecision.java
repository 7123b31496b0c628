package dev.drayage.engine.internal.run;

import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Effect;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Prepared;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectState;
import java.util.Optional;

/**
 * Decides from the ledger, and from what was seen at the target, whether an effect needs its call. What it finds instead, it
 * tells the record's task. Used by the coordinator's thread only.
 */
final class EffectDecision {
    private static final int MAX_SWINGS = 3;

    private final RunContext<?> run;
    private final LedgerBuffer buffer;
    private final Stop stop;

    EffectDecision(RunContext<?> run, LedgerBuffer buffer, Stop stop) {
        this.run = run;
        this.buffer = buffer;
        this.stop = stop;
    }

    /** Whether the target is to be written to; if not, all that there is to say was said. */
    boolean wantsCall(EffectTask task) {
        EffectEntry entry = task.entry;
        if (entry == null) {
            return wantsFirstCall(task);
        }
        if (task.isUnderWay()) {
            task.owner.open = true;
            entry.recheckAt().ifPresent(at -> task.owner.dueAt = Optional.of(at));
            return false;
        }
        if (task.makesNothing() && entry.state() == EffectState.ABSENT) {
            return false;
        }
        boolean holds = (entry.state() == EffectState.BOUND || entry.state() == EffectState.WRITTEN)
                && entry.target().isPresent();
        if (holds && task.isShown()) {
            return false;
        }
        if (holds && task.effect.mode() == Effect.Mode.CREATE_ONCE) {
            if (entry.boundDigest().isEmpty()) { // a person says that the target shows it
                task.entry = Entries.accepted(task, entry, run.time().instant());
                buffer.put(task.entry);
            } else if (!task.effect.substance().isEmpty()) {
                task.owner.park(
                        ErrorCode.CHANGED_AFTER_BOOKING,
                        "its lines or amounts are not those that were booked as "
                                + entry.target().get());
            }
            return false;
        }
        if (entry.swings() >= MAX_SWINGS && entry.previousDigest().equals(task.digest)) {
            task.owner.park(
                    ErrorCode.PING_PONG, "effect " + task.key() + " went back and forth " + entry.swings() + " times");
            return false;
        }
        return true;
    }

    /** The ledger does not know the effect; the target may, if it was looked at. */
    private boolean wantsFirstCall(EffectTask task) {
        if (task.unseen != null) {
            task.owner.park(task.unseen.code(), task.unseen.message());
            return false;
        }
        Existing found = task.found;
        if (task.makesNothing() && (found == null || found.ref().isEmpty())) {
            return false;
        }
        if (found != null) {
            if (!found.violations().isEmpty() && found.ref().isEmpty()) {
                task.owner.park(found.violations().code(), found.violations().message());
                return false;
            }
            if (found.ref().isPresent()) {
                return adopt(task, found, found.ref().get());
            }
        }
        return true;
    }

    /** Whether what was found shows what the effect wants. */
    static boolean isShown(EffectTask task, Existing found) {
        return task.effect.mode() == Effect.Mode.CREATE_ONCE || found.before().equals(found.after());
    }

    /** Binds a record that exists; tells whether something is to be written to it. */
    private boolean adopt(EffectTask task, Existing found, RecordRef ref) {
        boolean same = isShown(task, found);
        Optional<Prepared<CommerceRecord>> prepared = prepare(task, Optional.of(ref));
        if (prepared.isEmpty()) {
            return false;
        }
        EffectEntry entry = Entries.adopted(
                task,
                run.sync().name(),
                prepared.get().nativeKey(),
                ref,
                same,
                run.time().instant());
        buffer.put(entry);
        task.entry = entry;
        task.owner.wrote = true;
        if (same && !found.violations().isEmpty() && found.violations().code() == ErrorCode.TOTAL_MISMATCH) {
            task.owner.park(found.violations().code(), found.violations().message());
        }
        return !same;
    }

    /** What the sink would send; empty if it cannot, and then its owner knows why. */
    Optional<Prepared<CommerceRecord>> prepare(EffectTask task, Optional<RecordRef> existing) {
        try {
            return Optional.of(task.sink.prepare(task.effect, existing, task.bound));
        } catch (RefusedException e) {
            task.owner.park(e.code(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            if (stop.becauseOf(e)) {
                task.owner.abandoned = true;
            } else {
                task.owner.park(ErrorCode.DEFECT, Defects.describe("preparing " + task.key(), e));
            }
        }
        return Optional.empty();
    }
}
