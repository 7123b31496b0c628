package dev.drayage.threepl.internal.x12.write;

import dev.drayage.threepl.internal.x12.OutputStyle;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.TradingParty;
import dev.drayage.threepl.internal.x12.read.TransactionSet;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The text of one interchange with one group and one set, growing segment by segment; it counts along. Elements must have
 * been brought into form before. Not thread-safe.
 */
final class InterchangeText {
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    /** Dates of documents. */
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final OutputStyle style;
    private final ControlNumbers numbers;
    private final String setControl;
    private final StringBuilder out = new StringBuilder();
    private int segments;

    InterchangeText(PartnerProfile profile, ControlNumbers numbers, Instant at, TransactionSet set) {
        this.style = profile.output();
        this.numbers = numbers;
        this.setControl = String.format(Locale.ROOT, "%04d", numbers.set());
        ZonedDateTime time = at.atZone(profile.zone());
        TradingParty us = profile.us();
        TradingParty warehouse = profile.warehouse();
        add(
                "ISA",
                List.of(
                        "00",
                        " ".repeat(10),
                        "00",
                        " ".repeat(10),
                        us.qualifier(),
                        padded(us.id()),
                        warehouse.qualifier(),
                        padded(warehouse.id()),
                        SHORT_DATE.format(time),
                        TIME.format(time),
                        "U",
                        "00401",
                        control(),
                        style.asksForTa1() ? "1" : "0",
                        profile.test() ? "T" : "P",
                        String.valueOf(style.component())));
        add(
                "GS",
                List.of(
                        set.group(),
                        us.groupId(),
                        warehouse.groupId(),
                        DATE.format(time),
                        TIME.format(time),
                        String.valueOf(numbers.group()),
                        "X",
                        "004010"));
        segment("ST", set.id(), setControl);
    }

    /** Adds a segment of the set; empty elements at its end are left out. */
    void segment(String id, String... elements) {
        int last = elements.length;
        while (last > 0 && elements[last - 1].isEmpty()) {
            last--;
        }
        add(id, List.of(elements).subList(0, last));
        segments++;
    }

    /** The whole text. */
    String close() {
        segment("SE", String.valueOf(segments + 1), setControl);
        add("GE", List.of("1", String.valueOf(numbers.group())));
        add("IEA", List.of("1", control()));
        return out.toString();
    }

    private String control() {
        return String.format(Locale.ROOT, "%09d", numbers.interchange());
    }

    private static String padded(String id) {
        return id + " ".repeat(15 - id.length());
    }

    private void add(String id, List<String> elements) {
        out.append(id);
        elements.forEach(element -> out.append(style.element()).append(element));
        out.append(style.terminator()).append(style.lineEnd().text());
    }
}
