package dev.drayage.engine.internal.view;

import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncHealth;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.model.AccountId;
import dev.drayage.spi.ConnectorState;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the last run of each sync ended, kept in the store so that every node knows it. A store that fails here fails no run:
 * nothing but the health of the sync is told from it. Thread-safe.
 */
public final class LastRuns {
    /** Under which account of the store's small state it is kept: the engine's own. */
    public static final AccountId ENGINE = new AccountId("drayage", "engine");

    private static final Logger LOG = LoggerFactory.getLogger(LastRuns.class);
    private static final int LONGEST = 500;
    private static final String PREFIX = "last-run/";

    private final ConnectorState state;

    public LastRuns(ConnectorState state) {
        this.state = state;
    }

    Optional<SyncHealth.LastRun> of(String sync) {
        return state.get(PREFIX + sync).flatMap(LastRuns::parse);
    }

    /** A run that lost the domain to another process leaves what that one says. */
    public void remember(RunReport report) {
        if (report.ending() == RunReport.Ending.BUSY) {
            return;
        }
        try {
            Optional<SyncHealth.LastRun> before = of(report.sync());
            state.put(PREFIX + report.sync(), text(after(before, report)));
        } catch (RuntimeException e) {
            LOG.warn("{}", Defects.describe("keeping how a run of " + report.sync() + " ended", e));
        }
    }

    private static SyncHealth.LastRun after(Optional<SyncHealth.LastRun> before, RunReport report) {
        Optional<Instant> caughtUp = before.flatMap(SyncHealth.LastRun::caughtUpAt);
        Optional<Instant> failing = before.flatMap(SyncHealth.LastRun::failingSince);
        switch (report.ending()) {
            case CAUGHT_UP -> {
                caughtUp = Optional.of(report.endedAt());
                failing = Optional.empty();
            }
            case BUDGET -> failing = Optional.empty();
            case FAILED, OUTAGE, NEEDS_REAUTHORISATION -> failing = failing.or(() -> Optional.of(report.endedAt()));
            case CANCELLED, PAUSED, BUSY -> {
                // says nothing of the accounts
            }
        }
        return new SyncHealth.LastRun(
                report.startedAt(), report.endedAt(), report.ending(), report.message(), caughtUp, failing);
    }

    private static String text(SyncHealth.LastRun run) {
        String message = run.message().length() > LONGEST ? run.message().substring(0, LONGEST) : run.message();
        return String.join(
                "\t",
                run.startedAt().toString(),
                run.endedAt().toString(),
                run.ending().name(),
                run.caughtUpAt().map(Instant::toString).orElse(""),
                run.failingSince().map(Instant::toString).orElse(""),
                message);
    }

    /** What another version wrote is as good as nothing. */
    private static Optional<SyncHealth.LastRun> parse(String text) {
        String[] parts = text.split("\t", 6);
        try {
            return parts.length < 6
                    ? Optional.empty()
                    : Optional.of(new SyncHealth.LastRun(
                            Instant.parse(parts[0]),
                            Instant.parse(parts[1]),
                            RunReport.Ending.valueOf(parts[2]),
                            parts[5],
                            instant(parts[3]),
                            instant(parts[4])));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
