package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.List;

/**
 * What one segment must look like: its elements in order and the notes on which need each other. Immutable.
 *
 * @param elements the rules of its elements, the first for element 1
 * @param notes paired (P), one of them required (R) or conditional (C) elements, as in {@code P0304}
 */
record SegmentRule(List<ElementRule> elements, List<String> notes) {

    SegmentRule {
        elements = List.copyOf(elements);
        notes = List.copyOf(notes);
    }

    /** Takes rules of elements and, told by their form, notes. */
    static SegmentRule of(String... parts) {
        List<ElementRule> elements = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String part : parts) {
            if (part.matches("[PRC][0-9]+")) {
                notes.add(part);
            } else {
                elements.add(ElementRule.of(part));
            }
        }
        return new SegmentRule(elements, notes);
    }

    /** All that is wrong with the elements of {@code segment}. */
    List<Finding.BadElement> faults(X12Segment segment, Delimiters delimiters) {
        List<Finding.BadElement> faults = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            ElementRule rule = elements.get(i);
            int number = i + 1;
            String value = segment.element(number);
            rule.fault(value, delimiters)
                    .ifPresent(code -> faults.add(new Finding.BadElement(number, rule.dataElement(), code, value)));
        }
        for (int number = elements.size() + 1; number <= segment.elements().size(); number++) {
            faults.add(new Finding.BadElement(number, "", ElementRule.TOO_MANY, segment.element(number)));
        }
        for (String note : notes) {
            int missing = missingBy(note, segment);
            if (missing > 0) {
                String dataElement = elements.get(missing - 1).dataElement();
                faults.add(new Finding.BadElement(missing, dataElement, ElementRule.CONDITION_BROKEN, ""));
            }
        }
        return faults;
    }

    /** The number of the element whose absence breaks the note, or 0. */
    private static int missingBy(String note, X12Segment segment) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i + 1 < note.length(); i += 2) {
            numbers.add(Integer.parseInt(note.substring(i, i + 2)));
        }
        List<Integer> absent =
                numbers.stream().filter(n -> segment.element(n).isEmpty()).toList();
        boolean broken = switch (note.charAt(0)) {
            case 'R' -> absent.size() == numbers.size();
            case 'P' -> !absent.isEmpty() && absent.size() < numbers.size();
            default -> !absent.isEmpty() && !absent.contains(numbers.get(0));
        };
        return broken ? absent.get(0) : 0;
    }
}
