package dev.drayage.threepl.internal.edi;

import dev.drayage.error.StoreException;
import dev.drayage.model.AccountId;
import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.documents.Documents;
import dev.drayage.threepl.internal.documents.FileFormat;
import dev.drayage.threepl.internal.exchange.InboundFile;
import dev.drayage.threepl.internal.shiporder.Acknowledgements;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement;
import dev.drayage.threepl.internal.x12.read.Document;
import dev.drayage.threepl.internal.x12.read.DocumentCursor;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.read.InterchangeHeader;
import dev.drayage.threepl.internal.x12.read.InterchangeReader;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A warehouse's X12 files. What acknowledges our orders is noted as soon as the file is opened. An interchange number that was
 * used with other content refuses the file, unless the warehouse is known to begin again. Thread-safe.
 */
final class EdiFormat implements FileFormat {
    private static final String NUMBERS = "isa/";
    private static final String ORDERS = "OW";

    private final AccountId account;
    private final InterchangeReader reader;
    private final Acknowledgements acknowledgements;
    private final Replies replies;
    private final ConnectorState state;
    private final boolean numbersMayRepeat;

    EdiFormat(
            AccountId account,
            InterchangeReader reader,
            Acknowledgements acknowledgements,
            Replies replies,
            ConnectorState state,
            boolean numbersMayRepeat) {
        this.account = account;
        this.reader = reader;
        this.acknowledgements = acknowledgements;
        this.replies = replies;
        this.state = state;
        this.numbersMayRepeat = numbersMayRepeat;
    }

    @Override
    public Documents open(InboundFile file) {
        try {
            Inspection inspection = reader.inspect(file.content());
            Optional<String> refusal = Optional.empty();
            if (inspection instanceof Inspection.Judged judged) {
                noteAcknowledgements(file, judged);
                refusal = reusedNumber(file, judged);
            }
            return new EdiDocuments(account, file, reader, inspection, refusal, replies, this);
        } catch (IOException e) {
            throw new StoreException("spool file " + file.content() + " cannot be read", e);
        }
    }

    private void noteAcknowledgements(InboundFile file, Inspection.Judged judged) throws IOException {
        if (judged.groups().stream().noneMatch(group -> group.functionalId().equals("FA"))) {
            return;
        }
        try (DocumentCursor cursor = reader.documents(file.content(), judged)) {
            for (Optional<Document> next = cursor.next(); next.isPresent(); next = cursor.next()) {
                if (next.get() instanceof Document.Acknowledged told
                        && told.acknowledgement().functionalId().equals(ORDERS)) {
                    note(told.acknowledgement());
                }
            }
        }
    }

    private void note(FunctionalAcknowledgement told) {
        if (!told.groupControl().matches("[0-9]{1,9}")) {
            return; // no number that we ever gave
        }
        boolean accepted = told.verdict().taken()
                && told.sets().stream().allMatch(set -> set.verdict().taken());
        acknowledgements.note(Long.parseLong(told.groupControl()), new Acknowledgements.Answer(accepted, notes(told)));
    }

    /** Segment, position and element of everything that the warehouse objects to. */
    private static String notes(FunctionalAcknowledgement told) {
        String segments = told.sets().stream()
                .flatMap(set -> set.notes().stream())
                .map(note -> "segment " + note.segment() + " at position " + note.position()
                        + (note.elements().isEmpty()
                                ? " (code " + note.code() + ")"
                                : note.elements().stream()
                                        .map(element -> "element " + element.element()
                                                + (element.dataElement().isEmpty()
                                                        ? ""
                                                        : " (data element " + element.dataElement() + ")")
                                                + " code " + element.code())
                                        .collect(Collectors.joining(", ", ": ", ""))))
                .collect(Collectors.joining("; "));
        String codes = String.join(
                ", ", told.sets().stream().flatMap(set -> set.errors().stream()).toList());
        return segments.isEmpty() && !codes.isEmpty() ? "codes " + codes : segments;
    }

    private Optional<String> reusedNumber(InboundFile file, Inspection.Judged judged) {
        if (numbersMayRepeat) {
            return Optional.empty();
        }
        for (InterchangeHeader header : judged.interchanges()) {
            Optional<String> before = state.get(key(header));
            if (before.filter(digest -> !digest.equals(file.digest())).isPresent()) {
                return Optional.of("file " + file.name() + ": interchange number " + header.control() + " of "
                        + header.sender()
                        + " was used before with other content: ask the warehouse which of them counts"
                        + " and to send it under a new number");
            }
        }
        return Optional.empty();
    }

    /** The file's interchanges are worked on: their numbers are taken. */
    void taken(InboundFile file, Inspection.Judged judged) {
        for (InterchangeHeader header : judged.interchanges()) {
            state.replace(key(header), Optional.empty(), file.digest());
        }
    }

    private static String key(InterchangeHeader header) {
        return NUMBERS + header.senderQualifier() + ":" + header.sender() + "/" + header.control();
    }
}
