package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.threepl.internal.exchange.LedgerRow.Stage;
import dev.drayage.threepl.internal.exchange.Spool.Room;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Moves files whose fate is written down out of the incoming folder. Each step may be repeated: a file that is no longer there
 * was moved before, and one that has changed since it was read is another file, which is left for the next round. Between that
 * look and the move a partner could still replace it; SFTP has no lock against that, unique names and markers are.
 */
final class PuttingAway {
    private static final int MOST_NAMES = 100;

    private final FileExchange exchange;
    private final IntakeLedger ledger;
    private final Spool spool;
    private final IntakeRules rules;
    private final TimeSource time;

    PuttingAway(FileExchange exchange, IntakeLedger ledger, Spool spool, IntakeRules rules, TimeSource time) {
        this.exchange = exchange;
        this.ledger = ledger;
        this.spool = spool;
        this.rules = rules;
        this.time = time;
    }

    /** Keeps the reasons until they stand beside the file, since they have no place in the state. */
    void keepReasons(LedgerRow row, List<String> reasons) {
        byte[] text = (String.join("\n", reasons) + "\n").getBytes(StandardCharsets.UTF_8);
        spool.write(Room.INBOX, reasonsName(row), target -> target.write(text));
    }

    /** Puts a file away that is being archived or failed, given what lies in the incoming folder now. */
    void finish(LedgerRow begun, Listing incoming, CallContext call) {
        LedgerRow row = begun;
        if (rules.canRename() && incoming.files().stream().anyMatch(row::is)) {
            moveMarkers(row, incoming, call);
            row = moveFile(row, call);
        }
        if (row.stage() == Stage.FAILING && spool.has(Room.INBOX, reasonsName(row))) {
            exchange.store(
                    rules.failed(), row.putAwayName() + Intake.REASONS, spool.path(Room.INBOX, reasonsName(row)), call);
        }
        ledger.settle(row.settled(rules.canRename(), time.instant()));
        spool.delete(Room.INBOX, reasonsName(row));
    }

    private LedgerRow moveFile(LedgerRow begun, CallContext call) {
        LedgerRow row = begun;
        while (exchange.move(rules.incoming(), row.name(), folder(row), row.putAwayName(), call)
                == MoveOutcome.TARGET_EXISTS) {
            if (row.attempt() == MOST_NAMES) {
                throw new UnavailableException(
                        ErrorCode.SERVICE_FAILURE,
                        "folder " + folder(row) + " has " + MOST_NAMES + " files like " + row.putAwayName()
                                + ": clear it");
            }
            row = ledger.put(row.nextAttempt());
        }
        return row;
    }

    /** Markers go first: one that stayed behind would vouch for the next file of its name. */
    private void moveMarkers(LedgerRow row, Listing incoming, CallContext call) {
        for (String ending : rules.doneEndings()) {
            Optional<RemoteFile> marker = incoming.files().stream()
                    .filter(file -> file.name().equals(row.name() + ending))
                    .findFirst();
            LedgerRow target = row;
            while (marker.isPresent()
                    && exchange.move(
                                    rules.incoming(),
                                    row.name() + ending,
                                    folder(row),
                                    target.putAwayName() + ending,
                                    call)
                            == MoveOutcome.TARGET_EXISTS
                    && target.attempt() < MOST_NAMES) {
                target = target.nextAttempt();
            }
        }
    }

    private String folder(LedgerRow row) {
        return row.stage() == Stage.ARCHIVING ? rules.processed() : rules.failed();
    }

    private static String reasonsName(LedgerRow row) {
        return row.spoolName() + Intake.REASONS;
    }
}
