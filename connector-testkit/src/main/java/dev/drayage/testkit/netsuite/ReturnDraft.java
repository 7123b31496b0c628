package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The credit memo that an invoice is transformed into, and the cash refund of a cash sale: everything that was not
 * returned yet, unless the request says less.
 *
 * <p>Assumed, for want of a vendor's word on it: {@code orderLine}, or {@code line} without it, is the line of the
 * source; a line of the source that is not named is returned in full; a line that names an item and no source line is
 * added; shipping and a fixed discount go with the first return unless the request gives its own; a credit memo is applied to its invoice
 * as far as that is open, unless the request has an {@code apply} list.
 */
final class ReturnDraft {
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
            "shippingAddress",
            "billingAddress",
            "discountItem",
            "paymentOption",
            "paymentMethod",
            "taxItem",
            "taxRate",
            "taxDetailsOverride");

    private final Account account;
    private final ReturnLimits limits;
    private final Settlement settlement;

    ReturnDraft(Account account, ReturnLimits limits, Settlement settlement) {
        this.account = account;
        this.limits = limits;
        this.settlement = settlement;
    }

    ObjectNode of(StoredRecord sale, RecordType target, ObjectNode sent) {
        ObjectNode source = account.store().read(sale);
        ObjectNode draft = BodyMerge.withoutNulls(sent);
        draft.remove("item");
        draft.set("createdFrom", Json.ref(sale.id()));
        HEADER.stream()
                .filter(field -> target.field(field).isPresent())
                .forEach(field -> TransformedFields.copy(source, draft, field));
        TransformedFields.copyCustom(source, draft, "custbody");
        if (target.name().equals("cashRefund")
                && Json.has(source, "account")
                && !Json.refId(source, "undepFunds").equals("T")) {
            TransformedFields.copy(source, draft, "account");
        }
        boolean first = limits.isFirst(sale);
        if (first || source.path("discountRate").asText().endsWith("%")) {
            TransformedFields.copy(source, draft, "discountRate");
        }
        if (first) {
            TransformedFields.copy(source, draft, "shippingCost");
            TransformedFields.copy(source, draft, "handlingCost");
        }
        draft.set("item", lines(sale, source, sent));
        TransformedTax.copy(source, draft, first);
        if (target.name().equals("creditMemo") && !sent.has("apply")) {
            applyToSource(sale, draft);
        }
        return draft;
    }

    /** The amount is settled when the total is known: the row stands for as much of it as is open. */
    private void applyToSource(StoredRecord invoice, ObjectNode draft) {
        if (settlement.open(invoice).signum() > 0) {
            ObjectNode row = draft.putObject("apply").putArray("items").addObject();
            row.set("doc", Json.ref(invoice.id()));
            row.put("line", 0).put("apply", true).put(ApplyList.AS_FAR_AS_OPEN, true);
        }
    }

    private ObjectNode lines(StoredRecord sale, ObjectNode source, ObjectNode sent) {
        Map<Long, ObjectNode> asked = new HashMap<>();
        ObjectNode list = Json.object();
        ArrayNode rows = list.putArray("items");
        ArrayNode added = Json.array();
        for (ObjectNode line : Json.rows(sent, "item")) {
            long number = line.path("orderLine").asLong(line.path("line").asLong(0));
            if (number == 0 && Json.has(line, "item")) {
                added.add(BodyMerge.withoutNulls(line));
            } else {
                asked.put(number, line);
            }
        }
        Map<Long, BigDecimal> left = limits.leftByLine(sale);
        for (ObjectNode soldLine : Json.rows(source, "item")) {
            long number = soldLine.path("line").asLong();
            ObjectNode wish = asked.containsKey(number) ? asked.remove(number) : Json.object();
            BigDecimal quantity = Json.has(wish, "quantity")
                    ? Json.number(wish, "quantity")
                    : left.getOrDefault(number, BigDecimal.ZERO);
            if (quantity.signum() > 0) {
                rows.add(line(soldLine, wish, quantity));
            }
        }
        if (!asked.isEmpty()) {
            throw Refusal.invalidFieldValue(asked.keySet().iterator().next().toString(), "orderLine", "item");
        }
        rows.addAll(added);
        return list;
    }

    private static ObjectNode line(ObjectNode soldLine, ObjectNode wish, BigDecimal quantity) {
        ObjectNode line = soldLine.deepCopy();
        line.remove(List.of("lineUniqueKey", "inventoryDetail"));
        if (quantity.compareTo(SaleLines.units(soldLine)) != 0 || wish.has("rate")) {
            line.remove("amount");
        }
        line.setAll(BodyMerge.withoutNulls(wish));
        if (Json.has(soldLine, "quantity")) {
            line.put("quantity", quantity);
        }
        line.put("orderLine", soldLine.path("line").asLong());
        line.remove("line");
        return line;
    }
}
