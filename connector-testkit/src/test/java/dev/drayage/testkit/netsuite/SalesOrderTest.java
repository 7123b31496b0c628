package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.netsuite.JournaledWrite.Operation;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesOrderTest {
    private TestAccount netSuite = TestAccount.open();

    @AfterEach
    void close() {
        netSuite.close();
    }

    @Test
    void a_create_answers_204_and_the_id_is_in_the_location_only() {
        HttpResponse<String> answer = netSuite.post("salesOrder", TestAccount.orderBody("SHOP-SO-1"));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        String id = netSuite.created(answer);
        JsonNode order = netSuite.get("salesOrder/" + id + "?expandSubResources=true");
        assertThat(order.path("tranId").asText()).isEqualTo("SO1001");
        assertThat(order.path("total").decimalValue()).isEqualByComparingTo("79.90");
        assertThat(order.path("orderStatus").path("refName").asText()).isEqualTo("Pending Fulfillment");
        assertThat(order.path("entity").path("refName").asText()).isEqualTo("Glenrock General Hospital");
        assertThat(order.path("item").path("items").path(0).path("line").asInt())
                .isEqualTo(1);
        assertThat(netSuite.simulator().journal().count("salesOrder", Operation.CREATE))
                .isEqualTo(1);
    }

    @Test
    void a_line_without_the_custom_price_level_is_repriced_from_the_item() {
        String id = netSuite.created(netSuite.post("salesOrder", """
                {"entity": {"id": "110"}, "item": {"items": [{"item": {"id": "98"}, "quantity": 2, "rate": 39.95}]}}
                """));
        assertThat(netSuite.simulator().record("salesOrder", id).orElseThrow().total())
                .hasValue(new BigDecimal("90.00"));
    }

    @Test
    void the_total_is_lines_and_shipping_and_header_discount_to_the_cent() {
        String id = netSuite.created(netSuite.post("salesOrder", """
                {"entity": {"id": "110"}, "shipMethod": {"id": "92"}, "shippingCost": 7.95,
                 "discountItem": {"id": "301"}, "discountRate": -5.00,
                 "item": {"items": [
                   {"item": {"id": "98"}, "quantity": 3, "price": {"id": "-1"}, "rate": 13.335},
                   {"item": {"id": "77"}, "quantity": 1, "price": {"id": "-1"}, "rate": 4},
                   {"item": {"id": "301"}, "price": {"id": "-1"}, "rate": "-10%"}]}}
                """));
        // 40.01 + 4.00 - 0.40 + 7.95 - 5.00: the discount line lowers the line above it only
        assertThat(netSuite.simulator().record("salesOrder", id).orElseThrow().total())
                .hasValue(new BigDecimal("46.56"));
    }

    @Test
    void an_order_status_after_pending_fulfillment_cannot_be_set() {
        HttpResponse<String> answer = netSuite.post(
                "salesOrder", TestAccount.orderBody("X").replaceFirst("\\{", "{\"orderStatus\": {\"id\": \"G\"},"));
        assertThat(TestAccount.refusal(answer))
                .startsWith("400 INVALID_CONTENT")
                .contains("orderStatus");
    }

    @Test
    void an_external_id_is_unique_among_all_transactions() {
        String order = netSuite.order("SHOP-1");
        assertThat(TestAccount.refusal(netSuite.post("salesOrder", TestAccount.orderBody("SHOP-1"))))
                .isEqualTo("400 USER_ERROR: Error while accessing a resource. This entity already exists.");
        assertThat(TestAccount.refusal(netSuite.post(
                        "salesOrder/" + order + "/!transform/itemFulfillment", "{\"externalId\": \"SHOP-1\"}")))
                .isEqualTo("400 USER_ERROR: Error while accessing a resource. This entity already exists.");
        assertThat(netSuite.simulator().records("itemFulfillment")).isEmpty();
    }

    @Test
    void a_customer_may_carry_the_external_id_of_an_order() {
        netSuite.order("SHOP-1");
        netSuite.created(netSuite.post(
                "customer",
                "{\"companyName\": \"Acme\", \"subsidiary\": {\"id\": \"1\"}, \"externalId\": \"SHOP-1\"}"));
    }

    @Test
    void an_external_id_with_a_bar_is_refused() {
        assertThat(netSuite.post("salesOrder", TestAccount.orderBody("A|B")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void unknown_properties_are_dropped_silently_unless_validation_is_asked_for() {
        String body = TestAccount.orderBody("S1").replaceFirst("\\{", "{\"custbody_typo\": \"1\",");
        String id = netSuite.created(netSuite.post("salesOrder", body));
        assertThat(netSuite.get("salesOrder/" + id).has("custbody_typo")).isFalse();
        HttpResponse<String> strict = netSuite.send(netSuite.request(TestAccount.RECORD + "salesOrder")
                .header("X-NetSuite-PropertyNameValidation", "error")
                .POST(BodyPublishers.ofString(body))
                .build());
        assertThat(TestAccount.refusal(strict)).startsWith("400").contains("custbody_typo");
    }

    @Test
    void an_unknown_or_inactive_item_is_an_invalid_field_value() {
        HttpResponse<String> unknown =
                netSuite.post("salesOrder", TestAccount.orderBody("S1").replace("\"98\"", "\"9999\""));
        assertThat(TestAccount.refusal(unknown))
                .isEqualTo("400 INVALID_CONTENT: Error while accessing resource: You have entered an Invalid Field"
                        + " Value 9999 for the following field: item");
        netSuite.simulator().clerk().inactivateItem("inventoryItem", "98");
        assertThat(TestAccount.refusal(netSuite.post("salesOrder", TestAccount.orderBody("S2"))))
                .contains("Invalid Field Value 98");
    }

    @Test
    void a_repeated_put_adds_lines_that_carry_no_line_number() {
        String body = TestAccount.orderBody("SHOP-1");
        String id = netSuite.created(netSuite.put("salesOrder/eid:SHOP-1", body));
        assertThat(netSuite.created(netSuite.put("salesOrder/eid:SHOP-1", body)))
                .isEqualTo(id);
        assertThat(netSuite.get("salesOrder/" + id + "/item")
                        .path("totalResults")
                        .asInt())
                .isEqualTo(2);
        assertThat(netSuite.simulator().record("salesOrder", id).orElseThrow().total())
                .hasValue(new BigDecimal("159.80"));
    }

    @Test
    void a_patch_touches_the_keyed_line_only() {
        String id = netSuite.order("SHOP-1");
        netSuite.created(netSuite.patch("salesOrder/eid:SHOP-1", """
                {"memo": "changed", "item": {"items": [{"line": 1, "quantity": 3}]}}
                """));
        JsonNode order = netSuite.get("salesOrder/" + id + "?expandSubResources=true");
        assertThat(order.path("total").decimalValue()).isEqualByComparingTo("119.85");
        assertThat(order.path("item").path("items")).hasSize(1);
        assertThat(order.path("item")
                        .path("items")
                        .path(0)
                        .path("custcol_channel_line_id")
                        .asText())
                .isEqualTo("9001");
    }

    @Test
    void an_absent_transaction_is_a_400_and_an_absent_customer_a_404() {
        HttpResponse<String> order = netSuite.send("GET", TestAccount.RECORD + "salesOrder/424242", "");
        assertThat(TestAccount.refusal(order)).isEqualTo("400 USER_ERROR: Transaction type specified is incorrect.");
        HttpResponse<String> customer = netSuite.send("GET", TestAccount.RECORD + "customer/424242", "");
        assertThat(TestAccount.refusal(customer)).startsWith("404 NONEXISTENT_ID");
    }

    @Test
    void line_numbers_can_have_gaps() {
        netSuite.close();
        netSuite = TestAccount.open(settings -> settings.with(AccountPreference.LINE_NUMBER_GAPS));
        String id = netSuite.created(netSuite.post("salesOrder", """
                {"entity": {"id": "110"}, "item": {"items": [
                   {"item": {"id": "98"}, "quantity": 2}, {"item": {"id": "99"}, "quantity": 1}]}}
                """));
        assertThat(netSuite.get("salesOrder/" + id + "/item").path("items").findValuesAsText("line"))
                .containsExactly("1", "4");
    }

    @Test
    void sublists_and_subrecords_are_links_unless_expanded_and_fields_pick_body_fields() {
        String id = netSuite.order("SHOP-1");
        assertThat(netSuite.get("salesOrder/" + id).path("item").has("items")).isFalse();
        JsonNode picked = netSuite.get("salesOrder/" + id + "?fields=tranId,total");
        assertThat(picked.path("tranId").asText()).isEqualTo("SO1001");
        assertThat(picked.has("entity")).isFalse();
    }

    @Test
    void a_line_break_survives_only_when_escaped_twice() {
        String id = netSuite.created(netSuite.post(
                "salesOrder", TestAccount.orderBody("S").replaceFirst("\\{", "{\"memo\": \"a\\\\nb\\\\\\\\nc\",")));
        assertThat(netSuite.get("salesOrder/" + id).path("memo").asText()).isEqualTo("ab\nc");
    }

    @Test
    void another_currency_must_be_on_the_customer() {
        netSuite.close();
        netSuite = TestAccount.open(settings -> settings.seed(Seed.of("currency", "{\"id\":1,\"name\":\"USD\"}"))
                .seed(Seed.of("currency", "{\"id\":2,\"name\":\"EUR\"}")));
        HttpResponse<String> answer = netSuite.post(
                "salesOrder", TestAccount.orderBody("S").replaceFirst("\\{", "{\"currency\": {\"id\": \"2\"},"));
        assertThat(TestAccount.refusal(answer)).contains("currency");
    }
}
