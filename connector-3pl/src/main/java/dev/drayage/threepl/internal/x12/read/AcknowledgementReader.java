package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.Counts;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.ElementNote;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.SegmentNote;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.SetVerdict;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.Verdict;
import dev.drayage.threepl.internal.x12.X12Error;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Translates a functional acknowledgement, set 997. A partner may name all sets of the group, or only those at fault. */
final class AcknowledgementReader implements SetReader {
    private final SetContext context;
    private final List<SetVerdict> sets = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final List<SegmentNote> notes = new ArrayList<>();
    private final List<ElementNote> elements = new ArrayList<>();
    private Optional<Segment> group = Optional.empty();
    private Optional<Segment> set = Optional.empty();
    private Optional<Segment> note = Optional.empty();
    private Optional<FunctionalAcknowledgement> result = Optional.empty();

    AcknowledgementReader(SetContext context) {
        this.context = context;
    }

    @Override
    public void take(Segment segment, int position, Consumer<Document> out) throws SetFaultException {
        switch (segment.id()) {
            case "AK1" -> group = Optional.of(segment);
            case "AK2" -> {
                if (!named.add(segment.element(1) + " " + segment.element(2))) {
                    throw context.contradiction(
                            segment, position, "set " + segment.element(2) + " is acknowledged twice");
                }
                set = Optional.of(segment);
            }
            case "AK3" -> {
                endNote();
                note = Optional.of(segment);
            }
            case "AK4" ->
                elements.add(
                        new ElementNote(Integer.parseInt(segment.element(1)), segment.element(2), segment.element(3)));
            case "AK5" -> endSet(segment, position);
            case "AK9" -> endGroup(segment, position);
            case "SE" ->
                out.accept(new Document.Acknowledged(
                        context.header(),
                        result.orElseThrow(
                                () -> context.contradiction(segment, position, "no group is acknowledged"))));
            default -> {
                // ST says nothing more.
            }
        }
    }

    private void endNote() {
        note.ifPresent(ak3 -> notes.add(new SegmentNote(
                ak3.element(1), Integer.parseInt(ak3.element(2)), ak3.element(4), List.copyOf(elements))));
        note = Optional.empty();
        elements.clear();
    }

    private void endSet(Segment ak5, int position) throws SetFaultException {
        endNote();
        Segment ak2 = set.orElseThrow(() -> context.contradiction(ak5, position, "AK5 stands without a set"));
        sets.add(new SetVerdict(
                ak2.element(1), ak2.element(2), verdict(ak5, position, "717"), List.copyOf(notes), codes(ak5, 2)));
        notes.clear();
        set = Optional.empty();
    }

    private void endGroup(Segment ak9, int position) throws SetFaultException {
        Segment ak1 = group.orElseThrow(() -> context.contradiction(ak9, position, "AK9 stands without a group"));
        Verdict verdict = verdict(ak9, position, "715");
        Counts counts = new Counts(number(ak9, 2), number(ak9, 3), number(ak9, 4));
        long taken = sets.stream().filter(s -> s.verdict().taken()).count();
        long rejected = sets.size() - taken;
        boolean complete = sets.size() == counts.received();
        if ((counts.included() != counts.received() && !codes(ak9, 5).contains(X12Error.GROUP_COUNT.code()))
                || counts.accepted() > counts.received()
                || taken > counts.accepted()
                || rejected > counts.received() - counts.accepted()
                || (complete && taken != counts.accepted())
                || (verdict == Verdict.REJECTED && taken > 0)
                || (verdict == Verdict.ACCEPTED && (rejected > 0 || counts.accepted() < counts.received()))) {
            throw context.contradiction(
                    ak9,
                    position,
                    "the group is " + verdict + " with " + counts.accepted() + " of " + counts.received()
                            + " sets accepted and " + counts.included() + " included, and the rest says otherwise");
        }
        result = Optional.of(
                new FunctionalAcknowledgement(ak1.element(1), ak1.element(2), verdict, counts, sets, codes(ak9, 5)));
    }

    private Verdict verdict(Segment segment, int position, String dataElement) throws SetFaultException {
        return switch (segment.element(1)) {
            case "A" -> Verdict.ACCEPTED;
            case "E" -> Verdict.ACCEPTED_WITH_ERRORS;
            case "P" -> Verdict.PARTLY;
            // Failures of security are rejections, too.
            case "R", "M", "W", "X" -> Verdict.REJECTED;
            default ->
                throw context.fault(
                        segment,
                        position,
                        1,
                        dataElement,
                        X12Error.INVALID_CODE,
                        "the acknowledgement code " + segment.element(1) + " is not known");
        };
    }

    private static int number(Segment segment, int element) {
        return Integer.parseInt(segment.element(element));
    }

    private static List<String> codes(Segment segment, int from) {
        return segment.elements().stream()
                .skip(from - 1L)
                .filter(code -> !code.isEmpty())
                .toList();
    }
}
