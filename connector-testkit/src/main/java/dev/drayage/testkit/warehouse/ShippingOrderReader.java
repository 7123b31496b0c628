package dev.drayage.testkit.warehouse;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a 940 whose segments stand in order, and finds what its order of segments cannot say. Not thread-safe. */
final class ShippingOrderReader {
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> references = new LinkedHashMap<>();
    private final Map<String, String> dates = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<LineDraft> drafts = new ArrayList<>();
    private final ConsigneeDraft consignee = new ConsigneeDraft();
    private final Shelves shelves;
    private X12Segment w05 = new X12Segment("W05", List.of());
    private X12Segment w66 = new X12Segment("W66", List.of());
    private X12Segment w76 = new X12Segment("W76", List.of());
    private String party = "";
    private boolean inDetail;

    ShippingOrderReader(Shelves shelves) {
        this.shelves = shelves;
    }

    /** Reads the set; what is wrong with it is then in {@link #findings()}. */
    Optional<ShippingOrder> read(TransactionSet set, long sequence, String file) {
        for (int i = 0; i < set.segments().size(); i++) {
            take(set.segments().get(i), i + 1);
        }
        ShippingOrder.Purpose purpose = switch (w05.element(1)) {
            case "R" -> ShippingOrder.Purpose.CHANGE;
            case "F" -> ShippingOrder.Purpose.CANCEL;
            default -> ShippingOrder.Purpose.ORIGINAL;
        };
        if (purpose != ShippingOrder.Purpose.CANCEL) {
            checkComplete(set.segments().size());
        }
        List<OrderLine> lines = lines();
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ShippingOrder(
                purpose,
                w05.element(2),
                w05.element(3),
                consignee.made(),
                w66.element(5),
                w66.element(10),
                references,
                dates,
                notes,
                lines,
                sequence,
                file));
    }

    /** What is wrong with the order, for the acknowledgement. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Why the totals do not fit the lines; empty if they do. */
    String wrongTotal() {
        if (w76.element(1).isEmpty() || w05.element(1).equals("F")) {
            return "";
        }
        BigDecimal total = new BigDecimal(w76.element(1));
        BigDecimal sum = drafts.stream()
                .map(draft -> new BigDecimal(draft.w01.element(1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return total.compareTo(sum) == 0 ? "" : "W76-01 is " + total + ", the lines add up to " + sum;
    }

    private void checkComplete(int sePosition) {
        if (!consignee.named()) {
            findings.add(new Finding("N1", 3, Finding.MISSING, List.of()));
        }
        if (drafts.isEmpty()) {
            findings.add(new Finding("LX", sePosition, Finding.MISSING, List.of()));
        }
    }

    private void take(X12Segment segment, int position) {
        switch (segment.id()) {
            case "W05" -> w05 = segment;
            case "W66" -> w66 = segment;
            case "W76" -> w76 = segment;
            case "N1" -> {
                party = inDetail ? "" : segment.element(1);
                consignee.take(party, segment);
            }
            case "N2", "N3", "N4", "PER" -> consignee.take(party, segment);
            case "LX" -> inDetail = true;
            case "W01" -> drafts.add(new LineDraft(segment, position, drafts.size() + 1));
            case "N9" -> takeReference(segment, position);
            case "G62" -> dates.put(segment.element(1), segment.element(2));
            case "NTE" -> {
                if (!inDetail) {
                    notes.add(segment.element(2));
                }
            }
            case "G69" -> last().description = segment.element(1);
            default -> {}
        }
    }

    private LineDraft last() {
        return drafts.get(drafts.size() - 1);
    }

    private void takeReference(X12Segment n9, int position) {
        if (drafts.isEmpty()) {
            references.put(n9.element(1), n9.element(2));
        } else if (n9.element(1).equals("LI")) {
            last().lineId = n9.element(2);
            last().lineIdPosition = position;
            last().n9 = n9;
        } else if (n9.element(1).equals("LT")) {
            last().lot = n9.element(2);
        }
    }

    private List<OrderLine> lines() {
        List<OrderLine> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (LineDraft draft : drafts) {
            if (!ids.add(draft.lineId)) {
                findings.add(Finding.ofElement(draft.n9, draft.lineIdPosition, 2, "127", ElementRule.BAD_CODE));
            }
            String quantity = draft.w01.element(1);
            if (!quantity.matches("[0-9]{1,9}(\\.0+)?")) {
                findings.add(Finding.ofElement(draft.w01, draft.position, 1, "330", ElementRule.BAD_CHARACTER));
                continue;
            }
            int pieces = new BigDecimal(quantity).intValueExact();
            if (pieces == 0) {
                findings.add(Finding.ofElement(draft.w01, draft.position, 1, "330", ElementRule.BAD_CODE));
            }
            String upc = draft.upc();
            String sku = draft.sku().isEmpty() ? shelves.skuOfUpc(upc).orElse("") : draft.sku();
            if (sku.isEmpty()) {
                findings.add(Finding.ofElement(draft.w01, draft.position, 5, "234", ElementRule.CONDITION_BROKEN));
            }
            lines.add(
                    new OrderLine(draft.lineId, sku, upc, draft.description, pieces, draft.w01.element(2), draft.lot));
        }
        return lines;
    }

    /** What is known of a line while its segments are read. */
    private static final class LineDraft {
        private final X12Segment w01;
        private final int position;
        private X12Segment n9 = X12Segment.of("N9", "LI", "");
        private String lineId;
        private int lineIdPosition;
        private String description = "";
        private String lot;

        LineDraft(X12Segment w01, int position, int place) {
            this.w01 = w01;
            this.position = position;
            lineId = Integer.toString(place);
            lineIdPosition = position;
            lot = w01.element(13);
        }

        String sku() {
            for (String qualifier : List.of("SK", "VN")) {
                for (int at = 4; at <= 10; at += 2) {
                    if (w01.element(at).equals(qualifier)) {
                        return w01.element(at + 1);
                    }
                }
            }
            return "";
        }

        String upc() {
            for (int at = 4; at <= 10; at += 2) {
                if (w01.element(at).equals("UP")) {
                    return w01.element(at + 1);
                }
            }
            return w01.element(3);
        }
    }
}
