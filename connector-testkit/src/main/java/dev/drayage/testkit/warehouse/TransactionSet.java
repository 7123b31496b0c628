package dev.drayage.testkit.warehouse;

import java.util.List;

/**
 * One document from ST to SE. Immutable.
 *
 * @param segments ST, body and, where it is there, SE
 * @param faults what is wrong with its envelope, in the codes of AK502
 */
record TransactionSet(List<X12Segment> segments, List<String> faults) {
    /** AK502: the trailer is missing. */
    static final String NO_TRAILER = "2";

    /** AK502: control numbers of header and trailer differ. */
    static final String CONTROL_NUMBERS_DIFFER = "3";

    /** AK502: the trailer counts other segments. */
    static final String WRONG_COUNT = "4";

    /** AK502: one or more segments are in error. */
    static final String SEGMENTS_IN_ERROR = "5";

    /** AK502: the control number is used twice. */
    static final String BAD_CONTROL_NUMBER = "7";

    TransactionSet {
        segments = List.copyOf(segments);
        faults = List.copyOf(faults);
    }

    String id() {
        return segments.get(0).element(1);
    }

    String control() {
        return segments.get(0).element(2);
    }
}
