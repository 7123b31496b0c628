package dev.drayage.threepl.internal.x12.files;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.StoreException;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.threepl.internal.documents.Documents;
import dev.drayage.threepl.internal.documents.Reading;
import dev.drayage.threepl.internal.exchange.InboundFile;
import dev.drayage.threepl.internal.x12.X12Fault;
import dev.drayage.threepl.internal.x12.read.Document;
import dev.drayage.threepl.internal.x12.read.DocumentCursor;
import dev.drayage.threepl.internal.x12.read.GroupResult;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.read.InterchangeReader;
import dev.drayage.threepl.internal.x12.read.SetHeader;
import dev.drayage.threepl.internal.x12.read.TransactionSet;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What one X12 file tells of what is read. What tells of no record and cannot be used is reported with the shipments, or with the
 * counts if those alone are read, so that somebody hears of it; so is what is faulty and of a kind that nobody reads.
 * Thread-safe.
 */
final class X12Documents implements Documents {
    private final AccountId account;
    private final InboundFile file;
    private final InterchangeReader reader;
    private final Inspection inspection;
    private final Optional<String> reused;
    private final Set<RecordType<?>> wanted;
    private final Consumer<CallContext> answer;

    X12Documents(
            AccountId account,
            InboundFile file,
            InterchangeReader reader,
            Inspection inspection,
            Optional<String> reused,
            Set<RecordType<?>> wanted,
            Consumer<CallContext> answer) {
        this.account = account;
        this.file = file;
        this.reader = reader;
        this.inspection = inspection;
        this.reused = reused;
        this.wanted = wanted;
        this.answer = answer;
    }

    @Override
    public boolean isComplete() {
        return !(inspection instanceof Inspection.Incomplete);
    }

    @Override
    public Optional<String> refusal() {
        if (inspection instanceof Inspection.Incomplete cut) {
            return Optional.of("file " + file.name() + " is cut short: " + cut.place());
        }
        if (inspection instanceof Inspection.Refused refused) {
            return Optional.of("file " + file.name() + ": " + described(refused.faults()));
        }
        return reused;
    }

    private static String described(List<X12Fault> faults) {
        return faults.stream().limit(5).map(X12Fault::describe).collect(Collectors.joining("; "));
    }

    /** The same interchange again is the same interchange. */
    @Override
    public boolean isNewsAgain() {
        return false;
    }

    @Override
    public Set<RecordType<?>> types() {
        Set<RecordType<?>> types = new LinkedHashSet<>();
        if (inspection instanceof Inspection.Judged judged) {
            judged.groups().stream()
                    .filter(group -> group.isFaulty() || isRead(group))
                    .forEach(group -> types.add(reportedWith(group.functionalId())));
        }
        return types;
    }

    /** Whether somebody is to hear of a group without a fault: not of an acknowledgement, nor of a kind that nobody reads. */
    private boolean isRead(GroupResult group) {
        return !group.holds(TransactionSet.ACKNOWLEDGEMENT)
                && record(group.functionalId()).map(wanted::contains).orElse(true);
    }

    private static Optional<RecordType<?>> record(String functionalId) {
        return TransactionSet.ofGroup(functionalId).flatMap(TransactionSet::record);
    }

    /** By its group, for a faulty set too: one in a group of another kind must not fall between two sources. */
    private RecordType<?> reportedWith(String functionalId) {
        return record(functionalId)
                .filter(wanted::contains)
                .orElse(
                        wanted.contains(RecordType.ITEM_FULFILLMENT)
                                ? RecordType.ITEM_FULFILLMENT
                                : RecordType.INVENTORY_LEVEL);
    }

    @Override
    public <T extends CommerceRecord> Reading<T> read(RecordType<T> type) {
        if (!(inspection instanceof Inspection.Judged judged)) {
            return Reading.of(List.of());
        }
        try {
            return new Documentwise<>(type, reader.documents(file.content(), judged));
        } catch (IOException e) {
            throw new StoreException("spool file " + file.content() + " cannot be read", e);
        }
    }

    /** Reads set by set. */
    private final class Documentwise<T extends CommerceRecord> implements Reading<T> {
        private final RecordType<T> type;
        private final DocumentCursor cursor;

        Documentwise(RecordType<T> type, DocumentCursor cursor) {
            this.type = type;
            this.cursor = cursor;
        }

        @Override
        public Optional<Change<T>> next() {
            try {
                for (Optional<Document> next = cursor.next(); next.isPresent(); next = cursor.next()) {
                    Optional<Change<T>> change = change(next.get(), type);
                    if (change.isPresent()) {
                        return change;
                    }
                }
                return Optional.empty();
            } catch (IOException e) {
                throw new StoreException("spool file " + file.content() + " cannot be read", e);
            }
        }

        @Override
        public void close() {
            try {
                cursor.close();
            } catch (IOException e) {
                throw new StoreException("spool file " + file.content() + " cannot be read", e);
            }
        }
    }

    private <T extends CommerceRecord> Optional<Change<T>> change(Document document, RecordType<T> type) {
        if (document instanceof Document.Told told) {
            return present(type, told.record(), told.at().orElse(file.modified()));
        }
        if (document instanceof Document.Acknowledged
                || !reportedWith(document.set().functionalId()).equals(type)) {
            return Optional.empty();
        }
        return Optional.of(
                document instanceof Document.Faulty faulty ? unreadable(type, faulty) : unread(type, document.set()));
    }

    private <T extends CommerceRecord> Change<T> unread(RecordType<T> type, SetHeader set) {
        return new Change.Unreadable<>(
                ofSet(type, set.id(), set.control()),
                file.digest(),
                ErrorCode.FILE_REFUSED,
                "file " + file.name() + " holds a " + set.id() + ", which is for a warehouse to read");
    }

    private <T extends CommerceRecord> Optional<Change<T>> present(
            RecordType<T> type, CommerceRecord record, Instant changedAt) {
        if (!type.recordClass().isInstance(record)) {
            return Optional.empty();
        }
        return Optional.of(new Change.Present<>(
                type.recordClass().cast(record),
                ContentDigest.of(record),
                Optional.empty(),
                changedAt,
                Optional.empty()));
    }

    private <T extends CommerceRecord> Change<T> unreadable(RecordType<T> type, Document.Faulty faulty) {
        return new Change.Unreadable<>(
                faulty.subject()
                        .filter(ref -> ref.type().equals(type.name()))
                        .orElseGet(() ->
                                ofSet(type, faulty.set().id(), faulty.set().control())),
                file.digest(),
                ErrorCode.FILE_REFUSED,
                "file " + file.name() + ": " + described(faulty.faults()));
    }

    private RecordRef ofSet(RecordType<?> type, String id, String control) {
        return RecordRef.of(account, type, "file:" + file.name() + "#" + id + "-" + control);
    }

    @Override
    public void answer(CallContext call) {
        answer.accept(call);
    }
}
