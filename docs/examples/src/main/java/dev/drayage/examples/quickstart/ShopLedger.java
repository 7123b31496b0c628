package dev.drayage.examples.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What NetSuite's books say of one order of a shop, read from the records themselves. Amounts are in the order's currency. */
final class ShopLedger {
    private final NetSuiteSimulator netsuite;
    private final StoredRecord order;

    ShopLedger(NetSuiteSimulator netsuite, StoredRecord order) {
        this.netsuite = netsuite;
        this.order = order;
    }

    /** Sales orders and cash sales of the shop by Shopify's number of the order. */
    static Map<String, List<StoredRecord>> sales(NetSuiteSimulator netsuite) {
        Map<String, List<StoredRecord>> sales = new TreeMap<>();
        for (String type : List.of("salesOrder", "cashSale")) {
            for (StoredRecord record : netsuite.records(type)) {
                JsonNode body = record.body();
                if (body.path("custbody_drayage_channel").asText().startsWith(SimulatedShop.CHANNEL)) {
                    sales.computeIfAbsent(body.path("custbody_drayage_order_id").asText(), id -> new ArrayList<>())
                            .add(record);
                }
            }
        }
        return sales;
    }

    /**
     * What the order is worth now: its total, less its closed lines, which NetSuite still counts, less what was credited to its
     * buyer.
     */
    BigDecimal worth() {
        BigDecimal closed = BigDecimal.ZERO;
        for (JsonNode line : lines(order)) {
            closed = line.path("isClosed").asBoolean() ? closed.add(number(line, "amount")) : closed;
        }
        return total(order).subtract(closed).subtract(sum("creditMemo"));
    }

    /** Deposits that were taken for the order, and payments of its invoices. */
    BigDecimal received() {
        BigDecimal sum = BigDecimal.ZERO;
        for (StoredRecord deposit : netsuite.records("customerDeposit")) {
            if (deposit.body().path("salesOrder").path("id").asText().equals(order.id())) {
                sum = sum.add(total(deposit));
            }
        }
        Set<String> invoices = new HashSet<>();
        made("invoice").forEach(invoice -> invoices.add(invoice.id()));
        for (StoredRecord payment : netsuite.records("customerPayment")) {
            for (JsonNode applied : payment.body().path("apply").path("items")) {
                if (invoices.contains(applied.path("doc").path("id").asText())) {
                    sum = sum.add(number(applied, "amount"));
                }
            }
        }
        return sum;
    }

    /** Money that went back. */
    BigDecimal refunded() {
        return sum("customerRefund");
    }

    /** Units of a line that were sold and not closed. */
    BigDecimal units(String lineId) {
        BigDecimal units = BigDecimal.ZERO;
        for (JsonNode line : lines(order)) {
            if (line.path("custcol_drayage_line_id").asText().equals(lineId)
                    && !line.path("isClosed").asBoolean()) {
                units = units.add(number(line, "quantity"));
            }
        }
        return units;
    }

    /** Units that left, by tracking number and line. */
    Map<String, Integer> parcels() {
        Map<String, String> lineIds = new LinkedHashMap<>();
        lines(order)
                .forEach(line -> lineIds.put(
                        line.path("line").asText(),
                        line.path("custcol_drayage_line_id").asText()));
        Map<String, Integer> parcels = new TreeMap<>();
        for (StoredRecord fulfillment : made("itemFulfillment")) {
            List<String> tracking = new ArrayList<>();
            fulfillment
                    .body()
                    .path("package")
                    .path("items")
                    .forEach(parcel ->
                            tracking.add(parcel.path("packageTrackingNumber").asText()));
            for (JsonNode line : lines(fulfillment)) {
                parcels.merge(
                        tracking + " " + lineIds.get(line.path("orderLine").asText()),
                        number(line, "quantity").intValueExact(),
                        Integer::sum);
            }
        }
        return parcels;
    }

    private List<StoredRecord> made(String type) {
        return netsuite.records(type).stream()
                .filter(record ->
                        record.createdFrom().filter(order.id()::equals).isPresent())
                .toList();
    }

    private BigDecimal sum(String type) {
        String id = order.body().path("custbody_drayage_order_id").asText();
        return netsuite.records(type).stream()
                .filter(record ->
                        record.body().path("custbody_drayage_order_id").asText().equals(id))
                .map(this::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal total(StoredRecord record) {
        return netsuite.books().transaction(record.id()).orElseThrow().total();
    }

    private static JsonNode lines(StoredRecord record) {
        return record.body().path("item").path("items");
    }

    private static BigDecimal number(JsonNode row, String field) {
        return new BigDecimal(row.path(field).asText("0"));
    }
}
