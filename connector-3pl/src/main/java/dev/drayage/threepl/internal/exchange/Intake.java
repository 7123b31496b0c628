package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.exchange.LedgerRow.Stage;
import dev.drayage.threepl.internal.exchange.Spool.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes the files of one incoming folder, hands each out until its work is done, and puts it away. What was begun by a process
 * that died is finished by the next {@link #collect}: a file that was read but not settled is handed out again, one whose work was
 * done is put away and never handed out again. Who works on a file must therefore make its work durable, in a way that a repeat
 * does not double, before it calls {@link #archive}.
 *
 * <p>A file is known by folder, name, size and time, and by its content once it was read. The same name with another time or size
 * is another file. Files that are put away are known for the retention; content that comes again after that counts as new.
 *
 * <p>Thread-safe: calls go one after another. Nodes must not share an account at the same time.
 */
public final class Intake {
    static final String REASONS = ".reason.txt";

    private final FileExchange exchange;
    private final IntakeLedger ledger;
    private final Spool spool;
    private final IntakeRules rules;
    private final TimeSource time;
    private final PuttingAway puttingAway;
    private final Fetching fetching;

    /** An intake of the account whose state it is given. */
    public Intake(FileExchange exchange, ConnectorState state, Spool spool, IntakeRules rules, TimeSource time) {
        this.exchange = exchange;
        this.ledger = new IntakeLedger(state, rules.incoming());
        this.spool = spool;
        this.rules = rules;
        this.time = time;
        this.puttingAway = new PuttingAway(exchange, ledger, spool, rules, time);
        this.fetching = new Fetching(exchange, ledger, spool, rules, time);
    }

    /** Reads what is complete, and hands out all that is not settled. */
    public Arrivals collect(CallContext call) {
        return collect(Set.of(), call);
    }

    /**
     * Reads what is complete, and hands out all that is not settled. One file's trouble is told beside the others.
     *
     * @param aside handles of files in work that take no other file's place: nobody who asks now is to work on them
     * @throws dev.drayage.error.ConnectorException if the exchange as a whole cannot be used and nothing is in hand
     */
    public synchronized Arrivals collect(Set<String> aside, CallContext call) {
        Listing listing = exchange.list(rules.incoming(), call);
        Faults faults = new Faults();
        Map<String, LedgerRow> inWork = new LinkedHashMap<>();
        for (LedgerRow row : ledger.inWork()) {
            inWork.put(row.id(), row);
            if (row.isSettling()) {
                faults.during(row.name(), () -> puttingAway.finish(row, listing, call));
            }
        }
        sweep(listing);
        List<LedgerRow> spooled = fetching.round(inWork, listing, aside, faults, call);
        return new Arrivals(handOut(spooled, inWork.values()), faults.told(spooled.isEmpty()), listing.refused());
    }

    /** A file that is still known, in work or put away, as long as the spool has it: a retry reads it again. */
    public synchronized Optional<InboundFile> find(String id) {
        return row(id).filter(row -> !row.digest().isEmpty() && spool.has(Room.INBOX, row.spoolName()))
                .map(row -> handOut(row, Optional.empty()));
    }

    /**
     * Puts a file away whose work is durably done. If the answer of the move is lost, the next {@link #collect} goes on with it. A
     * file that was settled before stays as it was.
     */
    public synchronized void archive(InboundFile file, CallContext call) {
        settle(file, Stage.ARCHIVING, call);
    }

    /**
     * Puts a file away that cannot be used; it is never deleted.
     *
     * @param reasons lines of text for people, which will stand beside it at the partner's side
     */
    public synchronized void fail(InboundFile file, List<String> reasons, CallContext call) {
        ledger.inWork(idOf(file.id()))
                .filter(row -> row.stage() == Stage.SPOOLED)
                .ifPresent(row -> puttingAway.keepReasons(row, reasons));
        settle(file, Stage.FAILING, call);
    }

    private void settle(InboundFile file, Stage how, CallContext call) {
        LedgerRow row = row(file.id())
                .orElseThrow(() -> new IllegalArgumentException("the ledger does not know file " + file.name()));
        if (row.stage() == Stage.SPOOLED) {
            row = ledger.put(row.at(how, time.instant()));
        }
        if (row.isSettling()) {
            puttingAway.finish(row, exchange.list(rules.incoming(), call), call);
        }
    }

    private Optional<LedgerRow> row(String handle) {
        String id = idOf(handle);
        return ledger.settled(id)
                .filter(row -> row.handle().equals(handle))
                .or(() -> ledger.inWork(id).filter(row -> row.handle().equals(handle)));
    }

    private static String idOf(String handle) {
        return handle.substring(0, Math.max(0, handle.indexOf('.')));
    }

    private List<InboundFile> handOut(List<LedgerRow> spooled, Collection<LedgerRow> before) {
        Map<String, String> archiving = new HashMap<>();
        before.stream()
                .filter(row -> row.stage() == Stage.ARCHIVING)
                .forEach(row -> archiving.put(row.digest(), row.name()));
        List<InboundFile> files = new ArrayList<>();
        for (LedgerRow row : spooled) {
            Optional<String> earlier =
                    ledger.archivedWith(row.digest()).or(() -> Optional.ofNullable(archiving.get(row.digest())));
            files.add(handOut(row, earlier));
            archiving.putIfAbsent(row.digest(), row.name());
        }
        return files;
    }

    private InboundFile handOut(LedgerRow row, Optional<String> duplicateOf) {
        return new InboundFile(
                row.handle(),
                row.name(),
                row.size(),
                row.modified(),
                row.digest(),
                spool.path(Room.INBOX, row.spoolName()),
                duplicateOf);
    }

    /** Rows that are past the retention go, and with them the spool's copies of what was archived; failed ones stay there. */
    private void sweep(Listing listing) {
        Instant now = time.instant();
        if (!ledger.isSweepDue(now)) {
            return;
        }
        Set<String> listed = listing.files().stream().map(LedgerRow::idOf).collect(Collectors.toSet());
        for (LedgerRow row : ledger.outdated(rules.retention(), listed, now)) {
            if (row.stage() == Stage.ARCHIVED) {
                spool.delete(Room.INBOX, row.spoolName());
            }
            ledger.forgetSettled(row);
        }
        ledger.swept(now);
    }
}
