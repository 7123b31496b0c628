package dev.drayage.threepl.internal.x12.read;

import java.util.ArrayList;
import java.util.List;

/** What stands below one LX: a carton, a pallet, or just a counter. Filled while reading; not thread-safe. */
final class AdviceCarton {
    /**
     * A mark or reference.
     *
     * @param qualifier its kind
     * @param value its text
     * @param segment number of the segment among those below this LX that have marks, so that pairs stay together
     */
    record Mark(String qualifier, String value, int segment) {}

    private final List<Mark> marks = new ArrayList<>();
    private final List<Mark> references = new ArrayList<>();
    private final List<AdviceLine> lines = new ArrayList<>();
    private int segments;

    void mark(Segment man) {
        segments++;
        add(marks, man.element(1), man.element(2));
        add(marks, man.element(4), man.element(5));
    }

    void reference(Segment n9) {
        add(references, n9.element(1), n9.element(2));
    }

    void line(AdviceLine line) {
        lines.add(line);
    }

    List<Mark> marks() {
        return marks;
    }

    List<Mark> references() {
        return references;
    }

    List<AdviceLine> lines() {
        return lines;
    }

    private void add(List<Mark> to, String qualifier, String value) {
        if (!qualifier.isEmpty() && !value.isBlank()) {
            to.add(new Mark(qualifier, value.strip(), segments));
        }
    }
}
