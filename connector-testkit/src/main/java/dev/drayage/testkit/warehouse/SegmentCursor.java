package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a file into segments, with the delimiters of the interchange it stands in. Not thread-safe. */
final class SegmentCursor {
    private static final int ISA_LENGTH = 106;
    private static final int[] ISA_WIDTHS = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};
    private final String text;
    private final List<String> remarks = new ArrayList<>();
    private Delimiters delimiters = Delimiters.usual();
    private int at;

    SegmentCursor(String text) {
        this.text = text;
    }

    /** Where the next segment begins; decoration before it is passed over. */
    int position() {
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            at++;
        }
        return at;
    }

    boolean atEnd() {
        return position() >= text.length();
    }

    String textFrom(int start) {
        return text.substring(start, at);
    }

    Delimiters delimiters() {
        return delimiters;
    }

    /** What was untidy since the last call. */
    List<String> takeRemarks() {
        List<String> taken = List.copyOf(remarks);
        remarks.clear();
        return taken;
    }

    /** Reads the fixed-width header and takes the delimiters from its places. */
    X12Segment isa() throws BadInterchange {
        int start = position();
        if (!text.startsWith("ISA", start)) {
            throw new BadInterchange("an interchange must begin with ISA at character " + (start + 1));
        }
        if (text.length() < start + ISA_LENGTH) {
            throw new BadInterchange("ISA is shorter than 106 characters");
        }
        char element = text.charAt(start + 3);
        char component = text.charAt(start + 104);
        char terminator = text.charAt(start + 105);
        try {
            delimiters = new Delimiters(element, component, terminator, Delimiters.LineEnd.NONE);
        } catch (IllegalArgumentException e) {
            throw new BadInterchange("ISA is not 106 characters wide: " + e.getMessage());
        }
        List<String> elements = new ArrayList<>();
        int from = start + 3;
        for (int width : ISA_WIDTHS) {
            if (text.charAt(from) != element) {
                throw new BadInterchange("ISA" + (elements.size() + 1) + " does not begin where it must");
            }
            elements.add(text.substring(from + 1, from + 1 + width));
            from += 1 + width;
        }
        for (int i = 0; i < 15; i++) {
            if (elements.get(i).indexOf(element) >= 0 || elements.get(i).indexOf(terminator) >= 0) {
                throw new BadInterchange("ISA" + (i + 1) + " holds a delimiter; ISA elements are blank-padded");
            }
        }
        at = start + ISA_LENGTH;
        return new X12Segment("ISA", elements);
    }

    /** Reads the next segment. */
    X12Segment next() throws BadInterchange {
        int start = position();
        int end = text.indexOf(delimiters.segment(), start);
        if (end < 0) {
            throw new BadInterchange(
                    start >= text.length() ? "the file ends before IEA" : "the last segment has no terminator");
        }
        at = end + 1;
        String raw = text.substring(start, end);
        List<String> parts = cut(raw, delimiters.element());
        String id = parts.get(0);
        if (!id.matches("[A-Z][A-Z0-9]{1,2}")) {
            throw new BadInterchange("'" + id + "' is no segment id (character " + (start + 1) + ")");
        }
        if (parts.size() == 1) {
            throw new BadInterchange("segment " + id + " has no elements (character " + (start + 1) + ")");
        }
        if (parts.get(parts.size() - 1).isEmpty()) {
            remarks.add(id + " ends with an empty element: '" + raw + "'");
        }
        return new X12Segment(id, parts.subList(1, parts.size()));
    }

    private static List<String> cut(String raw, char at) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int hit = raw.indexOf(at); hit >= 0; hit = raw.indexOf(at, from)) {
            parts.add(raw.substring(from, hit));
            from = hit + 1;
        }
        parts.add(raw.substring(from));
        return parts;
    }
}
