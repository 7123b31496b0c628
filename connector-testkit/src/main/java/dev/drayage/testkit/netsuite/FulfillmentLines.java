package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/**
 * Lines of a fulfilment that was made before and is changed now. Assumed, for want of a vendor's word on it: a line that
 * is no longer received goes away and is open on the order again, and the members of a kit follow their kit.
 */
final class FulfillmentLines {
    private FulfillmentLines() {}

    static void settle(ObjectNode draft, ObjectNode old) {
        Map<String, BigDecimal> before = quantities(old);
        Map<String, BigDecimal> now = new HashMap<>();
        ObjectNode list = Json.object();
        ArrayNode kept = list.putArray("items");
        for (ObjectNode line : Json.rows(draft, "item")) {
            String kit = line.path("kitMemberOf").asText("");
            if (isLeftOut(line) || (!kit.isEmpty() && !now.containsKey(kit))) {
                continue;
            }
            BigDecimal ofKit = before.getOrDefault(kit, BigDecimal.ZERO);
            if (ofKit.signum() != 0 && ofKit.compareTo(now.getOrDefault(kit, ofKit)) != 0) {
                BigDecimal members = before.getOrDefault(line.path("line").asText(), BigDecimal.ZERO);
                line.put(
                        "quantity",
                        members.multiply(now.getOrDefault(kit, ofKit)).divide(ofKit, MathContext.DECIMAL64));
            }
            now.put(line.path("line").asText(), Json.number(line, "quantity"));
            kept.add(line);
        }
        if (kept.isEmpty()) {
            throw Refusal.userError("You must have at least one valid line item for this transaction.");
        }
        draft.set("item", list);
    }

    static Map<String, BigDecimal> quantities(ObjectNode body) {
        Map<String, BigDecimal> byLine = new HashMap<>();
        Json.rows(body, "item").forEach(line -> byLine.put(line.path("line").asText(), Json.number(line, "quantity")));
        return byLine;
    }

    private static boolean isLeftOut(ObjectNode line) {
        boolean unticked = Json.has(line, "itemReceive") && !Json.ticked(line, "itemReceive");
        return unticked || Json.number(line, "quantity").signum() <= 0;
    }
}
