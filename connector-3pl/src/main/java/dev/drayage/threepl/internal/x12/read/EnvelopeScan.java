package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.Finding;
import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.X12Error;
import dev.drayage.threepl.internal.x12.X12Fault;
import dev.drayage.threepl.internal.x12.X12Fault.SetName;
import dev.drayage.threepl.internal.x12.read.RawText.Kind;
import dev.drayage.threepl.internal.x12.read.RawText.Raw;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Checks the envelopes of a whole file: who sent it to whom, whether interchanges, groups and sets close with the numbers
 * and counts that they must, and whether the text ends where it should. Counts are the only defence against a segment that
 * was lost or doubled on its way, so nothing about them is forgiven unless the profile says so. One instance per file.
 */
final class EnvelopeScan {
    private final PartnerProfile profile;
    private final HeaderCheck headers;
    private final Outline outline = new Outline();
    private final Set<String> interchangeNumbers = new HashSet<>();

    EnvelopeScan(PartnerProfile profile) {
        this.profile = profile;
        this.headers = new HeaderCheck(profile, outline);
    }

    /** Reads the text to its end. */
    Outline scan(NormalisedText text) throws IOException {
        RawText raw = new RawText(text, profile.limits());
        try {
            Raw header = raw.header();
            if (header.kind() == Kind.END) {
                outline.cut = "the file is empty";
            }
            while (header.kind() == Kind.SEGMENT && outline.cut.isEmpty()) {
                interchange(raw, header);
                if (outline.cut.isEmpty()) {
                    header = raw.header();
                }
            }
            if (header.kind() == Kind.CUT) {
                cut(header);
            }
        } catch (MalformedTextException e) {
            outline.faults.add(e.fault());
        }
        return outline;
    }

    private void interchange(RawText raw, Raw isa) throws IOException, MalformedTextException {
        headers.interchange(isa);
        if (!interchangeNumbers.add(isa.part(13))) {
            throw broken(isa, "the interchange " + isa.part(13) + " stands in the file twice");
        }
        outline.interchanges.add(new InterchangeHeader(
                isa.part(5), isa.part(6).strip(), isa.part(7), isa.part(8).strip(), isa.part(13)));
        int groups = 0;
        Set<String> numbers = new HashSet<>();
        for (Raw next = next(raw); outline.cut.isEmpty(); next = next(raw)) {
            switch (next.part(0)) {
                case "GS" -> {
                    groups++;
                    if (!numbers.add(next.part(1) + "/" + next.part(6))) {
                        throw broken(next, "the group " + next.part(6) + " stands in the interchange twice");
                    }
                    group(raw, next, isa.part(13));
                }
                case "IEA" -> {
                    exact(next, 3);
                    number(next, isa.part(13), next.part(2), X12Error.INTERCHANGE, "interchange");
                    count(next, groups, X12Error.INTERCHANGE, "groups");
                    return;
                }
                default -> throw broken(next, next.part(0) + " does not belong between ISA and IEA");
            }
            if (!outline.cut.isEmpty()) {
                return;
            }
        }
    }

    private void group(RawText raw, Raw gs, String interchange) throws IOException, MalformedTextException {
        Outline.Group group = new Outline.Group(interchange, gs.part(1), gs.part(6));
        outline.groups.add(group);
        exact(gs, 9);
        headers.group(gs, group);
        Set<String> numbers = new HashSet<>();
        for (Raw next = next(raw); outline.cut.isEmpty(); next = next(raw)) {
            switch (next.part(0)) {
                case "ST" -> {
                    set(raw, next, group, numbers);
                    if (!outline.cut.isEmpty()) {
                        return;
                    }
                }
                case "GE" -> {
                    exact(next, 3);
                    int faults = outline.faults.size();
                    number(next, gs.part(6), next.part(2), X12Error.GROUP_CONTROL_NUMBER, "group");
                    count(next, group.sets.size(), X12Error.GROUP_COUNT, "sets");
                    group.included = included(next.part(1), group.sets.size());
                    group.faults.addAll(outline.faults.subList(faults, outline.faults.size()));
                    return;
                }
                default -> throw broken(next, next.part(0) + " does not belong between GS and GE");
            }
        }
    }

