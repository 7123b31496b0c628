package dev.drayage.engine.internal.operate;

import dev.drayage.call.TimeSource;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.News;
import dev.drayage.engine.internal.turn.Turn;
import dev.drayage.error.ErrorCode;
import dev.drayage.store.AuditEntry;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.SyncCondition;
import dev.drayage.store.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Whether syncs may run, as people and the endings of their runs say. Each change is made to what stands at that moment: the lease
 * keeps other processes away, a turn the other threads of this one. Thread-safe.
 */
public final class Conditions {
    /** Who acts where no person does. */
    static final String ENGINE = "engine";

    private static final Duration REAUTHORISATION_PAUSE = Duration.ofMinutes(30);
    private static final String REQUEST = " (request ";

    private final Ledger ledger;
    private final TimeSource time;
    private final Turn turn;

    public Conditions(Ledger ledger, TimeSource time, Turn turn) {
        this.ledger = ledger;
        this.time = time;
        this.turn = turn;
    }

    public SyncCondition of(String sync) {
        return ledger.condition(sync).orElse(SyncCondition.active(sync));
    }

    /** Changes what stands, whoever changed it last. */
    void change(String sync, UnaryOperator<SyncCondition> change, AuditEntry audit, Lease lease) {
        turn.during(() -> ledger.commit(LedgerCommit.of(change.apply(of(sync)), audit), lease));
    }

    /** Moves a sync to where a person wants it to read, if one does; returns where it stands then. */
    public SyncState sought(String sync, SyncState state, Lease lease) {
        return turn.take(() -> {
            SyncCondition current = of(sync);
            if (current.seekTo().isEmpty()) {
                return state;
            }
            SyncState moved = SyncState.builder()
                    .from(state)
                    .watermark(current.seekTo())
                    .window(Optional.empty())
                    .cursor(Optional.empty())
                    .build();
            ledger.commit(
                    new LedgerCommit(
                            List.of(),
                            List.of(),
                            Optional.of(moved),
                            Optional.of(current.seeking(Optional.empty())),
                            List.of(),
                            List.of()),
                    lease);
            return moved;
        });
    }

    /**
     * Keeps what a run's ending says and tells what is news. A person may have paused or sought while it ran: what they said
     * stays.
     */
    public void remember(String sync, RunReport report, Stop stop, News news, Supplier<Lease> lease) {
        if (report.ending() == RunReport.Ending.FAILED) {
            news.alarm(stop.code().orElse(ErrorCode.DEFECT), stop.alarm());
        }
        SyncCondition current = of(sync);
        boolean refused = current.kind() == SyncCondition.Kind.NEEDS_REAUTHORISATION;
        if (report.ending() == RunReport.Ending.NEEDS_REAUTHORISATION) {
            refused(current, refused && sameCause(current.message(), report.message()), report, stop, news, lease);
        } else if (refused && wasUsed(report)) {
            news.condition(ENGINE, SyncEvent.Change.RESUMED, "");
            keep(sync, SyncCondition::resumed, Optional.of(audit(sync, SyncCondition.Kind.ACTIVE, "")), lease);
        }
    }

    /** One alarm for each cause: each run that tries again in vain only puts the next try off. */
    private void refused(
            SyncCondition current, boolean told, RunReport report, Stop stop, News news, Supplier<Lease> lease) {
        if (!told) {
            stop.code().ifPresent(code -> news.alarm(code, stop.alarm()));
        }
        if (current.kind() != SyncCondition.Kind.PAUSED) {
            if (!told) {
                news.condition(ENGINE, SyncEvent.Change.NEEDS_REAUTHORISATION, report.message());
            }
            SyncCondition.Kind kind = SyncCondition.Kind.NEEDS_REAUTHORISATION;
            Instant now = time.instant();
            Instant since = told ? current.since().orElse(now) : now;
            Optional<Instant> next = Optional.of(now.plus(REAUTHORISATION_PAUSE));
            keep(
                    current.sync(),
                    condition -> condition.stopped(kind, report.message(), ENGINE, since, next),
                    told ? Optional.empty() : Optional.of(audit(current.sync(), kind, report.message())),
                    lease);
        }
    }

    private void keep(
            String sync, UnaryOperator<SyncCondition> change, Optional<AuditEntry> audit, Supplier<Lease> lease) {
        Lease held = lease.get();
        turn.during(() -> {
            SyncCondition current = of(sync);
            if (current.kind() != SyncCondition.Kind.PAUSED) {
                ledger.commit(
                        new LedgerCommit(
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Optional.of(change.apply(current)),
                                List.of(),
                                audit.stream().toList()),
                        held);
            }
        });
    }

    private AuditEntry audit(String sync, SyncCondition.Kind kind, String message) {
        return new AuditEntry(sync, time.instant(), ENGINE, kind.name(), message);
    }

    /** Whether the run got on with its accounts; one that ended early may not have called the one that refused. */
    private static boolean wasUsed(RunReport report) {
        return report.ending() == RunReport.Ending.CAUGHT_UP
                || (report.ending() == RunReport.Ending.BUDGET && report.read() > 0);
    }

    /** Whether two messages tell the same, whichever requests they come from. */
    private static boolean sameCause(String before, String now) {
        return withoutRequest(before).equals(withoutRequest(now));
    }

    private static String withoutRequest(String message) {
        int at = message.lastIndexOf(REQUEST);
        return at < 0 ? message : message.substring(0, at);
    }
}
