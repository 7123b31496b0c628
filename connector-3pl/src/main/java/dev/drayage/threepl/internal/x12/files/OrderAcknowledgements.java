package dev.drayage.threepl.internal.x12.files;

import dev.drayage.error.StoreException;
import dev.drayage.threepl.internal.exchange.InboundFile;
import dev.drayage.threepl.internal.shiporder.Acknowledgements;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement;
import dev.drayage.threepl.internal.x12.read.Document;
import dev.drayage.threepl.internal.x12.read.DocumentCursor;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.read.InterchangeReader;
import dev.drayage.threepl.internal.x12.read.TransactionSet;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the warehouse's files say of our orders, by the number of the group that carried them. Thread-safe. */
final class OrderAcknowledgements {
    private final InterchangeReader reader;
    private final Acknowledgements acknowledgements;

    OrderAcknowledgements(InterchangeReader reader, Acknowledgements acknowledgements) {
        this.reader = reader;
        this.acknowledgements = acknowledgements;
    }

    /** Takes note of what a file acknowledges; called again after a crash. */
    void take(InboundFile file, Inspection.Judged judged) {
        if (judged.groups().stream().noneMatch(group -> group.holds(TransactionSet.ACKNOWLEDGEMENT))) {
            return;
        }
        try (DocumentCursor cursor = reader.documents(file.content(), judged)) {
            for (Optional<Document> next = cursor.next(); next.isPresent(); next = cursor.next()) {
                if (next.get() instanceof Document.Acknowledged told
                        && told.acknowledgement().functionalId().equals(TransactionSet.SHIPPING_ORDER.group())) {
                    note(told.acknowledgement());
                }
            }
        } catch (IOException e) {
            throw new StoreException("spool file " + file.content() + " cannot be read", e);
        }
    }

    private void note(FunctionalAcknowledgement told) {
        if (!told.groupControl().matches("[0-9]{1,9}")) {
            return; // no number that we ever gave
        }
        // one group carries one order: a group that was taken without any set is an order that was not
        boolean accepted = told.verdict().taken()
                && told.counts().accepted() > 0
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
}