    private void set(RawText raw, Raw st, Outline.Group group, Set<String> numbers)
            throws IOException, MalformedTextException {
        SetHeader header = new SetHeader(group.interchange, group.functionalId, group.control, st.part(1), st.part(2));
        Outline.Set set = new Outline.Set(header);
        if (outline.sets.size() >= profile.limits().documents()) {
            throw broken(st, "the file holds more documents than the limit");
        }
        outline.sets.add(set);
        group.sets.add(set);
        set.segments = 1;
        if (!numbers.add(st.part(2))) {
            fault(set, st, X12Error.SET_CONTROL_NUMBER, "the group has another set of this control number");
        }
        if (!TransactionSet.of(st.part(1)).map(TransactionSet::group).equals(Optional.of(group.functionalId))) {
            fault(
                    set,
                    st,
                    X12Error.SET_NOT_SUPPORTED,
                    "set " + st.part(1) + " in a group " + group.functionalId + " is not taken");
        }
        flaw(set, st);
        for (Raw next = next(raw); outline.cut.isEmpty(); next = next(raw)) {
            set.segments++;
            flaw(set, next);
            if (set.segments > profile.limits().segments()) {
                throw broken(next, "the set " + header.name() + " has more segments than the limit");
            }
            switch (next.part(0)) {
                case "SE" -> {
                    close(set, next);
                    return;
                }
                case "ISA", "IEA", "GS", "GE", "ST" ->
                    throw broken(next, next.part(0) + " stands where set " + header.name() + " should end with SE");
                default -> {}
            }
        }
    }

    private void close(Outline.Set set, Raw se) {
        if (se.parts().size() != 3 || !se.part(2).equals(set.header.control())) {
            fault(
                    set,
                    se,
                    X12Error.SET_CONTROL_NUMBER,
                    "the set's end names the control number " + se.part(2) + " instead of " + set.header.control());
        }
        if (!se.part(1).matches("[0-9]{1,10}") || Long.parseLong(se.part(1)) != set.segments) {
            fault(
                    set,
                    se,
                    X12Error.SET_COUNT,
                    "the set's end counts " + se.part(1) + " segments and there are " + set.segments
                            + ": some were lost or doubled");
        }
    }

    private Raw next(RawText raw) throws IOException, MalformedTextException {
        Raw next = raw.segment();
        if (next.kind() != Kind.SEGMENT) {
            cut(next);
        }
        return next;
    }

    private void cut(Raw at) {
        outline.cut = "the text ends at line " + at.line() + ", byte " + at.offset() + ", before the interchange ends";
    }

    private void flaw(Outline.Set set, Raw raw) {
        raw.flaw()
                .ifPresent(flaw -> fault(
                        set,
                        raw,
                        RawText.SEGMENT_ID.matcher(raw.part(0)).matches()
                                ? X12Error.INVALID_CHARACTER
                                : X12Error.UNKNOWN_SEGMENT,
                        flaw));
    }

    private static void fault(Outline.Set set, Raw raw, X12Error error, String message) {
        String id = RawText.SEGMENT_ID.matcher(raw.part(0)).matches() ? raw.part(0) : "";
        set.faults.add(new X12Fault(
                set.header.name(),
                new X12Fault.Spot(id, set.segments, 0, "", raw.line(), raw.offset()),
                error,
                message));
    }

    private void number(Raw trailer, String begun, String ended, X12Error error, String what) {
        if (!begun.equals(ended)) {
            wrong(
                    trailer,
                    2,
                    error,
                    Leniency.CONTROL_NUMBERS,
                    "the " + what + " begins with the control number " + begun + " and ends with " + ended.strip());
        }
    }

    private void count(Raw trailer, int counted, X12Error error, String what) {
        if (included(trailer.part(1), -1) != counted) {
            wrong(
                    trailer,
                    1,
                    error,
                    Leniency.ENVELOPE_COUNTS,
                    trailer.part(0) + " counts " + trailer.part(1) + " " + what + " and there are " + counted);
        }
    }

    private void wrong(Raw at, int element, X12Error error, Leniency leniency, String message) {
        X12Fault fault = new X12Fault(SetName.ENVELOPE, at.spot(0).at(element, ""), error, message);
        if (profile.bears(leniency)) {
            outline.findings.add(new Finding(leniency, fault));
        } else {
            outline.faults.add(fault);
        }
    }

    private static int included(String text, int otherwise) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    private static void exact(Raw raw, int parts) throws MalformedTextException {
        if (raw.parts().size() != parts || raw.flaw().isPresent()) {
            throw broken(raw, raw.part(0) + " must have " + (parts - 1) + " elements and no line breaks");
        }
    }

    private static MalformedTextException broken(Raw at, String message) {
        return new MalformedTextException(new X12Fault(SetName.ENVELOPE, at.spot(0), X12Error.INTERCHANGE, message));
    }
}
