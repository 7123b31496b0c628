package dev.drayage.engine.internal;

import dev.drayage.engine.RunReport;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.Defects;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a run ends whose way was cut off outside its records: before its first page, or when its work is over. One that another
 * process or an interrupt stopped there is no failure of the store; and one that did its work keeps its counters, whatever fails
 * afterwards. Used by the run's own thread only.
 */
final class RunEnding {
    private final RunReport nothingDone;
    private Optional<RunReport> done = Optional.empty();
    private boolean begun;
    private boolean failed;

    /** The ending of a run of a sync that was asked for then. */
    RunEnding(String sync, Instant startedAt) {
        this.nothingDone = new RunReport(
                sync, startedAt, startedAt, RunReport.Ending.FAILED, "", 0, Map.of(), Map.of(), Optional.empty());
    }

    /** Listeners are told that it began. */
    void begun() {
        begun = true;
    }

    /** Its work is over. */
    void done(RunReport report) {
        done = Optional.of(report);
    }

    /** What to say of a run that this failure ended. */
    RunReport because(RuntimeException failure, Instant now) {
        Stop stop = new Stop();
        stop.becauseOf(failure);
        RunReport.Ending ending = stop.ending(RunReport.Ending.FAILED);
        failed = ending == RunReport.Ending.FAILED;
        return report(ending, failed ? Defects.describe("the store", failure) : stop.message(), now);
    }

    /** What to say of a run that broke off: the host's code or this process can go on no more. */
    RunReport brokenOffBy(Error error, Instant now) {
        failed = true;
        return report(RunReport.Ending.FAILED, Defects.describe("the run", error), now);
    }

    private RunReport report(RunReport.Ending ending, String message, Instant now) {
        RunReport known = done.orElse(nothingDone);
        return new RunReport(
                known.sync(),
                known.startedAt(),
                now,
                ending,
                message,
                known.read(),
                known.outcomes(),
                known.effects(),
                known.readUntil());
    }

    /** Whether listeners shall hear that it ended: they heard that it began, or something is wrong. */
    boolean isToBeTold() {
        return begun || failed;
    }

    /** Whether it ended because something is wrong, which was told. */
    boolean isFailed() {
        return failed;
    }
}
