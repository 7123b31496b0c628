package dev.drayage.threepl.internal.x12.read;

import dev.drayage.threepl.internal.x12.Finding;
import dev.drayage.threepl.internal.x12.X12Fault;
import java.util.ArrayList;
import java.util.List;

/** What the envelopes of a file hold, and what is wrong with them; filled by {@link EnvelopeScan}. Not thread-safe. */
final class Outline {
    /** A functional group. */
    static final class Group {
        final String interchange;
        final String functionalId;
        final String control;
        final List<Set> sets = new ArrayList<>();
        final List<X12Fault> faults = new ArrayList<>();
        int included;

        Group(String interchange, String functionalId, String control) {
            this.interchange = interchange;
            this.functionalId = functionalId;
            this.control = control;
        }
    }

    /** A transaction set. */
    static final class Set {
        final SetHeader header;
        final List<X12Fault> faults = new ArrayList<>();
        int segments;

        Set(SetHeader header) {
            this.header = header;
        }
    }

    final List<InterchangeHeader> interchanges = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();
    final List<Set> sets = new ArrayList<>();

    /** Faults that spoil the file. */
    final List<X12Fault> faults = new ArrayList<>();

    final List<Finding> findings = new ArrayList<>();

    /** Where the text was cut; empty if it was not. */
    String cut = "";
}
