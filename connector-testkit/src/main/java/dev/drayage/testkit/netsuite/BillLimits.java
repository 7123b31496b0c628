package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** An invoice that is changed bills no more of its order than what was open on it. Guarded by the account's lock. */
final class BillLimits {
    private final Account account;

    BillLimits(Account account) {
        this.account = account;
    }

    /** Refuses lines that have grown by more than the order has left to bill. */
    void check(ObjectNode draft, ObjectNode before) {
        ObjectNode order = account.transaction(Json.refId(draft, "createdFrom"))
                .map(found -> account.store().read(found))
                .orElse(Json.object());
        Map<String, BigDecimal> grown = pieces(draft);
        pieces(before).forEach((line, quantity) -> grown.merge(line, quantity.negate(), BigDecimal::add));
        for (ObjectNode orderLine : Json.rows(order, "item")) {
            BigDecimal more = grown.getOrDefault(orderLine.path("line").asText(), BigDecimal.ZERO);
            BigDecimal open = SaleLines.units(orderLine).subtract(Json.number(orderLine, "quantityBilled"));
            if (more.signum() > 0 && more.compareTo(open) > 0) {
                throw Refusal.userError("The quantity of order line "
                        + orderLine.path("line").asText() + " is more than what remains to be billed.");
            }
        }
    }

    private static Map<String, BigDecimal> pieces(ObjectNode bill) {
        Map<String, BigDecimal> byLine = new HashMap<>();
        for (ObjectNode line : Json.rows(bill, "item")) {
            if (Json.has(line, "orderLine")) {
                byLine.merge(line.path("orderLine").asText(), SaleLines.units(line), BigDecimal::add);
            }
        }
        return byLine;
    }
}
