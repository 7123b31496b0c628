package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.List;

/** One segment: its id and its elements, of which the first has number 1. Immutable. */
record X12Segment(String id, List<String> elements) {

    X12Segment {
        elements = List.copyOf(elements);
    }

    /** A segment to be written: elements that are empty at the end are left off, as the standard asks. */
    static X12Segment of(String id, String... elements) {
        List<String> all = new ArrayList<>(List.of(elements));
        while (!all.isEmpty() && all.get(all.size() - 1).isEmpty()) {
            all.remove(all.size() - 1);
        }
        return new X12Segment(id, all);
    }

    /** Element {@code number}, counted from 1; empty if it is not there. */
    String element(int number) {
        return number <= elements.size() ? elements.get(number - 1) : "";
    }

    boolean is(String other) {
        return id.equals(other);
    }
}
