package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far an order has come: what was picked, packed, shipped and billed of each line, and the status that follows from
 * it.
 *
 * <p>Assumed, for want of a vendor's word on it: a closed line asks for no more than was shipped of it, so an order of
 * which one line is shipped and the others are closed waits for its bill; an order whose lines are all closed is closed,
 * even when some of it was shipped before; a cancelled order stays cancelled.
 */
final class OrderProgress {
    private final Account account;
    private final SaleLines lines;
    private final OrderCommitment commitment;

    OrderProgress(Account account, SaleLines lines, OrderCommitment commitment) {
        this.account = account;
        this.lines = lines;
        this.commitment = commitment;
    }

    /** Counts the order's documents anew and stores the order with what came out. */
    void refresh(long orderId) {
        RecordType type = account.catalog().get("salesOrder");
        StoredRecord order = account.store().find(type, orderId).orElse(null);
        if (order == null) {
            return;
        }
        ObjectNode body = account.store().read(order).deepCopy();
        Map<String, BigDecimal> picked = new HashMap<>();
        Map<String, BigDecimal> packed = new HashMap<>();
        Map<String, BigDecimal> shipped = new HashMap<>();
        Map<String, BigDecimal> billed = new HashMap<>();
        for (long id : account.store().lookup("transaction", "createdfrom", order.id())) {
            StoredRecord document = account.store().at("transaction", id);
            boolean ships = document != null && document.type().equals("itemFulfillment");
            if (document != null && (ships || isBill(document))) {
                count(document, ships ? picked : billed);
                if (ships && !document.status().equals("A")) {
                    count(document, packed);
                }
                if (ships && document.status().equals("C")) {
                    count(document, shipped);
                }
            }
        }
        for (ObjectNode line : Json.rows(body, "item")) {
            String number = line.path("line").asText();
            line.put("quantityPicked", picked.getOrDefault(number, BigDecimal.ZERO));
            line.put("quantityPacked", packed.getOrDefault(number, BigDecimal.ZERO));
            line.put("quantityFulfilled", shipped.getOrDefault(number, BigDecimal.ZERO));
            line.put("quantityBilled", billed.getOrDefault(number, BigDecimal.ZERO));
        }
        setStatus(body);
        account.refresh(type, orderId, body);
        commitment.refresh(orderId);
    }

    static boolean isBill(StoredRecord document) {
        return document.type().equals("cashSale") || document.type().equals("invoice");
    }

    /** Sets the status from the lines; {@code orderStatus} keeps whether the order is approved. */
    void setStatus(ObjectNode order) {
        String status = status(order);
        order.set("status", Json.ref(status));
        order.set("orderStatus", Json.ref(status));
    }

    private String status(ObjectNode order) {
        if (Json.refId(order, "orderStatus").equals("C")) {
            return "C";
        }
        List<ObjectNode> rows = Json.rows(order, "item");
        if (rows.stream().allMatch(line -> Json.ticked(line, "isClosed"))) {
            return "H";
        }
        boolean untouched = rows.stream()
                .allMatch(line -> Json.number(line, "quantityPicked").signum() == 0
                        && Json.number(line, "quantityBilled").signum() == 0);
        if (untouched && Json.refId(order, "orderStatus").equals("A")) {
            return "A";
        }
        boolean anyShipped = false;
        boolean allShipped = true;
        boolean allBilled = true;
        boolean shippedIsBilled = true;
        for (ObjectNode line : rows) {
            BigDecimal shipped = Json.number(line, "quantityFulfilled");
            BigDecimal billed = Json.number(line, "quantityBilled");
            boolean closed = Json.ticked(line, "isClosed");
            if (lines.ships(line)) {
                anyShipped |= shipped.signum() > 0;
                allShipped &= closed || shipped.compareTo(SaleLines.units(line)) >= 0;
                shippedIsBilled &= billed.compareTo(shipped) >= 0;
                allBilled &= billed.compareTo(closed ? shipped : SaleLines.units(line)) >= 0;
            } else {
                allBilled &= closed || billed.compareTo(SaleLines.units(line)) >= 0;
            }
        }
        if (allShipped) {
            return allBilled ? "G" : "F";
        }
        if (!anyShipped) {
            return "B";
        }
        return shippedIsBilled ? "D" : "E";
    }

    private void count(StoredRecord document, Map<String, BigDecimal> byLine) {
        for (ObjectNode line : Json.rows(account.store().read(document), "item")) {
            if (Json.has(line, "orderLine") && !Json.has(line, "kitMemberOf")) {
                byLine.merge(line.path("orderLine").asText(), SaleLines.units(line), BigDecimal::add);
            }
        }
    }
}
