package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.X12Error;
import dev.drayage.threepl.internal.x12.X12Fault.Spot;
import java.util.List;

/**
 * One segment as it stands in the file.
 *
 * @param id its id
 * @param elements its elements, the first one at index 0
 * @param line the line of the file at which it begins, from 1
 * @param offset the byte of the file at which it begins, from 0
 * @param errors what the set's schema says against it, in order
 */
record Segment(String id, List<String> elements, int line, long offset, List<StructureError> errors) {
    /**
     * What the schema says against a segment.
     *
     * @param segment the segment that is wrong or missing
     * @param element the element's position; 0 if the whole segment is meant
     * @param dataElement the data element's number; empty if not known
     * @param error what
     * @param value the element's text, for messages; empty where there is none
     */
    record StructureError(String segment, int element, String dataElement, X12Error error, String value) {
        /** The same with the element's text. */
        StructureError of(String text) {
            return new StructureError(segment, element, dataElement, error, text);
        }
    }

    /** The text of an element, counted from 1; empty if it is absent. */
    String element(int position) {
        return position <= elements.size() ? elements.get(position - 1) : "";
    }

    boolean is(String otherId) {
        return id.equals(otherId);
    }

    /** Where it stands. */
    Spot spot(int position) {
        return new Spot(id, position, 0, "", line, offset);
    }
}
