package dev.drayage.engine.internal.run;

import dev.drayage.engine.RunReport;
import dev.drayage.engine.internal.context.Deferral;
import dev.drayage.engine.internal.context.FailureKind;
import dev.drayage.engine.internal.context.Mailbox;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Finding;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.Violations;
import dev.drayage.store.EffectEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Turns the answer to one call into the ledger's next entry. What ends unclearly is resolved by reading the target, never by
 * blind repetition (guarantee G2). Used by the coordinator's thread only.
 */
final class EffectSettling {
    /** Where a task goes from here. */
    interface Course {
        /** The target took it. */
        void wrote(EffectTask task);

        /** It has ended for this run. */
        void end(EffectTask task);

        /** It is known not to have landed and may be sent once more; its intent is recorded. */
        void sendAgain(EffectTask task);

        /** It was sent and has not ended: nothing may overtake it in its lane. */
        void blockLane(EffectEntry open);
    }

    /** So many repetitions follow at once; before the others the target is given time. */
    static final int AT_ONCE = 1;

    private final RunContext<?> run;
    private final LedgerBuffer buffer;
    private final Mailbox mailbox;
    private final Stop stop;
    private final Verification verification;
    private final Course course;

    EffectSettling(
            RunContext<?> run,
            LedgerBuffer buffer,
            Mailbox mailbox,
            Stop stop,
            Verification verification,
            Course course) {
        this.run = run;
        this.buffer = buffer;
        this.mailbox = mailbox;
        this.stop = stop;
        this.verification = verification;
        this.course = course;
    }

    /** The call failed as a whole: either it proves that nothing ran, or nobody knows. */
    void failed(List<EffectTask> tasks, RuntimeException failure) {
        if (failure instanceof RefusedException refused) {
            tasks.forEach(
                    task -> rejected(task, Violations.of(refused.code(), "", String.valueOf(refused.getMessage()))));
        } else if (FailureKind.of(failure).nothingRan()) {
            stop.becauseOf(failure);
            for (EffectTask task : tasks) {
                put(task, Entries.notSent(task.sentEntry(), run.time().instant()));
                task.owner.abandoned = true;
                course.end(task);
            }
        } else {
            tasks.forEach(task ->
                    outcome(task, new EffectOutcome.Unknown(Defects.describe("writing " + task.key(), failure))));
        }
    }

    /** The sink told how an effect ended. */
    void outcome(EffectTask task, EffectOutcome outcome) {
        Instant now = run.time().instant();
        outcome.fold(
                applied -> {
                    landed(task, applied, true);
                    return true;
                },
                unchanged -> {
                    EffectOutcome.Applied stands =
                            new EffectOutcome.Applied(unchanged.ref(), "", unchanged.writtenDigest(), List.of());
                    landed(task, stands, false);
                    return true;
                },
                pending -> {
                    put(task, Entries.pending(task.sentEntry(), pending.hint(), pending.recheckAt(), now));
                    open(task, pending.recheckAt());
                    return true;
                },
                rejected -> {
                    rejected(task, rejected.violations());
                    return true;
                },
                deferred -> {
                    put(task, Entries.notWanted(task.sentEntry(), now));
                    task.owner.defer(
                            deferred.reason().code(),
                            deferred.reason().message(),
                            Optional.of(deferred.missing()),
                            Optional.of(nextLook(task.owner)));
                    course.end(task);
                    return true;
                },
                conflict -> {
                    put(task, Entries.notWanted(task.sentEntry(), now));
                    task.owner.park(ErrorCode.CONFLICT, conflict.message());
                    course.end(task);
                    return true;
                },
                retry -> {
                    put(task, Entries.notWanted(task.sentEntry(), now));
                    task.owner.defer(
                            ErrorCode.THROTTLED, retry.reason(), Optional.empty(), Optional.of(retry.notBefore()));
                    course.end(task);
                    return true;
                },
                unknown -> {
                    resolve(task, unknown.reason());
                    return true;
                });
    }

