package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders at locations, and what becomes of them when lines are closed, moved and fulfilled. */
class OrderLinesTest {
    private final TestAccount netSuite = TestAccount.open(settings -> settings.seed(Seed.location(7, "Fallon")));

    @AfterEach
    void close() {
        netSuite.close();
    }

    private String order() {
        return netSuite.created(netSuite.post("salesOrder", """
                {"externalId": "SHOP-SO-1", "entity": {"id": "110"}, "otherRefNum": "1001", "memo": "Shopify #1001",
                 "email": "alan@glenrock.example", "location": {"id": "6"}, "shipMethod": {"id": "92"},
                 "shippingAddress": {"addressee": "Alan Rath", "addr1": "1 Depot Way", "city": "Fallon",
                                     "state": "NV", "zip": "89406", "country": {"id": "US"}},
                 "item": {"items": [
                   {"item": {"id": "98"}, "quantity": 3, "price": {"id": "-1"}, "rate": 10.00,
                    "location": {"id": "6"}, "description": "Blue mug", "custcol_channel_line_id": "9001"},
                   {"item": {"id": "99"}, "quantity": 1, "price": {"id": "-1"}, "rate": 5.00,
                    "location": {"id": "7"}}]}}
                """));
    }

    private HttpResponse<String> fulfill(String order, String lines) {
        return netSuite.post(
                "salesOrder/" + order + "/!transform/itemFulfillment",
                "{\"shipStatus\": {\"id\": \"C\"}, \"item\": {\"items\": [" + lines + "]}}");
    }

    private String status(String order) {
        return netSuite.simulator().record("salesOrder", order).orElseThrow().status();
    }

    private void closeByRequest(String order, int line) {
        netSuite.created(netSuite.patch(
                "salesOrder/" + order, "{\"item\": {\"items\": [{\"line\": " + line + ", \"isClosed\": true}]}}"));
    }

    @Test
    void an_order_is_read_back_with_its_locations_address_and_lines() {
        JsonNode read = netSuite.get("salesOrder/" + order() + "?expandSubResources=true");
        assertThat(read.path("location").path("refName").asText()).isEqualTo("Reno");
        assertThat(read.path("shipMethod").path("refName").asText()).isEqualTo("UPS Ground");
        assertThat(read.path("shippingAddress").path("addr1").asText()).isEqualTo("1 Depot Way");
        assertThat(read.path("memo").asText()).isEqualTo("Shopify #1001");
        assertThat(read.path("otherRefNum").asText()).isEqualTo("1001");
        assertThat(read.path("email").asText()).isEqualTo("alan@glenrock.example");
        JsonNode line = read.path("item").path("items").path(0);
        assertThat(line.path("quantity").decimalValue()).isEqualByComparingTo("3");
        assertThat(line.path("location").path("id").asText()).isEqualTo("6");
        assertThat(line.path("description").asText()).isEqualTo("Blue mug");
        assertThat(line.path("custcol_channel_line_id").asText()).isEqualTo("9001");
    }

    @Test
    void lines_show_their_location_and_how_far_they_have_come() {
        String order = order();
        netSuite.simulator().clerk().pack(order, """
                {"item": {"items": [{"orderLine": 1, "quantity": 2, "location": {"id": "6"}},
                                    {"orderLine": 2, "itemReceive": false}]}}
                """);
        netSuite.created(fulfill(
                order,
                "{\"orderLine\": 1, \"quantity\": 1, \"location\": {\"id\": \"6\"}},"
                        + " {\"orderLine\": 2, \"itemReceive\": false}"));
        netSuite.simulator().clerk().closeLine(order, 2);
        assertThat(netSuite.rows("""
                        SELECT tl.id, tl.location, BUILTIN.DF(tl.location) AS place, tl.quantity, tl.isclosed,
                               tl.quantitypicked, tl.quantitypacked, tl.quantityshiprecv
                        FROM transactionline tl JOIN transaction t ON t.id = tl.transaction
                        WHERE t.type = 'SalesOrd' AND tl.mainline = 'F' ORDER BY tl.id"""))
                .containsExactly(
                        "{\"id\":\"1\",\"location\":\"6\",\"place\":\"Reno\",\"quantity\":\"-3\",\"isclosed\":\"F\","
                                + "\"quantitypicked\":\"3\",\"quantitypacked\":\"3\",\"quantityshiprecv\":\"1\"}",
                        "{\"id\":\"2\",\"location\":\"7\",\"place\":\"Fallon\",\"quantity\":\"-1\",\"isclosed\":\"T\","
                                + "\"quantitypicked\":\"0\",\"quantitypacked\":\"0\",\"quantityshiprecv\":\"0\"}");
    }

