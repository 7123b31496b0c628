package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fulfilment that an order is transformed into. Every open line ships unless the request says
 * {@code itemReceive: false} for it.
 */
final class FulfillmentDraft {
    private static final Set<String> FULFILLABLE = Set.of("B", "D", "E");

    private final Account account;
    private final SaleLines saleLines;

    FulfillmentDraft(Account account, SaleLines saleLines) {
        this.account = account;
        this.saleLines = saleLines;
    }

    /** The target's body before its own rules complete it; {@code sent} is what came with the transform. */
    ObjectNode of(StoredRecord order, ObjectNode sent) {
        if (!FULFILLABLE.contains(order.status())) {
            throw Refusal.userError("You can not initialize itemFulfillment: invalid reference " + order.id() + ".");
        }
        ObjectNode source = account.store().read(order);
        ObjectNode draft = BodyMerge.withoutNulls(sent);
        draft.remove("item");
        draft.set("createdFrom", Json.ref(order.id()));
        for (String field : List.of("entity", "subsidiary", "shipMethod", "shippingAddress")) {
            copy(source, draft, field);
        }
        TransformedFields.copyCustom(source, draft, "custbody");
        draft.set("item", lines(source, sentByOrderLine(source, sent)));
        return draft;
    }

    private ObjectNode lines(ObjectNode order, Map<Long, ObjectNode> sent) {
        ObjectNode list = Json.object();
        ArrayNode rows = list.putArray("items");
        boolean spread = isSpreadOverLocations(order);
        for (ObjectNode orderLine : Json.rows(order, "item")) {
            ObjectNode asked = sent.getOrDefault(orderLine.path("line").asLong(), Json.object());
            BigDecimal open = open(orderLine);
            boolean left = Json.has(asked, "itemReceive") && !Json.ticked(asked, "itemReceive");
            BigDecimal quantity = Json.has(asked, "quantity") ? Json.number(asked, "quantity") : open;
            if (!left && quantity.compareTo(open) > 0) {
                throw Refusal.userError("The quantity " + quantity.toPlainString() + " of order line "
                        + orderLine.path("line").asText() + " is more than the " + open.toPlainString()
                        + " that remain to be fulfilled.");
            }
            if (!left && quantity.signum() > 0) {
                ObjectNode line = line(order, orderLine, asked, quantity, spread);
                rows.add(line.put("line", rows.size() + 1));
                addKitMembers(rows, line);
            }
        }
        if (rows.isEmpty()) {
            throw Refusal.userError("You must have at least one valid line item for this transaction.");
        }
        return list;
    }

    private ObjectNode line(
            ObjectNode order, ObjectNode orderLine, ObjectNode asked, BigDecimal quantity, boolean spread) {
        ObjectNode line = Json.object();
        TransformedFields.copyCustom(orderLine, line, "custcol");
        copy(orderLine, line, "description");
        line.setAll(BodyMerge.withoutNulls(asked));
        line.put("orderLine", orderLine.path("line").asLong());
        line.put("itemReceive", true);
        line.put("quantity", quantity);
        line.set("item", Json.ref(Json.refId(orderLine, "item")));
        line.put("itemName", account.references().displayName("item", Json.refId(orderLine, "item")));
        line.put("itemType", orderLine.path("itemType").asText());
        if (!Json.has(line, "location")) {
            refuseWithoutLocation(order, orderLine, spread);
            copy(Json.has(orderLine, "location") ? orderLine : order, line, "location");
        }
        return line;
    }

    private void refuseWithoutLocation(ObjectNode order, ObjectNode orderLine, boolean spread) {
        boolean known = Json.has(orderLine, "location") || Json.has(order, "location");
        boolean several = account.locations() > 1;
        if (spread || (several && !known)) {
            throw Refusal.userError(
                    "Error while accessing a resource. Please enter value(s) for: Items list: Location.");
        }
    }

    /** Members of a kit are lines of the fulfilment, marked by the line of their kit; the order has only the kit. */
    private void addKitMembers(ArrayNode rows, ObjectNode kitLine) {
        StoredRecord kit =
                account.references().find("item", Json.refId(kitLine, "item")).orElseThrow();
        if (!kit.type().equals("kitItem")) {
            return;
        }
        for (ObjectNode member : Json.rows(account.store().read(kit), "member")) {
            ObjectNode row = rows.addObject();
            row.put("line", rows.size());
            row.put("itemReceive", true);
            row.put("kitMemberOf", kitLine.path("line").asLong());
            row.put("quantity", Json.number(member, "quantity").multiply(Json.number(kitLine, "quantity")));
            row.set("item", Json.ref(Json.refId(member, "item")));
            row.put("itemName", account.references().displayName("item", Json.refId(member, "item")));
            copy(kitLine, row, "location");
        }
    }

    private BigDecimal open(ObjectNode orderLine) {
        if (Json.ticked(orderLine, "isClosed") || !saleLines.ships(orderLine)) {
            return BigDecimal.ZERO;
        }
        return SaleLines.units(orderLine)
                .subtract(Json.number(orderLine, "quantityPicked"))
                .max(BigDecimal.ZERO);
    }

    private static Map<Long, ObjectNode> sentByOrderLine(ObjectNode order, ObjectNode sent) {
        Set<Long> known = new HashSet<>();
        Json.rows(order, "item").forEach(line -> known.add(line.path("line").asLong()));
        Map<Long, ObjectNode> byLine = new HashMap<>();
        int position = 0;
        for (ObjectNode line : Json.rows(sent, "item")) {
            long number = line.path("orderLine").asLong(0);
            String path = "item.items[" + position++ + "].orderLine";
            if (!known.contains(number)) {
                throw Refusal.invalidFieldValue(line.path("orderLine").asText("null"), "orderLine", path);
            }
            byLine.put(number, line);
        }
        return byLine;
    }

    private static boolean isSpreadOverLocations(ObjectNode order) {
        return Json.rows(order, "item").stream()
                        .map(line -> Json.refId(line, "location"))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .count()
                > 1;
    }

    private static void copy(ObjectNode from, ObjectNode to, String field) {
        TransformedFields.copy(from, to, field);
    }
}
