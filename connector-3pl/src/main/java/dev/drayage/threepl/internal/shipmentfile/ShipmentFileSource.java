package dev.drayage.threepl.internal.shipmentfile;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Shipments that wait in the inbound folder, one file a page. A file is put away only after the ledger has all its
 * shipments; until then a restart reads it again, and the ledger knows what was booked. Which file tells newest of a
 * shipment that still waits or is parked is kept in the connector's state. Thread-safe.
 */
final class ShipmentFileSource implements RecordSource<ItemFulfillment> {
    private static final String WAITING = "shipment/";

    private final AccountId account;
    private final ExchangeFolder folder;
    private final ShipmentFileReader reader;
    private final ConnectorState state;
    private final TimeSource time;

    /** Files that were read and not put away yet, by what of them the ledger does not have. */
    private final Map<Path, Unsettled> unsettled = new LinkedHashMap<>();

    private static final class Unsettled {
        private final PutAway as;
        private final Set<RecordRef> missing = new HashSet<>();
        private final List<String> reasons = new ArrayList<>();

        Unsettled(PutAway as) {
            this.as = as;
        }
    }

    /**
     * A file as it is called once it is put away.
     *
     * @param modified when it was last written to, which orders the files that tell of one shipment
     */
    private record PutAway(Instant modified, String name) {
        static PutAway parse(String text) {
            int blank = text.indexOf(' ');
            return new PutAway(Instant.parse(text.substring(0, blank)), text.substring(blank + 1));
        }

        @Override
        public String toString() {
            return modified + " " + name;
        }
    }

    ShipmentFileSource(
            AccountId account,
            ExchangeFolder folder,
            ShipmentFileReader reader,
            ConnectorState state,
            TimeSource time) {
        this.account = account;
        this.folder = folder;
        this.reader = reader;
        this.state = state;
        this.time = time;
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.backlog();
    }

    @Override
    public Page<ItemFulfillment> read(Slice slice, Optional<Cursor> at, CallContext call) {
        try {
            List<Path> waiting = folder.inbound().stream()
                    .filter(file -> at.map(cursor -> ExchangeFolder.name(file).compareTo(cursor.token()) > 0)
                            .orElse(true))
                    .toList();
            if (waiting.isEmpty()) {
                return Page.last(List.of());
            }
            Path file = waiting.get(0);
            List<Change<ItemFulfillment>> changes = openIfPossible(file);
            Optional<Cursor> next =
                    waiting.size() > 1 ? Optional.of(new Cursor(ExchangeFolder.name(file))) : Optional.empty();
            return new Page<>(changes, next, Optional.empty());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public Change<ItemFulfillment> fetch(RecordRef ref, CallContext call) {
        try {
            Optional<Path> newest = newest(ref).flatMap(file -> folder.putAway(file.name()));
            if (newest.isPresent()) {
                return find(load(newest.get()), ref).orElseGet(() -> new Change.Gone<>(ref));
            }
            for (Path file : folder.inbound()) {
                Optional<Change<ItemFulfillment>> found = find(load(file), ref);
                if (found.isPresent()) {
                    return found.get();
                }
            }
            return new Change.Gone<>(ref);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public synchronized void acknowledge(List<SettledRecord> settled, CallContext call) {
        try {
            for (SettledRecord record : settled) {
                acknowledge(record);
            }
            for (Path file : List.copyOf(unsettled.keySet())) {
                Unsettled rest = unsettled.get(file);
                if (rest != null && rest.missing.isEmpty()) {
                    if (stillHolds(file, rest)) {
                        folder.putAway(file, rest.as.name(), rest.reasons);
                    }
                    unsettled.remove(file);
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Another file may have come under the same name since: that one is read first. */
    private boolean stillHolds(Path file, Unsettled rest) throws IOException {
        try {
            ShipmentFile now = load(file);
            return ExchangeFolder.finalName(ExchangeFolder.name(file), now.digest())
                    .equals(rest.as.name());
        } catch (NoSuchFileException e) {
            return true; // a move that was cut short; only its reasons may be missing
        }
    }

    private void acknowledge(SettledRecord record) {
        String key = WAITING + record.ref().id();
        boolean keep = record.ending() != SettledRecord.Ending.SETTLED;
        // a shipment may stand in several files; they are read and told in their order
        Optional<Unsettled> from = unsettled.values().stream()
                .filter(file -> file.missing.remove(record.ref()))
                .findFirst();
        if (keep && from.isPresent()) {
            PutAway read = from.get().as;
            Optional<PutAway> known = newest(record.ref());
            boolean newer = known.map(file -> !read.modified().isBefore(file.modified()))
                    .orElse(true);
            if (newer && !known.equals(Optional.of(read))) {
                state.put(key, read.toString());
            }
        }
        if (record.ending() == SettledRecord.Ending.PARKED) {
            from.ifPresent(file -> file.reasons.add(record.ref().id() + ": " + record.message()));
        }
        if (!keep && state.get(key).isPresent()) {
            state.remove(key);
        }
    }

    private Optional<PutAway> newest(RecordRef ref) {
        return state.get(WAITING + ref.id()).map(PutAway::parse);
    }

    /** A file that cannot be read now is told and left where it is: it stops no other, and may be readable next time. */
    private List<Change<ItemFulfillment>> openIfPossible(Path file) {
        try {
            return open(file);
        } catch (IOException e) {
            String name = ExchangeFolder.name(file);
            return List.of(new Change.Unreadable<>(
                    RecordRef.of(account, RecordType.ITEM_FULFILLMENT, "file:" + name),
                    "unreadable",
                    ErrorCode.FILE_REFUSED,
                    "file " + name + " cannot be read (" + e.getClass().getSimpleName() + ")"));
        }
    }

    private synchronized List<Change<ItemFulfillment>> open(Path file) throws IOException {
        ShipmentFile read;
        Instant modified;
        try {
            read = load(file);
            modified = modified(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        String finalName = ExchangeFolder.finalName(ExchangeFolder.name(file), read.digest());
        if (read.shipments().isEmpty()) {
            folder.putAway(file, finalName, List.of());
            return List.of();
        }
        Unsettled rest = new Unsettled(new PutAway(modified, finalName));
        read.shipments().forEach(change -> rest.missing.add(change.ref()));
        unsettled.put(file, rest);
        return read.shipments();
    }

    private ShipmentFile load(Path file) throws IOException {
        String name = ExchangeFolder.name(file);
        if (Files.size(file) > folder.maxBytes()) {
            String size = Long.toString(Files.size(file));
            return reader.refused(name, digest(size.getBytes(StandardCharsets.UTF_8)), "it is larger than allowed");
        }
        byte[] content = Files.readAllBytes(file);
        return reader.read(name, content, digest(content), modified(file));
    }

    /** When a file was last written to; a warehouse's clock that is ahead does not date it into the future. */
    private Instant modified(Path file) throws IOException {
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        Instant now = time.instant();
        return modified.isAfter(now) ? now : modified;
    }

    private static Optional<Change<ItemFulfillment>> find(ShipmentFile file, RecordRef ref) {
        return file.shipments().stream()
                .filter(change -> change.ref().equals(ref))
                .findFirst();
    }

    private static String digest(byte[] content) {
        try {
            byte[] full = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(full, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private UnavailableException unusable(IOException e) {
        return new UnavailableException(
                ErrorCode.UNREACHABLE,
                "the exchange folder of " + account + " cannot be used ("
                        + e.getClass().getSimpleName() + ")",
                null,
                null,
                e);
    }
}
