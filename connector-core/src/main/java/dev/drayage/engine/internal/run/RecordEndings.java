package dev.drayage.engine.internal.run;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.news.Waits;
import dev.drayage.error.ErrorCode;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.time.Instant;
import java.util.Optional;

/** What a record's ledger entry says once all its effects have ended for now. Pure functions. */
final class RecordEndings {
    private RecordEndings() {}

    static Outcome outcome(RecordTask task) {
        if (task.parkedCode.isPresent()) {
            return Outcome.PARKED;
        }
        if (task.open) {
            return Outcome.OPEN;
        }
        if (task.deferredCode.isPresent()) {
            return Outcome.DEFERRED;
        }
        return task.wrote ? Outcome.APPLIED : Outcome.UNCHANGED;
    }

    static RecordEntry entry(RunContext<?> run, RecordTask task) {
        Instant now = run.time().instant();
        int before = task.before
                .filter(entry -> entry.revision().equals(task.revision))
                .map(RecordEntry::attempts)
                .orElse(0);
        RecordEntry.Builder entry = RecordEntry.builder()
                .sync(run.sync().name())
                .ref(task.ref)
                .revision(task.revision)
                .changedAt(task.changedAt)
                .admitted(task.admitted)
                .updatedAt(now);
        Outcome outcome = outcome(task);
        switch (outcome) {
            case PARKED ->
                entry.state(RecordState.PARKED)
                        .code(task.parkedCode)
                        .message(task.parkedMessage)
                        .attempts(before + 1);
            case OPEN ->
                entry.state(RecordState.OPEN)
                        .code(ErrorCode.OUTCOME_UNKNOWN)
                        .message("an effect was sent and has not ended")
                        .dueAt(task.dueAt)
                        .attempts(before + 1);
            case DEFERRED ->
                entry.state(RecordState.DEFERRED)
                        .code(task.deferredCode)
                        .message(task.deferredMessage)
                        .waitingFor(task.waitingFor)
                        .dueAt(task.dueAt)
                        .attempts(before + 1);
            default -> entry.state(RecordState.SETTLED).dueAt(Optional.empty());
        }
        return task.held && outcome == Outcome.DEFERRED
                ? Waits.held(task.before, entry.build(), task.heldTooLong)
                : Waits.standing(run.sync().policy().alarmAfter(), task.before, entry.build());
    }
}
