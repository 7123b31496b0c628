package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.StoreException;
import dev.drayage.error.UnavailableException;
import dev.drayage.threepl.internal.exchange.LedgerRow.Stage;
import dev.drayage.threepl.internal.exchange.Spool.Room;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which listed files are complete and new, and brings them to the spool. That a file is about to be read is written down
 * first: where reading takes it away, the spool may hold the only copy before anything else is known of it.
 */
final class Fetching {
    private static final Comparator<LedgerRow> OLDEST_FIRST =
            Comparator.comparing(LedgerRow::modified).thenComparing(LedgerRow::name);

    private final FileExchange exchange;
    private final IntakeLedger ledger;
    private final Spool spool;
    private final IntakeRules rules;
    private final TimeSource time;

    Fetching(FileExchange exchange, IntakeLedger ledger, Spool spool, IntakeRules rules, TimeSource time) {
        this.exchange = exchange;
        this.ledger = ledger;
        this.spool = spool;
        this.rules = rules;
        this.time = time;
    }

    /**
     * All files that lie in the spool after this round, oldest first.
     *
     * @param inWork every file that is in work, by id; those being put away are only kept from being taken for new ones
     * @param aside handles of files in work that are not counted
     */
    List<LedgerRow> round(
            Map<String, LedgerRow> inWork, Listing listing, Set<String> aside, Faults faults, CallContext call) {
        List<LedgerRow> spooled = new ArrayList<>();
        List<LedgerRow> toFetch = new ArrayList<>();
        for (LedgerRow row : inWork.values()) {
            if (row.isSettling()) {
                continue;
            }
            if (spool.has(Room.INBOX, row.spoolName())) {
                spooled.add(row.stage() == Stage.SPOOLED ? row : adopt(row));
            } else if (listing.files().stream().anyMatch(row::is)) {
                toFetch.add(row);
            } else if (spool.rescueUnfinished(Room.INBOX, row.spoolName(), row.size())) {
                spooled.add(adopt(row));
            } else {
                lose(row, faults);
            }
        }
        toFetch.addAll(fresh(inWork, listing));
        toFetch.sort(OLDEST_FIRST);
        long uncounted =
                spooled.stream().filter(row -> aside.contains(row.handle())).count();
        for (LedgerRow row : toFetch) {
            if (spooled.size() - uncounted < rules.maxFiles()) {
                faults.during(row.name(), () -> spooled.add(fetch(row, call)));
            }
        }
        spooled.sort(OLDEST_FIRST);
        return spooled;
    }

    private LedgerRow fetch(LedgerRow row, CallContext call) {
        if (row.size() > rules.maxBytes()) {
            throw new UnavailableException(
                    ErrorCode.ANSWER_TOO_LARGE,
                    "file " + row.name() + " has " + row.size() + " bytes and " + rules.maxBytes()
                            + " are allowed: raise the limit, or have it sent in parts");
        }
        ledger.put(row.at(Stage.FETCHING, time.instant()));
        MessageDigest digest = Digest.sha256();
        RemoteFile file = new RemoteFile(rules.incoming(), row.name(), row.size(), row.modified());
        spool.write(
                Room.INBOX,
                row.spoolName(),
                target -> exchange.fetch(file, new DigestOutputStream(target, digest), rules.maxBytes(), call));
        return ledger.put(row.spooled(Digest.hex(digest.digest()), time.instant()));
    }

    /** The process died between the last byte of the file and the ledger. */
    private LedgerRow adopt(LedgerRow row) {
        MessageDigest digest = Digest.sha256();
        try (InputStream in =
                new DigestInputStream(Files.newInputStream(spool.path(Room.INBOX, row.spoolName())), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new StoreException(
                    "spool file " + spool.path(Room.INBOX, row.spoolName()) + " cannot be read: make it readable", e);
        }
        return ledger.put(row.spooled(Digest.hex(digest.digest()), time.instant()));
    }

    /** A partner may take a file back before it was read; else it must not vanish in silence. */
    private void lose(LedgerRow row, Faults faults) {
        if (row.stage() == Stage.SPOOLED || rules.deletesOnRead()) {
            faults.add(
                    row.name(),
                    ErrorCode.RECORD_GONE,
                    "file " + row.name() + " of " + row.modified() + " was begun and is now neither in folder "
                            + rules.incoming() + " nor in the spool: have the partner send it again");
        }
        spool.deleteUnfinished(Room.INBOX, row.spoolName());
        ledger.forget(row);
    }

    private List<LedgerRow> fresh(Map<String, LedgerRow> inWork, Listing listing) {
        Set<String> names = listing.files().stream().map(RemoteFile::name).collect(Collectors.toSet());
        List<RemoteFile> unknown = new ArrayList<>();
        List<LedgerRow> rows = new ArrayList<>();
        for (RemoteFile file : listing.files()) {
            Optional<LedgerRow> before = ledger.settled(LedgerRow.idOf(file));
            boolean leftInPlace = before.isPresent() && !before.get().cleared();
            if (rules.isFinished(file.name()) && !leftInPlace && !inWork.containsKey(LedgerRow.idOf(file))) {
                unknown.add(file);
                rows.add(LedgerRow.fetching(
                        file, before.map(LedgerRow::generation).orElse(0) + 1, time.instant()));
            }
        }
        if (!rules.doneEndings().isEmpty()) {
            rows.removeIf(row -> rules.doneEndings().stream().noneMatch(ending -> names.contains(row.name() + ending)));
        } else if (!rules.settle().isZero()) {
            Set<String> unchanged = ledger.unchangedFor(rules.settle(), unknown, time.instant());
            rows.removeIf(row -> !unchanged.contains(row.id()));
        }
        return rows;
    }
}
