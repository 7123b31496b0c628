package dev.drayage.engine.internal.view;

import dev.drayage.engine.HealthThresholds;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncHealth;
import dev.drayage.engine.SyncHealth.Status;
import dev.drayage.store.SyncCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says of a sync the worst that there is to say. Pure. */
final class HealthVerdict {
    private final HealthThresholds thresholds;
    private final Instant now;

    /** How a sync is, and why; {@code why} is one line for people. */
    record Verdict(Status status, String why) {}

    HealthVerdict(HealthThresholds thresholds, Instant now) {
        this.thresholds = thresholds;
        this.now = now;
    }

    Verdict of(SyncHealth sync) {
        List<Verdict> said = new ArrayList<>();
        condition(sync.condition()).ifPresent(said::add);
        boolean mayRun = sync.condition().kind() == SyncCondition.Kind.ACTIVE;
        if (mayRun) {
            lastRun(sync.lastRun()).ifPresent(said::add);
            progress(sync).ifPresent(said::add);
        }
        waiting(sync, said);
        return said.stream()
                .max(Comparator.comparing(Verdict::status).thenComparingInt(verdict -> -said.indexOf(verdict)))
                .orElseGet(() -> new Verdict(Status.OK, "nothing waits for longer than it may"));
    }

    private static Optional<Verdict> condition(SyncHealth.Condition condition) {
        String since = condition.since().map(at -> " since " + at).orElse("");
        return switch (condition.kind()) {
            case ACTIVE -> Optional.empty();
            case PAUSED ->
                attention("paused by " + condition.by().orElse("somebody") + since + ": " + condition.message());
            case NEEDS_REAUTHORISATION ->
                failing("an account refuses the credentials" + since + ": " + condition.message());
        };
    }

    private Optional<Verdict> lastRun(Optional<SyncHealth.LastRun> run) {
        if (run.isEmpty()) {
            return Optional.empty();
        }
        SyncHealth.LastRun last = run.get();
        String text = "the last run, at " + last.endedAt() + ", ended " + last.ending() + ": " + last.message();
        if (last.ending() == RunReport.Ending.FAILED) {
            return failing(text);
        }
        if (last.ending() == RunReport.Ending.OUTAGE) {
            boolean lasts = last.failingSince()
                    .map(since -> isOver(since, thresholds.outage()))
                    .orElse(false);
            return lasts ? failing(text) : attention(text);
        }
        return last.failingSince().flatMap(since -> attention("no run ended well since " + since + "; " + text));
    }

    private Optional<Verdict> progress(SyncHealth sync) {
        if (sync.behind().isEmpty()) {
            return attention("it has never run");
        }
        Duration behind = sync.behind().get();
        String text = "its source was read up to "
                + sync.watermark().map(Instant::toString).orElse("nowhere yet") + ", " + behind.toMinutes()
                + " minutes less than it shows by now";
        if (sync.watermark().isEmpty()) {
            text = "its source was not read to its end for " + behind.toMinutes() + " minutes";
        }
        if (behind.compareTo(thresholds.farBehind()) >= 0) {
            return failing(text);
        }
        return behind.compareTo(thresholds.behind()) >= 0 ? attention(text) : Optional.empty();
    }

    private void waiting(SyncHealth sync, List<Verdict> said) {
        if (sync.parked().count() > thresholds.parked()) {
            attention(sync.parked().count() + " parked, the oldest since " + oldest(sync.parked()))
                    .ifPresent(said::add);
        }
        overdue(sync.open(), thresholds.open(), "writes whose end is not known").ifPresent(said::add);
        overdue(sync.deferred(), thresholds.deferred(), "records that wait for others or for data")
                .ifPresent(said::add);
        overdue(sync.due(), thresholds.due(), "records that were asked for and not looked at")
                .ifPresent(said::add);
    }

    private Optional<Verdict> overdue(SyncHealth.Queue queue, Duration atMost, String what) {
        return queue.isOver(atMost, now)
                ? attention(queue.count() + " " + what + ", the oldest since " + oldest(queue))
                : Optional.empty();
    }

    private boolean isOver(Instant since, Duration atMost) {
        return Duration.between(since, now).compareTo(atMost) >= 0;
    }

    private static String oldest(SyncHealth.Queue queue) {
        return queue.oldest().map(Instant::toString).orElse("no instant");
    }

    private static Optional<Verdict> attention(String why) {
        return Optional.of(new Verdict(Status.ATTENTION, why));
    }

    private static Optional<Verdict> failing(String why) {
        return Optional.of(new Verdict(Status.FAILING, why));
    }
}
