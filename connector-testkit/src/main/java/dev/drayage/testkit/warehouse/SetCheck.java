package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds the segments of one set against the order its grammar asks for. Not thread-safe; one check checks one set. */
final class SetCheck {
    private final List<X12Segment> segments;
    private final Delimiters delimiters;
    private final Set<String> known;
    private final List<Finding> findings = new ArrayList<>();
    private int at;

    private SetCheck(TransactionSet set, SetGrammar grammar, Delimiters delimiters) {
        this.segments = set.segments();
        this.delimiters = delimiters;
        this.known = grammar.ids();
    }

    /** Everything that breaks the rules, in the order of the segments. */
    static List<Finding> findings(TransactionSet set, SetGrammar grammar, Delimiters delimiters) {
        SetCheck check = new SetCheck(set, grammar, delimiters);
        check.walk(grammar.parts(), Set.of());
        check.skipUntil(Set.of());
        return check.findings;
    }

    /** Matches {@code parts} one after the other; {@code after} may follow when they are through. */
    private void walk(List<SetGrammar.Part> parts, Set<String> after) {
        for (int i = 0; i < parts.size(); i++) {
            SetGrammar.Part part = parts.get(i);
            Set<String> expected = new HashSet<>(after);
            parts.subList(i, parts.size()).forEach(p -> expected.add(p.first()));
            skipUntil(expected);
            int count = 0;
            while (at < segments.size() && segments.get(at).is(part.first())) {
                count++;
                if (part instanceof SetGrammar.Loop loop) {
                    if (count > loop.max()) {
                        note(Finding.LOOP_TOO_OFTEN);
                    }
                    walk(loop.parts(), expected);
                } else {
                    take(count > part.max());
                }
                if (count == part.max() && after.contains(part.first())) {
                    // the same segment again opens the next turn of the loop this part opens
                    break;
                }
                skipUntil(expected);
            }
            if (count == 0 && part.mandatory()) {
                findings.add(new Finding(part.first(), at + 1, Finding.MISSING, List.of()));
            }
        }
    }

    private void take(boolean tooOften) {
        X12Segment segment = segments.get(at);
        if (tooOften) {
            note(Finding.TOO_OFTEN);
        }
        List<Finding.BadElement> bad = SegmentDictionary.find(segment.id())
                .map(rule -> rule.faults(segment, delimiters))
                .orElseGet(List::of);
        if (!bad.isEmpty()) {
            findings.add(new Finding(segment.id(), at + 1, Finding.ELEMENTS_IN_ERROR, bad));
        }
        at++;
    }

    /** Passes over what may not stand here. */
    private void skipUntil(Set<String> expected) {
        while (at < segments.size() && !expected.contains(segments.get(at).id())) {
            String id = segments.get(at).id();
            if (known.contains(id)) {
                note(Finding.OUT_OF_ORDER);
            } else {
                note(SegmentDictionary.find(id).isPresent() ? Finding.NOT_IN_SET : Finding.UNKNOWN);
            }
            at++;
        }
    }

    private void note(String code) {
        findings.add(new Finding(segments.get(at).id(), at + 1, code, List.of()));
    }
}
