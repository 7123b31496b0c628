package dev.drayage.testkit.warehouse;

import java.util.List;

/**
 * One interchange from ISA to IEA. Immutable.
 *
 * @param delimiters as its header declares them
 * @param isa the header, blanks and all
 * @param groups the groups in it
 * @param text the characters from ISA to the terminator of IEA, by which a resend is known
 * @param remarks what is untidy but readable
 */
record Interchange(
        Delimiters delimiters, X12Segment isa, List<FunctionalGroup> groups, String text, List<String> remarks) {

    Interchange {
        groups = List.copyOf(groups);
        remarks = List.copyOf(remarks);
    }

    String control() {
        return isa.element(13);
    }

    /** Sender's and receiver's qualifiers and ids with the control number: what must be unique. */
    String key() {
        return isa.element(5) + isa.element(6) + isa.element(7) + isa.element(8) + isa.element(13);
    }
}
