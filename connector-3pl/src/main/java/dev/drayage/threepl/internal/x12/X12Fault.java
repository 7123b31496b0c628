package dev.drayage.threepl.internal.x12;

/**
 * What is wrong with a document, and where. The message may name SKUs, order numbers and quantities; it never holds a
 * buyer's data.
 *
 * @param set which transaction set
 * @param spot where in it
 * @param error what, in the words of acknowledgements
 * @param message what, for people
 */
public record X12Fault(SetName set, Spot spot, X12Error error, String message) {
    /**
     * A transaction set by name.
     *
     * @param id its kind, such as 945; empty for a fault of the envelope
     * @param control its control number; empty for a fault of the envelope
     */
    public record SetName(String id, String control) {
        /** No set: the envelope. */
        public static final SetName ENVELOPE = new SetName("", "");

        @Override
        public String toString() {
            return id.isEmpty() ? "envelope" : id + " " + control;
        }
    }

    /**
     * A place in a file.
     *
     * @param segment the segment's id
     * @param position the segment's position in its set, where ST is 1; of envelope segments, 0
     * @param element the element's position; 0 if the whole segment is meant
     * @param dataElement the data element's number in the standard; empty if not known
     * @param line the line of the file, from 1
     * @param offset the byte of the file at which the segment begins, from 0
     */
    public record Spot(String segment, int position, int element, String dataElement, int line, long offset) {
        /** An element of the segment. */
        public Spot at(int otherElement, String otherDataElement) {
            return new Spot(segment, position, otherElement, otherDataElement, line, offset);
        }

        @Override
        public String toString() {
            return segment
                    + (position > 0 ? " at position " + position : "")
                    + (element > 0 ? ", element " + element : "")
                    + (dataElement.isEmpty() ? "" : " (data element " + dataElement + ")")
                    + ", line " + line + ", byte " + offset;
        }
    }

    /** Set, place and message in one sentence. */
    public String describe() {
        return set + ", " + spot + ": " + message;
    }
}
