package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.List;

/** Groups that went out, and what came back about them. Not thread-safe; the simulator guards it. */
final class SentGroups {
    private final List<SentGroup> groups = new ArrayList<>();
    private final Complaints complaints;

    SentGroups(Complaints complaints) {
        this.complaints = complaints;
    }

    void add(SentGroup group) {
        groups.add(group);
    }

    List<SentGroup> answered() {
        return groups.stream().filter(g -> g.answer() != SentGroup.Answer.NONE).toList();
    }

    List<SentGroup> unanswered() {
        return groups.stream().filter(g -> g.answer() == SentGroup.Answer.NONE).toList();
    }

    /** Takes one 997 that was found to be in order. */
    void take(TransactionSet acknowledgement, String file) {
        List<X12Segment> segments = acknowledgement.segments();
        X12Segment ak1 = segments.get(1);
        X12Segment ak9 = segments.get(segments.size() - 2);
        int index = indexOf(ak1);
        if (index < 0) {
            complain(file, "AK1 names group " + ak1.element(1) + " " + ak1.element(2) + ", which was never sent");
            return;
        }
        SentGroup group = groups.get(index);
        List<String> rejected = new ArrayList<>();
        String set = "";
        for (X12Segment segment : segments) {
            if (segment.is("AK2")) {
                set = segment.element(2);
                if (!isControlOf(set, group)) {
                    complain(file, "AK2 names set " + set + ", which group " + group.control() + " does not hold");
                }
            } else if (segment.is("AK5") && !segment.element(1).matches("[AE]")) {
                rejected.add(set);
            }
        }
        if (!ak9.element(2).equals(Integer.toString(group.sets()))) {
            complain(
                    file,
                    "AK902 counts " + ak9.element(2) + " sets, group " + group.control() + " has " + group.sets());
        }
        groups.set(index, group.answered(answer(ak9.element(1)), rejected));
    }

    private static boolean isControlOf(String set, SentGroup group) {
        return set.matches("[0-9]{4}") && Integer.parseInt(set) >= 1 && Integer.parseInt(set) <= group.sets();
    }

    /** The latest group of that name; after a restart of the counters an old one may bear it too. */
    private int indexOf(X12Segment ak1) {
        for (int i = groups.size() - 1; i >= 0; i--) {
            SentGroup group = groups.get(i);
            if (group.functionalId().equals(ak1.element(1)) && group.control().equals(ak1.element(2))) {
                return i;
            }
        }
        return -1;
    }

    private static SentGroup.Answer answer(String ak901) {
        return switch (ak901) {
            case "A" -> SentGroup.Answer.ACCEPTED;
            case "E" -> SentGroup.Answer.ACCEPTED_WITH_ERRORS;
            case "P" -> SentGroup.Answer.PARTLY_ACCEPTED;
            default -> SentGroup.Answer.REJECTED;
        };
    }

    private void complain(String file, String text) {
        complaints.add(file, Complaint.Kind.BAD_ACKNOWLEDGEMENT, text);
    }
}