    @Test
    void closing_one_line_keeps_the_others_and_shows_as_a_change_of_the_order() {
        String order = order();
        netSuite.clock().advance(Duration.ofMinutes(5));
        closeByRequest(order, 2);
        JsonNode lines = netSuite.get("salesOrder/" + order + "/item").path("items");
        assertThat(lines).hasSize(2);
        assertThat(lines.path(0).path("isClosed").asBoolean()).isFalse();
        assertThat(lines.path(0).path("description").asText()).isEqualTo("Blue mug");
        assertThat(lines.path(1).path("isClosed").asBoolean()).isTrue();
        assertThat(status(order)).isEqualTo("B");
        assertThat(netSuite.rows("SELECT TO_CHAR(SYS_EXTRACT_UTC(lastmodifieddate), 'HH24:MI') AS at FROM transaction"))
                .containsExactly("{\"at\":\"16:05\"}");
    }

    @Test
    void a_closed_line_cannot_be_fulfilled_and_the_order_is_closed_with_its_last_line() {
        String order = order();
        closeByRequest(order, 2);
        assertThat(fulfill(order, "{\"orderLine\": 2, \"quantity\": 1, \"location\": {\"id\": \"7\"}}")
                        .statusCode())
                .isEqualTo(400);
        closeByRequest(order, 1);
        assertThat(status(order)).isEqualTo("H");
    }

    @Test
    void an_order_shipped_in_part_waits_for_its_bill_once_the_rest_is_closed() {
        String order = order();
        netSuite.created(fulfill(
                order,
                "{\"orderLine\": 1, \"location\": {\"id\": \"6\"}}, {\"orderLine\": 2, \"itemReceive\": false}"));
        assertThat(status(order)).isEqualTo("E");
        closeByRequest(order, 2);
        assertThat(status(order)).isEqualTo("F");
        netSuite.simulator().clerk().bill(order, "{}");
        assertThat(status(order)).isEqualTo("G");
    }

    @Test
    void people_change_quantities_and_move_lines_to_another_location() {
        String order = order();
        netSuite.simulator().clerk().changeQuantity(order, 1, new BigDecimal("5"));
        netSuite.simulator().clerk().moveLine(order, 1, "7");
        JsonNode line =
                netSuite.get("salesOrder/" + order + "/item").path("items").path(0);
        assertThat(line.path("quantity").decimalValue()).isEqualByComparingTo("5");
        assertThat(line.path("location").path("refName").asText()).isEqualTo("Fallon");
    }

    @Test
    void a_cancelled_order_stays_cancelled_and_cannot_be_fulfilled() {
        String order = order();
        netSuite.simulator().clerk().cancelOrder(order);
        assertThat(status(order)).isEqualTo("C");
        netSuite.simulator().clerk().approve(order);
        assertThat(status(order)).isEqualTo("C");
        assertThat(fulfill(order, "{\"orderLine\": 1, \"location\": {\"id\": \"6\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_order_with_a_shipment_cannot_be_cancelled() {
        String order = order();
        netSuite.created(fulfill(
                order,
                "{\"orderLine\": 1, \"location\": {\"id\": \"6\"}}, {\"orderLine\": 2, \"itemReceive\": false}"));
        assertThatThrownBy(() -> netSuite.simulator().clerk().cancelOrder(order))
                .hasMessageContaining("cannot be cancelled");
    }
}
