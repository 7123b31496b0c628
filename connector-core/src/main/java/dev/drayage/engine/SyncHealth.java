package dev.drayage.engine;

import dev.drayage.store.SyncCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a sync is, as the store knows it: any node may ask, whichever runs it. Immutable.
 *
 * @param sync the sync
 * @param status whether people must look
 * @param why the worst that there is to say, in one sentence
 * @param condition whether it may run
 * @param watermark up to where its source was read; empty before the first window ended, and for a source that is a backlog
 * @param behind how far that is behind what the source shows by now; for a backlog, how long ago it was read to its end; empty
 *     before the first run
 * @param lastRun the last run that read on
 * @param parked records that need a person
 * @param deferred records that wait for others or for data
 * @param open writes of which it is not known how they ended
 * @param due records that were asked for
 */
public record SyncHealth(
        String sync,
        Status status,
        String why,
        Condition condition,
        Optional<Instant> watermark,
        Optional<Duration> behind,
        Optional<LastRun> lastRun,
        Queue parked,
        Queue deferred,
        Queue open,
        Queue due) {

    /** Whether people must look. */
    public enum Status {
        /** Nothing waits for longer than it may, and nothing needs a person. */
        OK,
        /** Something needs a person; the rest goes on. */
        ATTENTION,
        /** It does not go on. */
        FAILING
    }

    /**
     * Whether a sync may run.
     *
     * @param kind whether
     * @param by who said so; {@code engine} for the engine itself; empty if nobody did
     * @param since when, in UTC
     * @param message why it may not
     * @param retryAt when it tries again by itself, in UTC
     */
    public record Condition(
            SyncCondition.Kind kind,
            Optional<String> by,
            Optional<Instant> since,
            String message,
            Optional<Instant> retryAt) {}

    /**
     * How the last run ended.
     *
     * @param startedAt when it began, in UTC
     * @param endedAt when it ended, in UTC
     * @param ending why it ended
     * @param message more about the ending
     * @param caughtUpAt when a run last read everything, in UTC
     * @param failingSince when the first of the runs ended that failed or met an outage since the last good one, in UTC
     */
    public record LastRun(
            Instant startedAt,
            Instant endedAt,
            RunReport.Ending ending,
            String message,
            Optional<Instant> caughtUpAt,
            Optional<Instant> failingSince) {}

    /**
     * Things that wait.
     *
     * @param count how many
     * @param oldest since when the oldest waits, in UTC
     */
    public record Queue(long count, Optional<Instant> oldest) {
        /** Whether the oldest waits for {@code atMost} or longer at {@code now}. */
        public boolean isOver(Duration atMost, Instant now) {
            return oldest.map(since -> Duration.between(since, now).compareTo(atMost) >= 0)
                    .orElse(false);
        }
    }
}