    private void landed(EffectTask task, EffectOutcome.Applied applied, boolean wrote) {
        boolean verify = task.sink.traits().verifyBatch() > 0;
        if (wrote) {
            course.wrote(task);
            run.news().written(task.sentEntry(), applied.ref());
        }
        put(task, Entries.applied(task.sentEntry(), applied, verify, run.time().instant()));
        verification.add(task.sink, task.sentEntry());
        task.owner.wrote = true;
        for (Finding finding : applied.findings()) {
            if (finding.severity() == Finding.Severity.PROBLEM) {
                task.owner.park(finding.code(), finding.message());
            }
        }
        course.end(task);
    }

    private void rejected(EffectTask task, Violations violations) {
        put(task, Entries.notWanted(task.sentEntry(), run.time().instant()));
        task.owner.park(violations.code(), violations.message());
        course.end(task);
    }

    private void open(EffectTask task, Instant recheckAt) {
        course.blockLane(task.sentEntry());
        task.owner.open = true;
        task.owner.dueAt = Optional.of(recheckAt);
        course.end(task);
    }

    /** Nobody knows how it ended: ask the target, in this run, before anything else happens in the lane. */
    private void resolve(EffectTask task, String reason) {
        run.news().unclear(task.sentEntry(), reason);
        if (run.budget().cancellation().isCancelled()) {
            stop.because(RunReport.Ending.CANCELLED, "");
            open(task, run.time().instant());
            return;
        }
        mailbox.submit(
                () -> task.sink.resolve(List.of(Entries.toResolve(task.sentEntry())), run.call()),
                answers -> resolved(task, Optional.ofNullable(answers.get(task.key())), reason),
                failure -> {
                    stop.becauseOf(failure);
                    Instant now = run.time().instant();
                    // from now on the call is known to have ended
                    put(task, Entries.stillOpen(task.sentEntry(), now, now));
                    open(task, now);
                });
    }

    private void resolved(EffectTask task, Optional<Resolution> answer, String reason) {
        Instant now = run.time().instant();
        answer.orElse(new Resolution.StillOpen(now))
                .fold(
                        landed -> {
                            landed(task, landed.applied(), true);
                            return true;
                        },
                        absent -> {
                            notLanded(task, reason);
                            return true;
                        },
                        differs -> {
                            task.owner.park(ErrorCode.CONFLICT, differs.message());
                            course.blockLane(task.sentEntry());
                            course.end(task);
                            return true;
                        },
                        refused -> {
                            rejected(task, refused.violations());
                            return true;
                        },
                        still -> {
                            put(task, Entries.stillOpen(task.sentEntry(), still.recheckAt(), now));
                            open(task, still.recheckAt());
                            return true;
                        });
    }

    private void notLanded(EffectTask task, String reason) {
        Instant now = run.time().instant();
        // from now on, for the call may have waited long before it was made
        Instant believedFrom = now.plus(task.sink.traits().absenceGrace());
        if (now.isBefore(believedFrom)) {
            put(task, Entries.stillOpen(task.sentEntry(), believedFrom, now));
            open(task, believedFrom);
        } else if (task.sentEntry().attempts() >= run.sync().policy().maxAttempts()) {
            int attempts = task.sentEntry().attempts();
            put(task, Entries.notWanted(task.sentEntry(), now));
            task.owner.park(ErrorCode.ATTEMPTS_EXHAUSTED, "sent " + attempts + " times: " + reason);
            course.end(task);
        } else if (task.sentEntry().attempts() > AT_ONCE) {
            put(task, Entries.notThere(task.sentEntry(), now));
            task.owner.defer(
                    ErrorCode.OUTCOME_UNKNOWN,
                    "sent " + task.sentEntry().attempts() + " times and not at the target: " + reason,
                    Optional.empty(),
                    Optional.of(nextLook(task.owner)));
            course.end(task);
        } else {
            task.entry = EffectEntry.builder()
                    .from(task.sentEntry())
                    .attempts(task.sentEntry().attempts() + 1)
                    .sentAt(task.afterReverse(now))
                    .updatedAt(now)
                    .build();
            buffer.put(task.sentEntry());
            course.sendAgain(task);
        }
    }

    private Instant nextLook(RecordTask owner) {
        return Deferral.next(
                run.sync().policy(), owner.before, owner.revision, run.time().instant());
    }

    private void put(EffectTask task, EffectEntry entry) {
        task.entry = entry;
        buffer.put(entry);
    }
}
