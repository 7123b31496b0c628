package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.List;

/**
 * What the warehouse answers about a group that it got. Immutable.
 *
 * @param functionalId the group's GS01
 * @param control the group's GS06
 * @param groupFaults codes of AK905; with any, the whole group is refused
 * @param sets the answers about its sets
 */
record GroupAnswer(String functionalId, String control, List<String> groupFaults, List<SetAnswer> sets) {

    /**
     * The answer about one set.
     *
     * @param id the set's ST01
     * @param control the set's ST02
     * @param faults codes of AK502
     * @param findings what is wrong inside
     */
    record SetAnswer(String id, String control, List<String> faults, List<Finding> findings) {
        SetAnswer {
            faults = List.copyOf(faults);
            findings = List.copyOf(findings);
        }

        boolean accepted() {
            return faults.isEmpty() && findings.isEmpty();
        }
    }

    GroupAnswer {
        groupFaults = List.copyOf(groupFaults);
        sets = List.copyOf(sets);
    }

    /** The body of the 997 that says so. */
    List<X12Segment> acknowledgement() {
        List<X12Segment> body = new ArrayList<>();
        body.add(X12Segment.of("AK1", functionalId, control));
        int accepted = 0;
        if (groupFaults.isEmpty()) {
            for (SetAnswer set : sets) {
                accepted += set.accepted() ? 1 : 0;
                append(body, set);
            }
        }
        String verdict = accepted == sets.size() && groupFaults.isEmpty() ? "A" : accepted > 0 ? "P" : "R";
        String count = Integer.toString(sets.size());
        List<String> ak9 = new ArrayList<>(List.of(verdict, count, count, Integer.toString(accepted)));
        groupFaults.stream().limit(5).forEach(ak9::add);
        body.add(new X12Segment("AK9", ak9));
        return body;
    }

    private static void append(List<X12Segment> body, SetAnswer set) {
        body.add(X12Segment.of("AK2", set.id(), set.control()));
        for (Finding finding : set.findings()) {
            body.add(X12Segment.of("AK3", finding.segment(), Integer.toString(finding.position()), "", finding.code()));
            finding.elements().stream().limit(99).forEach(element -> body.add(ak4(element)));
        }
        List<String> codes = new ArrayList<>(set.faults());
        if (!set.findings().isEmpty()) {
            codes.add(TransactionSet.SEGMENTS_IN_ERROR);
        }
        List<String> ak5 = new ArrayList<>(List.of(set.accepted() ? "A" : "R"));
        codes.stream().limit(5).forEach(ak5::add);
        body.add(new X12Segment("AK5", ak5));
    }

    private static X12Segment ak4(Finding.BadElement element) {
        // what delimits our own interchange would be blanked out of the copy; only what is sure to survive is copied
        String value = element.value();
        boolean copies = value.length() <= 99 && value.matches("[A-Za-z0-9 .,/-]*");
        return X12Segment.of(
                "AK4",
                Integer.toString(element.number()),
                element.dataElement(),
                element.code(),
                copies ? value.strip() : "");
    }
}
