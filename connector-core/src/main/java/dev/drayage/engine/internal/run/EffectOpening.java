package dev.drayage.engine.internal.run;

import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Prepared;
import dev.drayage.store.EffectEntry;
import java.util.Optional;

/**
 * Does what {@link EffectDecision} says of an effect, up to its call: what is found instead of a call, it tells the record's task.
 * Used by the coordinator's thread only.
 */
final class EffectOpening {
    private final RunContext<?> run;
    private final LedgerBuffer buffer;
    private final Stop stop;

    EffectOpening(RunContext<?> run, LedgerBuffer buffer, Stop stop) {
        this.run = run;
        this.buffer = buffer;
        this.stop = stop;
    }

    /** Whether the target is to be written to; if not, all that there is to say was said. */
    boolean wantsCall(EffectTask task) {
        return EffectDecision.of(task.effect, task.digest, task.sight())
                .fold(
                        underWay -> {
                            task.owner.open = true;
                            underWay.recheckAt().ifPresent(at -> task.owner.dueAt = Optional.of(at));
                            return false;
                        },
                        nothing -> false,
                        accepted -> {
                            task.entry = Entries.accepted(
                                    task, accepted.entry(), run.time().instant());
                            buffer.put(task.entry);
                            return false;
                        },
                        parked -> {
                            task.owner.park(parked.code(), parked.message());
                            return false;
                        },
                        adopted -> adopt(task, adopted),
                        called -> true);
    }

    /** Binds a record that exists; tells whether something is to be written to it. */
    private boolean adopt(EffectTask task, EffectDecision.Adopted adopted) {
        Optional<Prepared<CommerceRecord>> prepared = prepare(task, Optional.of(adopted.ref()));
        if (prepared.isEmpty()) {
            return false;
        }
        EffectEntry entry = Entries.adopted(
                task,
                run.sync().name(),
                prepared.get().nativeKey(),
                adopted.ref(),
                adopted.shown(),
                run.time().instant());
        buffer.put(entry);
        task.entry = entry;
        task.owner.wrote = true;
        Existing found = adopted.found();
        if (adopted.shown()
                && !found.violations().isEmpty()
                && found.violations().code() == ErrorCode.TOTAL_MISMATCH) {
            task.owner.park(found.violations().code(), found.violations().message());
        }
        return !adopted.shown();
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
