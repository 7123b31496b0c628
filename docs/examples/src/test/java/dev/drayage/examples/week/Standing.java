package dev.drayage.examples.week;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.shopify.Fulfillment;
import dev.drayage.testkit.shopify.FulfillmentOrder;
import dev.drayage.testkit.shopify.OrderLine;
import dev.drayage.testkit.shopify.OrderRefund;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An order as one side shows it, read from the simulated account alone. Immutable.
 *
 * @param units what is sold of each line of goods, by the shop's number of the line; a line that people of the books added and the
 *     shop does not know yet by {@code +} and its own number; lines of which nothing is sold are left out
 * @param rates at the books, what one unit costs by line
 * @param total what is sold comes to, carriage and taxes included
 * @param ended whether it was called off or closed before anything left
 */
record Standing(Map<String, BigDecimal> units, Map<String, BigDecimal> rates, BigDecimal total, boolean ended) {
    Standing {
        units = Map.copyOf(units);
        rates = Map.copyOf(rates);
    }

    /** At the shop. What was refunded after it left still counts: its refund is booked by itself. */
    static Standing of(ShopOrder order) {
        Map<String, BigDecimal> units = new TreeMap<>();
        for (OrderLine line : order.lines()) {
            int sold = shipped(order, line) + waiting(order, line);
            if (sold > 0) {
                units.put(number(line), BigDecimal.valueOf(sold));
            }
        }
        BigDecimal total = order.totals().currentTotal().shop();
        for (OrderRefund refund : order.refunds()) {
            for (OrderRefund.Line line : refund.lines()) {
                if (line.restockType().equals("RETURN")) {
                    total = total.add(line.subtotal().shop()).add(line.tax().shop());
                }
            }
            for (OrderRefund.Shipping carriage : refund.shipping()) {
                total = total.add(carriage.subtotal().shop()).add(carriage.tax().shop());
            }
        }
        return new Standing(units, Map.of(), total, order.cancelledAt().isPresent());
    }

    /** At the books. A line that was closed counts for what left or was billed. */
    static Standing of(StoredRecord order) {
        Map<String, BigDecimal> units = new TreeMap<>();
        Map<String, BigDecimal> rates = new TreeMap<>();
        BigDecimal total = order.total().orElseThrow();
        boolean ended = true;
        for (JsonNode row : order.body().path("item").path("items")) {
            String tag = row.path("custcol_drayage_line_id").asText("");
            BigDecimal quantity = decimal(row, "quantity", "1");
            BigDecimal done = decimal(row, "quantityFulfilled", "0").max(decimal(row, "quantityBilled", "0"));
            BigDecimal rate = decimal(row, "rate", "0");
            if (row.path("isClosed").asBoolean()) {
                total = total.subtract(decimal(row, "amount", "0")).add(done.multiply(rate));
                quantity = done;
            } else {
                ended = false;
            }
            boolean goods = tag.isEmpty() || tag.matches("[0-9]+");
            if (goods && quantity.signum() > 0) {
                String line = tag.isEmpty() ? "+" + row.path("line").asText() : tag;
                units.merge(line, quantity.stripTrailingZeros(), BigDecimal::add);
                rates.put(line, rate.stripTrailingZeros());
            }
        }
        return new Standing(units, rates, total, ended);
    }

    /** Units of a line that left. */
    static int shipped(ShopOrder order, OrderLine line) {
        int units = 0;
        for (Fulfillment shipment : order.fulfillments()) {
            for (Fulfillment.Line part : shipment.lines()) {
                units += part.line() == line && !shipment.cancelled() ? part.quantity() : 0;
            }
        }
        return units;
    }

    /** Units of a line that wait to be shipped. */
    static int waiting(ShopOrder order, OrderLine line) {
        int units = 0;
        for (FulfillmentOrder part : order.openFulfillmentOrders()) {
            for (FulfillmentOrder.Line each : part.lines()) {
                units += each.line() == line ? each.remaining() : 0;
            }
        }
        return units;
    }

    static String number(OrderLine line) {
        return line.gid().substring(line.gid().lastIndexOf('/') + 1);
    }

    BigDecimal units(String line) {
        return units.getOrDefault(line, BigDecimal.ZERO);
    }

    /** Lines that are not the same here and there. */
    Set<String> differs(Standing other) {
        Set<String> lines = new TreeSet<>(units.keySet());
        lines.addAll(other.units.keySet());
        lines.removeIf(line -> units(line).compareTo(other.units(line)) == 0);
        return lines;
    }

    private static BigDecimal decimal(JsonNode row, String field, String otherwise) {
        return new BigDecimal(row.hasNonNull(field) ? row.path(field).asText() : otherwise);
    }
}
