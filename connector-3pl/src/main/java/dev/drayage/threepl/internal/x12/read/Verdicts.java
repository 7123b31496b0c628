package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.Counts;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.ElementNote;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.SegmentNote;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.SetVerdict;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.Verdict;
import dev.drayage.threepl.internal.x12.X12Error;
import dev.drayage.threepl.internal.x12.X12Error.Level;
import dev.drayage.threepl.internal.x12.X12Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what became of a group in the words of an acknowledgement: a set that we cannot use is rejected, so that it comes again. */
final class Verdicts {
    private Verdicts() {}

    static FunctionalAcknowledgement acknowledge(GroupResult group) {
        List<SetVerdict> sets = new ArrayList<>();
        group.sets().forEach(set -> sets.add(verdict(set, group.refused())));
        int accepted = (int) sets.stream().filter(s -> s.verdict().taken()).count();
        boolean noted = sets.stream().anyMatch(s -> s.verdict() == Verdict.ACCEPTED_WITH_ERRORS);
        Verdict verdict = group.refused() || accepted == 0
                ? Verdict.REJECTED
                : accepted < sets.size() ? Verdict.PARTLY : noted ? Verdict.ACCEPTED_WITH_ERRORS : Verdict.ACCEPTED;
        return new FunctionalAcknowledgement(
                group.functionalId(),
                group.control(),
                verdict,
                new Counts(group.included(), sets.size(), accepted),
                sets,
                codes(group.faults(), Level.GROUP));
    }

    private static SetVerdict verdict(SetResult set, boolean refused) {
        Verdict verdict = refused || !set.faults().isEmpty()
                ? Verdict.REJECTED
                : set.findings().isEmpty() ? Verdict.ACCEPTED : Verdict.ACCEPTED_WITH_ERRORS;
        List<X12Fault> faults = new ArrayList<>(set.faults());
        set.findings().forEach(finding -> faults.add(finding.fault()));
        List<SegmentNote> notes = notes(faults);
        List<String> errors = new ArrayList<>(codes(faults, Level.SET));
        if (!notes.isEmpty() && !errors.contains(X12Error.SET_CONTENT.code())) {
            errors.add(X12Error.SET_CONTENT.code());
        }
        return new SetVerdict(set.set().id(), set.set().control(), verdict, notes, errors);
    }

    /** One note per segment, with its elements' errors below; what is wrong with the set as a whole is no note. */
    private static List<SegmentNote> notes(List<X12Fault> faults) {
        Map<String, SegmentNote> notes = new LinkedHashMap<>();
        for (X12Fault fault : faults) {
            X12Fault.Spot spot = fault.spot();
            boolean ofElement = fault.error().level() == Level.ELEMENT && spot.element() > 0;
            boolean located = ofElement || fault.error().level() == Level.SEGMENT || content(fault);
            if (!located || spot.segment().length() < 2 || spot.position() < 1) {
                continue;
            }
            String code = fault.error().level() == Level.SEGMENT ? fault.error().code() : "8";
            SegmentNote note = notes.computeIfAbsent(
                    spot.segment() + "/" + spot.position() + "/" + code,
                    key -> new SegmentNote(spot.segment(), spot.position(), code, List.of()));
            if (ofElement) {
                List<ElementNote> elements = new ArrayList<>(note.elements());
                elements.add(new ElementNote(
                        spot.element(), spot.dataElement(), fault.error().code()));
                notes.put(
                        spot.segment() + "/" + spot.position() + "/" + code,
                        new SegmentNote(note.segment(), note.position(), code, elements));
            }
        }
        return List.copyOf(notes.values());
    }

    /** A contradiction is noticed at a segment, which is worth naming. */
    private static boolean content(X12Fault fault) {
        return fault.error() == X12Error.SET_CONTENT || fault.error() == X12Error.INVALID_CHARACTER;
    }

    private static List<String> codes(List<X12Fault> faults, Level level) {
        return faults.stream()
                .filter(fault -> fault.error().level() == level)
                .map(fault -> fault.error().code())
                .distinct()
                .toList();
    }
}
