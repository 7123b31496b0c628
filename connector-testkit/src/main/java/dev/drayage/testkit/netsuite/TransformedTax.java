package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Tax details that a transformed document takes over. Assumed, for want of a vendor's word on it: a row goes with the
 * line that refers to it, in proportion to the quantity; rows that no line refers to go with the first document made out
 * of the source.
 */
final class TransformedTax {
    private TransformedTax() {}

    /** Copies the rows for the lines of {@code draft} unless tax details were sent with the transform. */
    static void copy(ObjectNode source, ObjectNode draft, boolean first) {
        if (draft.has("taxDetails") || !Json.has(source, "taxDetails")) {
            return;
        }
        ObjectNode list = Json.object();
        ArrayNode rows = list.putArray("items");
        for (ObjectNode row : Json.rows(source, "taxDetails")) {
            String reference = SaleTax.reference(row);
            List<ObjectNode> sold = referring(source, reference);
            List<ObjectNode> taken = referring(draft, reference);
            if (sold.isEmpty() && first) {
                rows.add(row.deepCopy());
            } else if (!taken.isEmpty()) {
                rows.add(part(row, units(taken), units(sold)));
            }
        }
        draft.set("taxDetails", list);
    }

    private static ObjectNode part(ObjectNode row, BigDecimal taken, BigDecimal sold) {
        ObjectNode part = row.deepCopy();
        if (taken.compareTo(sold) != 0 && sold.signum() != 0) {
            for (String amount : List.of("taxBasis", "taxAmount", "netAmount")) {
                if (Json.has(part, amount)) {
                    part.put(amount, Json.number(part, amount).multiply(taken).divide(sold, 2, RoundingMode.HALF_UP));
                }
            }
        }
        return part;
    }

    private static List<ObjectNode> referring(ObjectNode body, String reference) {
        return Json.rows(body, "item").stream()
                .filter(line -> SaleTax.reference(line).equals(reference))
                .toList();
    }

    private static BigDecimal units(List<ObjectNode> lines) {
        return lines.stream().map(SaleLines::units).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
