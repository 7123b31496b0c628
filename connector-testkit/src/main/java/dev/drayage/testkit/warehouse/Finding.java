package dev.drayage.testkit.warehouse;

import java.util.List;

/**
 * A segment that breaks a rule, as AK3 and AK4 tell it. Immutable.
 *
 * @param segment the segment's id
 * @param position its place in the set, ST being 1
 * @param code what is wrong with it, a code of AK304
 * @param elements what is wrong in it, if {@link #ELEMENTS_IN_ERROR}
 */
record Finding(String segment, int position, String code, List<BadElement> elements) {
    /** AK304: no such segment. */
    static final String UNKNOWN = "1";

    /** AK304: a mandatory segment is missing. */
    static final String MISSING = "3";

    /** AK304: a loop occurs too often. */
    static final String LOOP_TOO_OFTEN = "4";

    /** AK304: a segment occurs too often. */
    static final String TOO_OFTEN = "5";

    /** AK304: the segment does not belong to this set. */
    static final String NOT_IN_SET = "6";

    /** AK304: the segment stands in the wrong place. */
    static final String OUT_OF_ORDER = "7";

    /** AK304: elements of the segment are in error. */
    static final String ELEMENTS_IN_ERROR = "8";

    /**
     * An element that breaks a rule.
     *
     * @param number its place in the segment
     * @param dataElement its number in the dictionary, empty if it has none
     * @param code what is wrong, a code of AK403
     * @param value what stood there
     */
    record BadElement(int number, String dataElement, String code, String value) {}

    Finding {
        elements = List.copyOf(elements);
    }

    static Finding ofElement(X12Segment segment, int position, int number, String dataElement, String code) {
        return new Finding(
                segment.id(),
                position,
                ELEMENTS_IN_ERROR,
                List.of(new BadElement(number, dataElement, code, segment.element(number))));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(segment + " at position " + position + " (AK304=" + code + ")");
        elements.forEach(e -> text.append(", element ")
                .append(e.number())
                .append(" '")
                .append(e.value())
                .append("' (AK403=")
                .append(e.code())
                .append(')'));
        return text.toString();
    }
}
