package dev.drayage.testkit.warehouse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads interchanges and holds their envelopes to the rules: fixed-width ISA, control numbers, counts. What breaks the
 * interchange itself refuses the whole file; what breaks a group or a set is noted there, for the acknowledgement.
 * Not thread-safe; one reader reads one file.
 */
final class InterchangeReader {
    private final SegmentCursor cursor;

    private InterchangeReader(SegmentCursor cursor) {
        this.cursor = cursor;
    }

    /** All interchanges of a file. */
    static List<Interchange> read(byte[] file) throws BadInterchange {
        SegmentCursor cursor = new SegmentCursor(new String(file, StandardCharsets.ISO_8859_1));
        InterchangeReader reader = new InterchangeReader(cursor);
        List<Interchange> all = new ArrayList<>();
        do {
            all.add(reader.interchange());
        } while (!cursor.atEnd());
        return all;
    }

    private Interchange interchange() throws BadInterchange {
        int start = cursor.position();
        X12Segment isa = cursor.isa();
        checkIsa(isa);
        List<FunctionalGroup> groups = new ArrayList<>();
        X12Segment next = cursor.next();
        while (next.is("GS")) {
            Sequel<FunctionalGroup> group = group(next);
            groups.add(group.read());
            next = group.next();
        }
        if (!next.is("IEA")) {
            throw new BadInterchange(next.id() + " stands outside of a group");
        }
        if (!next.element(1).equals(Integer.toString(groups.size()))) {
            throw new BadInterchange("IEA01 counts " + next.element(1) + " groups, there are " + groups.size());
        }
        if (!next.element(2).equals(isa.element(13))) {
            throw new BadInterchange("IEA02 is " + next.element(2) + ", ISA13 is " + isa.element(13));
        }
        if (groups.isEmpty()) {
            throw new BadInterchange("the interchange is empty");
        }
        return new Interchange(cursor.delimiters(), isa, groups, cursor.textFrom(start), cursor.takeRemarks());
    }

    private static void checkIsa(X12Segment isa) throws BadInterchange {
        require(isa.element(1).matches("0[0-6]"), "ISA01 is no authorization qualifier", isa.element(1));
        require(isa.element(3).matches("0[01]"), "ISA03 is no security qualifier", isa.element(3));
        require(X12Date.isDate("20" + isa.element(9)), "ISA09 is no date", isa.element(9));
        require(X12Date.isTime(isa.element(10)), "ISA10 is no time", isa.element(10));
        require(isa.element(11).equals("U"), "ISA11 must be U before version 00403", isa.element(11));
        require(isa.element(12).equals("00401"), "ISA12 must be 00401", isa.element(12));
        require(isa.element(13).matches("[0-9]{9}"), "ISA13 must be nine digits", isa.element(13));
        require(isa.element(14).matches("[01]"), "ISA14 must be 0 or 1", isa.element(14));
        require(isa.element(15).matches("[PT]"), "ISA15 must be P or T", isa.element(15));
    }

    private static void require(boolean holds, String rule, String found) throws BadInterchange {
        if (!holds) {
            throw new BadInterchange(rule + ": '" + found + "'");
        }
    }

    private Sequel<FunctionalGroup> group(X12Segment gs) throws BadInterchange {
        List<TransactionSet> sets = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Set<String> controls = new HashSet<>();
        // an acknowledgement names the group by these, so it cannot be written if they are malformed
        require(gs.element(1).matches("[A-Z]{2}"), "GS01 is no functional id", gs.element(1));
        require(gs.element(6).matches("[0-9]{1,9}"), "GS06 is no control number", gs.element(6));
        if (!gs.element(7).equals("X") || !gs.element(8).equals("004010")) {
            faults.add(FunctionalGroup.VERSION_NOT_SUPPORTED);
        }
        X12Segment next = cursor.next();
        while (next.is("ST")) {
            Sequel<TransactionSet> set = set(next, controls);
            sets.add(set.read());
            next = set.next();
        }
        if (next.is("GS") || next.is("IEA")) {
            faults.add(FunctionalGroup.NO_TRAILER);
            return new Sequel<>(new FunctionalGroup(gs, sets, faults), next);
        }
        if (!next.is("GE")) {
            throw new BadInterchange(next.id() + " stands outside of a transaction set");
        }
        if (!next.element(1).equals(Integer.toString(sets.size())) || sets.isEmpty()) {
            faults.add(FunctionalGroup.WRONG_COUNT);
        }
        if (!next.element(2).equals(gs.element(6))) {
            faults.add(FunctionalGroup.CONTROL_NUMBERS_DIFFER);
        }
        return new Sequel<>(new FunctionalGroup(gs, sets, faults), cursor.next());
    }

    private Sequel<TransactionSet> set(X12Segment st, Set<String> controls) throws BadInterchange {
        List<X12Segment> segments = new ArrayList<>(List.of(st));
        List<String> faults = new ArrayList<>();
        require(st.element(1).matches("[0-9]{3}"), "ST01 names no set", st.element(1));
        require(st.element(2).matches("[A-Za-z0-9]{4,9}"), "ST02 is no control number", st.element(2));
        if (!controls.add(st.element(2))) {
            faults.add(TransactionSet.BAD_CONTROL_NUMBER);
        }
        X12Segment next = cursor.next();
        while (!next.is("SE")) {
            if (next.is("ST") || next.is("GE") || next.is("IEA") || next.is("GS")) {
                faults.add(TransactionSet.NO_TRAILER);
                return new Sequel<>(new TransactionSet(segments, faults), next);
            }
            segments.add(next);
            next = cursor.next();
        }
        segments.add(next);
        if (!next.element(1).equals(Integer.toString(segments.size()))) {
            faults.add(TransactionSet.WRONG_COUNT);
        }
        if (!next.element(2).equals(st.element(2))) {
            faults.add(TransactionSet.CONTROL_NUMBERS_DIFFER);
        }
        return new Sequel<>(new TransactionSet(segments, faults), cursor.next());
    }

    /** What was read, and the segment that follows it. */
    private record Sequel<T>(T read, X12Segment next) {}
}
