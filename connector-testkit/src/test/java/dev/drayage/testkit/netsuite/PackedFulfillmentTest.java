package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fulfilments that people pack in the office and a warehouse ships. */
class PackedFulfillmentTest {
    private final TestAccount netSuite = TestAccount.open();
    private final Clerk clerk = netSuite.simulator().clerk();

    @AfterEach
    void close() {
        netSuite.close();
    }

    private String twoLineOrder() {
        return netSuite.created(netSuite.post("salesOrder", """
                {"entity": {"id": "110"}, "location": {"id": "6"}, "item": {"items": [
                   {"item": {"id": "98"}, "quantity": 3}, {"item": {"id": "120"}, "quantity": 2}]}}
                """));
    }

    private String status(String order) {
        return netSuite.simulator().record("salesOrder", order).orElseThrow().status();
    }

    @Test
    void a_packed_fulfilment_is_shipped_with_date_packages_and_shipping_cost() {
        clerk.countStock("98", "6", BigDecimal.TEN, BigDecimal.ZERO);
        String order = netSuite.order("SHOP-1");
        String fulfillment = clerk.pack(order, "{}");
        assertThat(netSuite.rows("SELECT status, BUILTIN.DF(status) AS st FROM transaction WHERE type = 'ItemShip'"))
                .containsExactly("{\"status\":\"B\",\"st\":\"Item Fulfillment : Packed\"}");
        assertThat(status(order)).isEqualTo("B");
        netSuite.clock().advance(Duration.ofDays(1));
        netSuite.created(netSuite.patch("itemFulfillment/" + fulfillment, """
                {"shipStatus": {"id": "C"}, "shippedDate": "2026-06-15", "shippingCost": 7.35,
                 "package": {"items": [{"packageTrackingNumber": "1Z999AA10123456784", "packageWeight": 2.5}]}}
                """));
        JsonNode read = netSuite.get("itemFulfillment/" + fulfillment + "?expandSubResources=true");
        assertThat(read.path("shipStatus").path("refName").asText()).isEqualTo("Shipped");
        assertThat(read.path("shippedDate").asText()).isEqualTo("2026-06-15");
        assertThat(read.path("shippingCost").decimalValue()).isEqualByComparingTo("7.35");
        assertThat(read.path("package").path("items").findValuesAsText("packageTrackingNumber"))
                .containsExactly("1Z999AA10123456784");
        assertThat(status(order)).isEqualTo("F");
        assertThat(netSuite.simulator().onHand("98", "6")).isEqualByComparingTo("8");
    }

    @Test
    void a_line_that_was_packed_and_not_shipped_is_open_again() {
        String order = twoLineOrder();
        String fulfillment = clerk.pack(order, "{}");
        netSuite.created(netSuite.patch("itemFulfillment/" + fulfillment, """
                {"shipStatus": {"id": "C"},
                 "item": {"items": [{"line": 1, "quantity": 2}, {"line": 2, "itemReceive": false}]}}
                """));
        JsonNode lines =
                netSuite.get("itemFulfillment/" + fulfillment + "/item").path("items");
        assertThat(lines.findValuesAsText("itemName")).containsExactly("MUG-BLUE");
        assertThat(status(order)).isEqualTo("E");
        clerk.fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}");
        assertThat(status(order)).isEqualTo("F");
    }

    @Test
    void the_members_of_a_kit_follow_when_fewer_kits_are_shipped() {
        String fulfillment = clerk.pack(twoLineOrder(), "{}");
        clerk.edit("itemFulfillment", fulfillment, "{\"item\": {\"items\": [{\"line\": 2, \"quantity\": 1}]}}");
        assertThat(netSuite.get("itemFulfillment/" + fulfillment + "/item")
                        .path("items")
                        .findValuesAsText("quantity"))
                .containsExactly("3", "1", "1", "1");
    }

    @Test
    void no_more_is_packed_of_a_line_that_was_closed_meanwhile() {
        String order = twoLineOrder();
        String fulfillment = clerk.pack(order, """
                {"item": {"items": [{"orderLine": 1, "quantity": 1}, {"orderLine": 2, "itemReceive": false}]}}
                """);
        clerk.closeLine(order, 1);
        assertThat(netSuite.patch(
                                "itemFulfillment/" + fulfillment,
                                "{\"item\": {\"items\": [{\"line\": 1, \"quantity\": 2}]}}")
                        .statusCode())
                .isEqualTo(400);
        clerk.markShipped(fulfillment);
        assertThat(netSuite.simulator().onHand("98", "6")).isEqualByComparingTo("-1");
    }

    @Test
    void a_fulfilment_cannot_lose_all_its_lines() {
        String fulfillment = clerk.pack(netSuite.order("SHOP-1"), "{}");
        assertThat(TestAccount.refusal(netSuite.patch(
                        "itemFulfillment/" + fulfillment,
                        "{\"item\": {\"items\": [{\"line\": 1, \"itemReceive\": false}]}}")))
                .contains("at least one valid line item");
    }
}
