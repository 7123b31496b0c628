package dev.drayage.store.jdbc;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.LedgerCommit;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncState;
import dev.drayage.testing.IdleConnections;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process that opens a database, checks what an earlier one left in it, and then commits numbered batches as fast as it
 * can until it is killed, telling each number once its commit has returned.
 */
final class KilledWriter {
    static final String OPENING = "opening";
    static final String VERIFIED = "verified";
    static final String BROKEN = "broken";

    private static final String SYNC = "orders";
    private static final String TRACE = "trace";
    private static final AccountId SHOP = new AccountId("shopify", "acme");
    private static final AccountId BOOKS = new AccountId("netsuite", "1");
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    private final Ledger ledger;
    private final Lease lease;
    private final int entries;
    private final PrintStream out;

    private KilledWriter(Ledger ledger, Lease lease, int entries, PrintStream out) {
        this.ledger = ledger;
        this.lease = lease;
        this.entries = entries;
        this.out = out;
    }

    /**
     * Runs.
     *
     * @param args which database, its address, the highest number that was ever told, records and effects per commit, the
     *     most commits
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(OPENING);
        Embedded kind = Embedded.valueOf(args[0]);
        try (IdleConnections connections = new IdleConnections(args[1])) {
            JdbcSyncStore store = JdbcSyncStore.of(connections);
            kind.spoil(connections);
            Optional<Lease> lease = Optional.empty();
            while (lease.isEmpty()) { // the one before was killed with its lease
                lease = store.leases("t").acquire("d", "writer", Duration.ofMillis(1));
            }
            KilledWriter writer = new KilledWriter(store.ledger("t"), lease.get(), Integer.parseInt(args[3]), out);
            long last = writer.verify(Long.parseLong(args[2]));
            writer.write(last + 1, last + 1); // a database that hangs at its first write is not open yet
            out.println(VERIFIED);
            writer.write(last + 2, last + Long.parseLong(args[4]));
        }
    }

    private long verify(long told) {
        long found = ledger.sync(SYNC)
                .flatMap(SyncState::cursor)
                .map(cursor -> Long.parseLong(cursor.token()))
                .orElse(0L);
        List<String> faults = new ArrayList<>();
        if (found < told) {
            faults.add("lost: told " + told + ", found " + found);
        }
        long traces = ledger.countRecords(RecordQuery.builder().sync(TRACE).build()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (traces != found) {
            faults.add("half: " + traces + " traces of " + found + " commits");
        }
        List<RecordEntry> records =
                ledger.records(RecordQuery.builder().sync(SYNC).build());
        List<EffectEntry> effects = ledger.effects(EffectQuery.builder().build());
        if (found > 0 && (records.size() != entries || effects.size() != entries)) {
            faults.add("half: " + records.size() + " records and " + effects.size() + " effects");
        }
        String revision = Long.toString(found);
        if (!records.stream().allMatch(entry -> entry.revision().equals(revision))
                || !effects.stream().allMatch(entry -> entry.boundDigest().equals(revision))) {
            faults.add("half: entries of different commits");
        }
        if (!faults.isEmpty()) {
            out.println(BROKEN + " " + String.join("; ", faults));
            throw new IllegalStateException(faults.toString());
        }
        return found;
    }

    private void write(long first, long last) {
        for (long number = first; number <= last; number++) {
            ledger.commit(batch(number), lease);
            out.println(number);
        }
    }

    private LedgerCommit batch(long number) {
        List<RecordEntry> records = new ArrayList<>();
        List<EffectEntry> effects = new ArrayList<>();
        String revision = Long.toString(number);
        records.add(record(TRACE, "trace-" + number, revision));
        for (int i = 0; i < entries; i++) {
            RecordEntry record = record(SYNC, "order-" + i, revision);
            records.add(record);
            effects.add(EffectEntry.builder()
                    .key(new EffectKey(record.ref(), BOOKS, "salesOrder"))
                    .sync(SYNC)
                    .cause(record.ref())
                    .lane("order-" + i)
                    .type("SalesOrder")
                    .state(EffectState.BOUND)
                    .nativeKey("SHOPIFY-" + i)
                    .boundDigest(revision)
                    .target(new RecordRef(BOOKS, "SalesOrder", "so-" + i))
                    .sentAt(NOON)
                    .updatedAt(NOON)
                    .build());
        }
        SyncState state = SyncState.builder()
                .sync(SYNC)
                .bornAt(NOON)
                .cursor(new Cursor(revision))
                .build();
        return new LedgerCommit(records, effects, Optional.of(state), Optional.empty(), List.of(), List.of());
    }

    private static RecordEntry record(String sync, String id, String revision) {
        return RecordEntry.builder()
                .sync(sync)
                .ref(new RecordRef(SHOP, "SalesOrder", id))
                .revision(revision)
                .state(RecordState.SETTLED)
                .updatedAt(NOON)
                .build();
    }
}
