package dev.drayage.threepl.internal.x12;

import java.util.List;

/**
 * What a partner says of the syntax of one group. Accepted does not mean that an order will be shipped.
 *
 * @param functionalId the group's kind, such as OW
 * @param groupControl the group's control number
 * @param verdict what became of the group
 * @param counts sets of the group
 * @param sets what became of its sets; a set that is not named shares the group's fate
 * @param errors what is wrong with the group itself, as X12 codes
 */
public record FunctionalAcknowledgement(
        String functionalId,
        String groupControl,
        Verdict verdict,
        Counts counts,
        List<SetVerdict> sets,
        List<String> errors) {
    /** What became of a group or set. */
    public enum Verdict {
        /** Accepted. */
        ACCEPTED("A"),
        /** Accepted, with errors noted. */
        ACCEPTED_WITH_ERRORS("E"),
        /** Accepted in part; of groups only. */
        PARTLY("P"),
        /** Rejected. */
        REJECTED("R");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        /** The code of AK5-01 and AK9-01. */
        public String code() {
            return code;
        }

        /** Whether at least something was taken. */
        public boolean taken() {
            return this != REJECTED;
        }
    }

    /**
     * Sets of a group.
     *
     * @param included as the group's end counts them
     * @param received as the receiver counts them
     * @param accepted those that were accepted
     */
    public record Counts(int included, int received, int accepted) {}

    /**
     * What became of a set.
     *
     * @param setId its kind
     * @param control its control number
     * @param verdict what became of it
     * @param notes what is wrong with its segments
     * @param errors what is wrong with the set itself, as X12 codes
     */
    public record SetVerdict(
            String setId, String control, Verdict verdict, List<SegmentNote> notes, List<String> errors) {
        public SetVerdict {
            notes = List.copyOf(notes);
            errors = List.copyOf(errors);
        }
    }

    /**
     * What is wrong with a segment.
     *
     * @param segment its id
     * @param position its position in the set, where ST is 1
     * @param code X12 code; 8 if its elements are wrong; empty if not told
     * @param elements what is wrong with its elements
     */
    public record SegmentNote(String segment, int position, String code, List<ElementNote> elements) {
        public SegmentNote {
            elements = List.copyOf(elements);
        }
    }

    /**
     * What is wrong with an element. Its value is left out: it may be a buyer's.
     *
     * @param element its position in the segment
     * @param dataElement its number in the standard; empty if not told
     * @param code X12 code
     */
    public record ElementNote(int element, String dataElement, String code) {}

    public FunctionalAcknowledgement {
        sets = List.copyOf(sets);
        errors = List.copyOf(errors);
    }
}
