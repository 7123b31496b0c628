package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders at scale: 20,000 with their fulfilments take about 50 MB; {@code -Ddrayage.scale.orders} sets the number. */
class ScaleTest {
    private static final int ORDERS = Integer.getInteger("drayage.scale.orders", 4_000);

    private static String order(int number) {
        return """
                {"externalId": "SHOPIFY-SO-%1$d", "entity": {"id": "110"}, "otherRefNum": "%1$d",
                 "orderStatus": {"id": "B"}, "memo": "Shopify #%1$d", "email": "buyer%1$d@glenrock.example",
                 "location": {"id": "6"}, "shipMethod": {"id": "92"}, "shippingCost": 7.95,
                 "shippingAddress": {"addressee": "Alan Rath %1$d", "addr1": "%1$d Depot Way", "city": "Fallon",
                   "state": "NV", "zip": "89406", "country": {"id": "US"}, "addrPhone": "555-0100"},
                 "custbody_channel_order_id": "%1$d",
                 "item": {"items": [
                   {"item": {"id": "98"}, "quantity": 2, "price": {"id": "-1"}, "rate": 39.95,
                    "description": "Blue mug", "location": {"id": "6"}, "custcol_channel_line_id": "%1$d1"},
                   {"item": {"id": "99"}, "quantity": 1, "price": {"id": "-1"}, "rate": 12.50,
                    "description": "Red mug", "location": {"id": "6"}, "custcol_channel_line_id": "%1$d2"},
                   {"item": {"id": "77"}, "quantity": 1, "price": {"id": "-1"}, "rate": 4.00,
                    "description": "Gift wrap", "custcol_channel_line_id": "%1$d3"}]}}
                """.formatted(number);
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void an_order_and_its_fulfilment_take_less_than_five_kilobytes_of_heap() {
        try (TestAccount netSuite = TestAccount.open()) {
            Clerk clerk = netSuite.simulator().clerk();
            long before = usedBytes();
            for (int i = 0; i < ORDERS; i++) {
                String id = clerk.enter("salesOrder", order(i));
                clerk.fulfill(
                        id,
                        "{\"externalId\": \"3PL-IF-" + i + "\", \"shipStatus\": {\"id\": \"C\"},"
                                + " \"package\": {\"items\": [{\"packageTrackingNumber\": \"1Z" + i + "\"}]}}");
            }
            long perOrder = (usedBytes() - before) / ORDERS;
            String last = "0";
            int rows = 0;
            List<String> page = List.of("");
            while (!page.isEmpty()) {
                page = netSuite.rows("""
                        SELECT f.id, so.externalid AS so_ext FROM transaction f
                        JOIN transactionline fl ON fl.transaction = f.id AND fl.mainline = 'T'
                        JOIN transaction so ON so.id = fl.createdfrom
                        WHERE f.type = 'ItemShip' AND f.status = 'C' AND f.id > ?
                        ORDER BY f.id FETCH FIRST 1000 ROWS ONLY""", last);
                rows += page.size();
                last = page.isEmpty() ? last : page.get(page.size() - 1).replaceFirst("\\{\"id\":\"(\\d+)\".*", "$1");
            }
            assertThat(rows).isEqualTo(ORDERS);
            assertThat(perOrder).isLessThan(5 * 1024);
        }
    }
}
