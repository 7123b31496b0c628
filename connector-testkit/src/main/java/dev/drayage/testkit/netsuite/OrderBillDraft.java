package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cash sale or invoice that an order is transformed into: what was shipped and not billed yet, and the charges. */
final class OrderBillDraft {
    private static final Set<String> BILLABLE = Set.of("B", "D", "E", "F");
    private static final List<String> HEADER = List.of(
            "entity",
            "subsidiary",
            "currency",
            "exchangeRate",
            "location",
            "department",
            "class",
            "otherRefNum",
            "memo",
            "email",
            "shipMethod",
            "shippingAddress",
            "billingAddress",
            "discountItem",
            "paymentOption",
            "paymentMethod",
            "terms",
            "taxItem",
            "taxRate",
            "taxDetailsOverride");

    private final Account account;
    private final SaleLines saleLines;

    OrderBillDraft(Account account, SaleLines saleLines) {
        this.account = account;
        this.saleLines = saleLines;
    }

    /** The bill's body before its own rules complete it; {@code sent} is what came with the transform. */
    ObjectNode of(StoredRecord order, RecordType target, ObjectNode sent) {
        if (!BILLABLE.contains(order.status())) {
            throw Refusal.userError(
                    "You can not initialize " + target.name() + ": invalid reference " + order.id() + ".");
        }
        ObjectNode source = account.store().read(order);
        ObjectNode draft = BodyMerge.withoutNulls(sent);
        draft.remove("item");
        draft.set("createdFrom", Json.ref(order.id()));
        HEADER.stream()
                .filter(field -> target.field(field).isPresent())
                .forEach(field -> TransformedFields.copy(source, draft, field));
        TransformedFields.copyCustom(source, draft, "custbody");
        boolean percent = source.path("discountRate").asText().endsWith("%");
        boolean first = isFirstBill(order);
        if (first || percent) {
            TransformedFields.copy(source, draft, "discountRate");
        }
        if (first) {
            // Shipping, handling and a fixed discount belong to the first bill of an order.
            TransformedFields.copy(source, draft, "shippingCost");
            TransformedFields.copy(source, draft, "handlingCost");
        }
        draft.set("item", lines(source, sent));
        TransformedTax.copy(source, draft, first);
        return draft;
    }

    private ObjectNode lines(ObjectNode order, ObjectNode sent) {
        Map<Long, ObjectNode> asked = new HashMap<>();
        for (ObjectNode line : Json.rows(sent, "item")) {
            asked.put(line.path("orderLine").asLong(line.path("line").asLong(0)), line);
        }
        ObjectNode list = Json.object();
        ArrayNode rows = list.putArray("items");
        for (ObjectNode orderLine : Json.rows(order, "item")) {
            long number = orderLine.path("line").asLong();
            ObjectNode wish = asked.containsKey(number) ? asked.remove(number) : Json.object();
            BigDecimal open = open(orderLine);
            BigDecimal quantity = Json.has(wish, "quantity") ? Json.number(wish, "quantity") : open;
            if (quantity.compareTo(open) > 0) {
                throw Refusal.userError("The quantity " + quantity.toPlainString() + " of order line " + number
                        + " is more than the " + open.toPlainString() + " that remain to be billed.");
            }
            if (quantity.signum() > 0) {
                rows.add(line(orderLine, wish, quantity));
            }
        }
        if (!asked.isEmpty()) {
            throw Refusal.invalidFieldValue(asked.keySet().iterator().next().toString(), "orderLine", "item");
        }
        return list;
    }

    private static ObjectNode line(ObjectNode orderLine, ObjectNode wish, BigDecimal quantity) {
        ObjectNode line = orderLine.deepCopy();
        line.remove(List.of(
                "quantityFulfilled",
                "quantityBilled",
                "quantityPicked",
                "quantityPacked",
                "isClosed",
                "lineUniqueKey"));
        boolean part = quantity.compareTo(SaleLines.units(orderLine)) != 0;
        if (part || wish.has("rate")) {
            line.remove("amount");
        }
        line.setAll(BodyMerge.withoutNulls(wish));
        if (Json.has(orderLine, "quantity")) {
            line.put("quantity", quantity);
        }
        line.put("orderLine", orderLine.path("line").asLong());
        line.remove("line");
        return line;
    }

    private BigDecimal open(ObjectNode orderLine) {
        boolean afterShipping =
                saleLines.ships(orderLine) && !account.settings().has(AccountPreference.BILL_IN_ADVANCE_OF_FULFILLMENT);
        BigDecimal due = afterShipping || Json.ticked(orderLine, "isClosed")
                ? Json.number(orderLine, "quantityFulfilled")
                : SaleLines.units(orderLine);
        return due.subtract(Json.number(orderLine, "quantityBilled")).max(BigDecimal.ZERO);
    }

    private boolean isFirstBill(StoredRecord order) {
        return account.store().lookup("transaction", "createdfrom", order.id()).stream()
                .map(id -> account.store().at("transaction", id))
                .noneMatch(document -> document != null && OrderProgress.isBill(document));
    }
}
