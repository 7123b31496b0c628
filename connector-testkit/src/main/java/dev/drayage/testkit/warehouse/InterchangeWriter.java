package dev.drayage.testkit.warehouse;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes interchanges with this warehouse's identity and its next control numbers. Not thread-safe.
 */
final class InterchangeWriter {

    /** The bodies, without ST and SE, that go out in one group. */
    record GroupToSend(String functionalId, String set, List<List<X12Segment>> bodies) {
        GroupToSend {
            bodies = bodies.stream().map(List::copyOf).toList();
        }
    }

    /** What was written, and the numbers it bears. */
    record Written(String text, String control, List<String> groupControls) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private final Delimiters delimiters;
    private final Partners partners;
    private int lastInterchange;
    private int lastGroup;

    InterchangeWriter(Delimiters delimiters, Partners partners) {
        this.delimiters = delimiters;
        this.partners = partners;
    }

    /** The next numbers follow this one, as after a migration of the warehouse's software. */
    void countFrom(int last) {
        lastInterchange = last;
        lastGroup = last;
    }

    Written write(List<GroupToSend> groups, LocalDateTime now) {
        String control = String.format(Locale.ROOT, "%09d", ++lastInterchange);
        StringBuilder text = new StringBuilder();
        isa(text, control, now);
        List<String> groupControls = new ArrayList<>();
        for (GroupToSend group : groups) {
            String number = Integer.toString(++lastGroup);
            groupControls.add(number);
            append(
                    text,
                    X12Segment.of(
                            "GS",
                            group.functionalId(),
                            partners.warehouseGroupId(),
                            partners.depositorGroupId(),
                            X12Date.date(now.toLocalDate()),
                            X12Date.time(now.toLocalTime()),
                            number,
                            "X",
                            "004010"));
            int sets = 0;
            for (List<X12Segment> body : group.bodies()) {
                String st = String.format(Locale.ROOT, "%04d", ++sets);
                append(text, X12Segment.of("ST", group.set(), st));
                body.forEach(segment -> append(text, segment));
                append(text, X12Segment.of("SE", Integer.toString(body.size() + 2), st));
            }
            append(text, X12Segment.of("GE", Integer.toString(sets), number));
        }
        append(text, X12Segment.of("IEA", Integer.toString(groups.size()), control));
        return new Written(text.toString(), control, List.copyOf(groupControls));
    }

    private void isa(StringBuilder text, String control, LocalDateTime now) {
        char e = delimiters.element();
        text.append("ISA");
        for (String element : List.of(
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                partners.warehouseQualifier(),
                padded(partners.warehouseId()),
                partners.depositorQualifier(),
                padded(partners.depositorId()),
                X12Date.date(now.toLocalDate()).substring(2),
                X12Date.time(now.toLocalTime()),
                "U",
                "00401",
                control,
                "0",
                partners.usage())) {
            text.append(e).append(element);
        }
        text.append(e).append(delimiters.component()).append(delimiters.segment());
        text.append(delimiters.lineEnd().text());
    }

    private static String padded(String id) {
        return String.format(Locale.ROOT, "%-15s", id);
    }

    private void append(StringBuilder text, X12Segment segment) {
        text.append(segment.id());
        for (String element : segment.elements()) {
            text.append(delimiters.element()).append(delimiters.clean(element));
        }
        text.append(delimiters.segment()).append(delimiters.lineEnd().text());
    }
}
