package dev.drayage.testkit.warehouse;

import java.util.List;

/**
 * One group from GS to GE. Immutable.
 *
 * @param gs the header
 * @param sets the documents in it
 * @param faults what is wrong with its envelope, in the codes of AK905
 */
record FunctionalGroup(X12Segment gs, List<TransactionSet> sets, List<String> faults) {
    /** AK905: this kind of group is not taken. */
    static final String NOT_SUPPORTED = "1";

    /** AK905: this version is not taken. */
    static final String VERSION_NOT_SUPPORTED = "2";

    /** AK905: the trailer is missing. */
    static final String NO_TRAILER = "3";

    /** AK905: control numbers of header and trailer differ. */
    static final String CONTROL_NUMBERS_DIFFER = "4";

    /** AK905: the trailer counts other sets. */
    static final String WRONG_COUNT = "5";

    FunctionalGroup {
        sets = List.copyOf(sets);
        faults = List.copyOf(faults);
    }

    String functionalId() {
        return gs.element(1);
    }

    String control() {
        return gs.element(6);
    }
}
