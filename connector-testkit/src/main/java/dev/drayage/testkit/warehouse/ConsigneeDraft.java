package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.List;

/** Collects the ship-to party of an order from its segments. Not thread-safe. */
final class ConsigneeDraft {
    private static final String SHIP_TO = "ST";
    private String name = "";
    private String company = "";
    private final List<String> lines = new ArrayList<>();
    private X12Segment n4 = new X12Segment("N4", List.of());
    private String phone = "";
    private String email = "";

    void take(String party, X12Segment segment) {
        if (!party.equals(SHIP_TO)) {
            return;
        }
        switch (segment.id()) {
            case "N1" -> name = segment.element(2).isEmpty() ? segment.element(4) : segment.element(2);
            case "N2" -> company = segment.element(1);
            case "N3" -> lines.addAll(segment.elements());
            case "N4" -> n4 = segment;
            default -> takeContact(segment);
        }
    }

    private void takeContact(X12Segment per) {
        for (int at = 3; at <= 7; at += 2) {
            switch (per.element(at)) {
                case "TE" -> phone = per.element(at + 1);
                case "EM" -> email = per.element(at + 1);
                default -> {}
            }
        }
    }

    boolean named() {
        return !name.isEmpty();
    }

    Consignee made() {
        return new Consignee(
                name, company, lines, n4.element(1), n4.element(2), n4.element(3), n4.element(4), phone, email);
    }
}
