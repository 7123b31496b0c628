package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.RecordRef;
import dev.drayage.threepl.internal.x12.X12Error;
import dev.drayage.threepl.internal.x12.X12Fault;
import dev.drayage.threepl.internal.x12.read.Segment.StructureError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One transaction set on its way through: its schema's complaints first, its translation while there are none. */
final class SetRun {
    private static final int MOST_FAULTS = 50;

    private final SetContext context;
    private final Optional<TransactionSet> set;
    private final Optional<SetReader> reader;
    private final List<X12Fault> faults = new ArrayList<>();
    private int position;

    SetRun(SetContext context) {
        this.context = context;
        this.set = TransactionSet.of(context.header().id());
        this.reader = set.flatMap(known -> known.reader(context));
    }

    /** Takes the next segment, ST and SE included. */
    void take(Segment segment, Consumer<Document> out) {
        position++;
        for (StructureError error : segment.errors()) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(fault(segment, error));
            }
        }
        boolean named = reader.flatMap(SetReader::subject).isPresent();
        boolean names = set.filter(known -> known.isNamedBy(segment.id())).isPresent();
        if (!faults.isEmpty() && (named || !names)) {
            return;
        }
        try {
            if (reader.isPresent()) {
                reader.get().take(segment, position, out);
            } else if (segment.is("SE")) {
                unsupported(segment, out);
            }
        } catch (SetFaultException e) {
            faults.add(e.fault());
        }
    }

    int segments() {
        return position;
    }

    List<X12Fault> faults() {
        return faults;
    }

    Optional<RecordRef> subject() {
        return reader.flatMap(SetReader::subject);
    }

    private void unsupported(Segment se, Consumer<Document> out) {
        boolean ours = set.filter(known -> known.direction() == TransactionSet.Direction.TO_WAREHOUSE)
                .filter(TransactionSet::isDescribed)
                .isPresent();
        if (ours) {
            out.accept(new Document.Untranslated(context.header()));
        } else {
            faults.add(context.fault(
                            se,
                            position,
                            0,
                            "",
                            X12Error.SET_NOT_SUPPORTED,
                            "set " + context.header().id() + " is read by nobody here")
                    .fault());
        }
    }

    private X12Fault fault(Segment segment, StructureError error) {
        boolean told = set.filter(known -> known.mayTell(error.segment())).isPresent();
        String value = told && !error.value().isEmpty() ? ": \"" + error.value() + "\"" : "";
        return new X12Fault(
                context.header().name(),
                new X12Fault.Spot(
                        error.segment(),
                        position,
                        error.element(),
                        error.dataElement(),
                        segment.line(),
                        segment.offset()),
                error.error(),
                words(error.error()) + value);
    }

    private static String words(X12Error error) {
        return switch (error) {
            case MISSING_SEGMENT -> "the segment must stand here";
            case UNEXPECTED_SEGMENT, SEGMENT_OUT_OF_ORDER -> "the segment must not stand here";
            case UNKNOWN_SEGMENT, SEGMENT_NOT_IN_SET -> "the segment does not belong to this set";
            case LOOP_TOO_OFTEN, SEGMENT_TOO_OFTEN -> "the segment stands here too often";
            case MISSING_ELEMENT -> "the element is mandatory";
            case MISSING_CONDITIONAL_ELEMENT -> "another element demands this one";
            case TOO_MANY_ELEMENTS -> "there are more elements or components than there may be";
            case ELEMENT_TOO_SHORT -> "the element is too short";
            case ELEMENT_TOO_LONG -> "the element is too long";
            case INVALID_CHARACTER -> "the element holds a character that it must not";
            case INVALID_CODE -> "the code is not known";
            case INVALID_DATE -> "this is no date";
            case INVALID_TIME -> "this is no time";
            default -> "the set is wrong";
        };
    }
}
