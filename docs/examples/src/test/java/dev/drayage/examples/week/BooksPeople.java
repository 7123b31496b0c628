package dev.drayage.examples.week;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.netsuite.Clerk;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People who work with NetSuite, at random. What the account refuses them they leave. Not thread-safe. */
final class BooksPeople {
    private final Clerk clerk;
    private final Watch watch;
    private final Random random;
    private int edits;

    BooksPeople(Clerk clerk, Watch watch, Random random) {
        this.clerk = clerk;
        this.watch = watch;
        this.random = random;
    }

    /** How often quantities or items were changed. */
    int edits() {
        return edits;
    }

    /** Somebody does something to a sales order; nothing if it cannot be done. */
    void work(ShopOrder shopOrder) {
        watch.booked(shopOrder).ifPresent(order -> work(shopOrder, order));
    }

    private void work(ShopOrder shopOrder, StoredRecord order) {
        List<JsonNode> goods = new ArrayList<>();
        for (JsonNode row : order.body().path("item").path("items")) {
            String tag = row.path("custcol_drayage_line_id").asText("");
            if (tag.matches("[0-9]*") && !row.path("isClosed").asBoolean()) {
                goods.add(row);
            }
        }
        if (goods.isEmpty()) {
            return;
        }
        JsonNode row = goods.get(random.nextInt(goods.size()));
        String what;
        try {
            what = work(shopOrder, order, row);
        } catch (RuntimeException e) {
            if (!e.getClass().getPackageName().startsWith("dev.drayage.testkit")) {
                throw e;
            }
            return; // the account's rules hold for people too
        }
        if (!what.isEmpty()) {
            watch.people(false, shopOrder, what);
        }
    }

    private String work(ShopOrder shopOrder, StoredRecord order, JsonNode row) {
        String id = order.id();
        long line = row.path("line").asLong();
        BigDecimal units = row.path("quantity").decimalValue();
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> quantity(id, line, units.add(BigDecimal.valueOf(1 + random.nextInt(3))));
            case 5, 6, 7 -> quantity(id, line, units.subtract(BigDecimal.ONE).max(BigDecimal.ONE));
            case 8, 9 -> add(id);
            case 10 -> closeLine(id, line);
            case 11 -> rate(id, line, row);
            case 12 -> charge(id);
            case 13, 14 -> fulfil(order, line);
            case 15 -> memo(id);
            case 16 -> approve(id);
            case 17 -> random.nextInt(4) == 0 ? closeOrder(id) : again(id, line, units);
            default -> takeBack(shopOrder, id, row);
        };
    }

    private String quantity(String id, long line, BigDecimal units) {
        clerk.changeQuantity(id, line, units);
        edits++;
        return "line " + line + " to " + units.toPlainString();
    }

    private String again(String id, long line, BigDecimal units) {
        return quantity(id, line, units.add(BigDecimal.TEN)) + ", " + quantity(id, line, units.add(BigDecimal.ONE));
    }

    private String add(String id) {
        boolean mug = random.nextBoolean();
        String rate = List.of(mug ? "20.00" : "12.00", mug ? "20.00" : "12.00", "0", "11.11")
                .get(random.nextInt(4));
        clerk.addLine(id, mug ? "98" : "99", BigDecimal.valueOf(1 + random.nextInt(3)), new BigDecimal(rate));
        edits++;
        return "added " + (mug ? "MUG" : "TEE") + " for " + rate;
    }

    private String closeLine(String id, long line) {
        clerk.closeLine(id, line);
        edits++;
        return "line " + line + " closed";
    }

    private String rate(String id, long line, JsonNode row) {
        clerk.changeRate(id, line, row.path("rate").decimalValue().subtract(BigDecimal.ONE));
        return "line " + line + " for one less";
    }

    private String charge(String id) {
        clerk.addLine(id, "79", BigDecimal.ONE, new BigDecimal("4.00"));
        edits++;
        return "added a charge";
    }

    /** What a request does not name is shipped in full, so the other lines are named too. */
    private String fulfil(StoredRecord order, long line) {
        StringBuilder rows = new StringBuilder();
        for (JsonNode row : order.body().path("item").path("items")) {
            boolean taken = row.path("line").asLong() == line;
            rows.append(rows.isEmpty() ? "" : ",")
                    .append("{\"orderLine\":")
                    .append(row.path("line").asLong())
                    .append(",\"itemReceive\":")
                    .append(taken)
                    .append(taken ? ",\"quantity\":1,\"location\":{\"id\":\"6\"}}" : "}");
        }
        clerk.fulfill(
                order.id(),
                "{\"shipStatus\":{\"id\":\"C\"},\"custbody_drayage_carrier\":\"UPS\",\"item\":{\"items\":[" + rows
                        + "]},\"package\":{\"items\":[{\"packageTrackingNumber\":\"1Z" + random.nextInt(1_000_000)
                        + "\",\"packageWeight\":1}]}}");
        return "one of line " + line + " left";
    }

    private String memo(String id) {
        clerk.setOrderField(id, "memo", "\"Gate " + random.nextInt(9) + "\"");
        return "memo";
    }

    private String approve(String id) {
        clerk.approve(id);
        return "approved";
    }

    private String closeOrder(String id) {
        clerk.closeOrder(id);
        edits++;
        return "closed";
    }

    private String takeBack(ShopOrder order, String id, JsonNode row) {
        String tag = row.path("custcol_drayage_line_id").asText("");
        BigDecimal common = watch.common(order, tag).orElse(BigDecimal.ZERO);
        if (tag.isEmpty()
                || common.signum() == 0
                || common.compareTo(row.path("quantity").decimalValue()) == 0) {
            return "";
        }
        return quantity(id, row.path("line").asLong(), common);
    }
}
