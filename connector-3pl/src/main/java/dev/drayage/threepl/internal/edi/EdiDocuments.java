package dev.drayage.threepl.internal.edi;

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
import dev.drayage.threepl.internal.x12.read.GroupReceipt;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.read.InterchangeReader;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What one X12 file tells. Sets of kinds that nobody reads here are told with the shipments, so that none is lost. Thread-safe. */
final class EdiDocuments implements Documents {
    private static final String STOCK = "IB";
    private static final String ACKNOWLEDGEMENT = "FA";

    private final AccountId account;
    private final InboundFile file;
    private final InterchangeReader reader;
    private final Inspection inspection;
    private final Optional<String> reused;
    private final Consumer<CallContext> answer;

    EdiDocuments(
            AccountId account,
            InboundFile file,
            InterchangeReader reader,
            Inspection inspection,
            Optional<String> reused,
            Consumer<CallContext> answer) {
        this.account = account;
        this.file = file;
        this.reader = reader;
        this.inspection = inspection;
        this.reused = reused;
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
            for (GroupReceipt group : judged.groups()) {
                if (group.functionalId().equals(STOCK)) {
                    types.add(RecordType.INVENTORY_LEVEL);
                } else if (!group.functionalId().equals(ACKNOWLEDGEMENT) || hasFaults(group)) {
                    types.add(RecordType.ITEM_FULFILLMENT);
                }
            }
        }
        return types;
    }

    private static boolean hasFaults(GroupReceipt group) {
        return !group.faults().isEmpty()
                || group.sets().stream().anyMatch(set -> !set.faults().isEmpty());
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
        if (document instanceof Document.Shipment told) {
            return present(type, told.shipment(), file.modified());
        } else if (document instanceof Document.Stock told) {
            return present(type, told.level(), told.level().countedAt());
        } else if (document instanceof Document.Faulty faulty) {
            boolean stock = faulty.set().id().equals("846");
            boolean asked = stock == type.equals(RecordType.INVENTORY_LEVEL);
            return asked ? Optional.of(unreadable(type, faulty)) : Optional.empty();
        } else if (document instanceof Document.Untranslated other && type.equals(RecordType.ITEM_FULFILLMENT)) {
            return Optional.of(new Change.Unreadable<>(
                    ofSet(type, other.set().id(), other.set().control()),
                    file.digest(),
                    ErrorCode.FILE_REFUSED,
                    "file " + file.name() + " holds a " + other.set().id() + ", which is for a warehouse to read"));
        }
        return Optional.empty();
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
