package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FulfillmentTest {
    private TestAccount netSuite = TestAccount.open();

    @AfterEach
    void close() {
        netSuite.close();
    }

    private String twoLineOrder() {
        return netSuite.created(netSuite.post("salesOrder", """
                {"externalId": "SHOP-SO-1", "entity": {"id": "110"}, "location": {"id": "6"}, "shippingCost": 7.95,
                 "custbody_channel_order_id": "5552001",
                 "item": {"items": [
                   {"item": {"id": "98"}, "quantity": 3, "price": {"id": "-1"}, "rate": 10.00},
                   {"item": {"id": "99"}, "quantity": 1, "price": {"id": "-1"}, "rate": 5.00},
                   {"item": {"id": "77"}, "quantity": 1, "price": {"id": "-1"}, "rate": 4.00}]}}
                """));
    }

    private HttpResponse<String> fulfill(String order, String body) {
        return netSuite.post("salesOrder/" + order + "/!transform/itemFulfillment", body);
    }

    private String status(String order) {
        return netSuite.simulator().record("salesOrder", order).orElseThrow().status();
    }

    @Test
    void a_transform_ships_every_open_line_unless_told_otherwise() {
        String order = twoLineOrder();
        String fulfillment = netSuite.created(fulfill(order, """
                {"shipStatus": {"id": "C"}, "item": {"items": [{"orderLine": 1, "quantity": 1}]}}
                """));
        JsonNode lines =
                netSuite.get("itemFulfillment/" + fulfillment + "/item").path("items");
        assertThat(lines.findValuesAsText("orderLine")).containsExactly("1", "2");
        assertThat(lines.findValuesAsText("quantity")).containsExactly("1", "1");
    }

    @Test
    void item_receive_false_leaves_a_line_open() {
        String order = twoLineOrder();
        String fulfillment = netSuite.created(fulfill(order, """
                {"externalId": "3PL-IF-1", "shipStatus": {"id": "C"},
                 "item": {"items": [{"orderLine": 1, "itemReceive": true, "quantity": 1},
                                    {"orderLine": 2, "itemReceive": false}]},
                 "package": {"items": [{"packageTrackingNumber": "1Z999AA10123456784", "packageWeight": 2.5}]}}
                """));
        JsonNode read = netSuite.get("itemFulfillment/" + fulfillment + "?expandSubResources=true");
        assertThat(read.path("createdFrom").path("refName").asText()).isEqualTo("Sales Order #SO1001");
        assertThat(read.path("tranId").asText()).isEqualTo("IF1001");
        assertThat(read.path("shipStatus").path("refName").asText()).isEqualTo("Shipped");
        assertThat(read.path("shippedDate").asText()).isEqualTo("2026-06-15");
        assertThat(read.path("custbody_channel_order_id").asText()).isEqualTo("5552001");
        assertThat(read.path("item").path("items")).hasSize(1);
        assertThat(read.path("package")
                        .path("items")
                        .path(0)
                        .path("packageTrackingNumber")
                        .asText())
                .isEqualTo("1Z999AA10123456784");
        assertThat(status(order)).isEqualTo("E");
    }

    @Test
    void more_than_what_is_open_is_refused() {
        String order = twoLineOrder();
        netSuite.created(fulfill(order, """
                {"item": {"items": [{"orderLine": 1, "quantity": 2}, {"orderLine": 2, "itemReceive": false}]}}
                """));
        assertThat(fulfill(order, "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 2}]}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nothing_left_to_ship_is_no_valid_line_item() {
        String order = twoLineOrder();
        assertThat(TestAccount.refusal(fulfill(order, """
                {"item": {"items": [{"orderLine": 1, "itemReceive": false}, {"orderLine": 2, "itemReceive": false}]}}
                """))).contains("at least one valid line item");
    }

    @Test
    void an_order_pending_approval_cannot_be_fulfilled() {
        netSuite.close();
        netSuite = TestAccount.open(settings -> settings.defaultOrderStatus("A"));
        String order = netSuite.order("SHOP-1");
        assertThat(fulfill(order, "{}").statusCode()).isEqualTo(400);
        netSuite.simulator().clerk().approve(order);
        netSuite.created(fulfill(order, "{}"));
    }

    @Test
    void picked_goods_are_not_shipped_yet() {
        String order = twoLineOrder();
        String fulfillment = netSuite.created(fulfill(order, "{}"));
        assertThat(status(order)).isEqualTo("B");
        netSuite.simulator().clerk().markShipped(fulfillment);
        assertThat(status(order)).isEqualTo("F");
        netSuite.simulator().clerk().markNotShipped(fulfillment);
        assertThat(status(order)).isEqualTo("B");
    }

    @Test
    void the_order_status_follows_shipments_and_bills() {
        String order = twoLineOrder();
        netSuite.created(fulfill(order, """
                {"shipStatus": {"id": "C"},
                 "item": {"items": [{"orderLine": 1, "quantity": 1}, {"orderLine": 2, "itemReceive": false}]}}
                """));
        assertThat(status(order)).isEqualTo("E");
        String first = netSuite.created(netSuite.post(
                "salesOrder/" + order + "/!transform/cashSale",
                "{\"externalId\": \"SHOP-CS-1\", \"account\": {\"id\": \"155\"}}"));
        assertThat(status(order)).isEqualTo("D");
        netSuite.created(fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}"));
        assertThat(status(order)).isEqualTo("F");
        String second = netSuite.created(netSuite.post("salesOrder/" + order + "/!transform/cashSale", "{}"));
        assertThat(status(order)).isEqualTo("G");
        // one mug, gift wrap and the whole shipping on the first bill; the rest on the second
        assertThat(netSuite.simulator().record("cashSale", first).orElseThrow().total())
                .hasValue(new BigDecimal("21.95"));
        assertThat(netSuite.simulator().record("cashSale", second).orElseThrow().total())
                .hasValue(new BigDecimal("25.00"));
    }

    @Test
    void a_deleted_fulfilment_opens_its_lines_again() {
        String order = twoLineOrder();
        String fulfillment = netSuite.created(fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}"));
        assertThat(status(order)).isEqualTo("F");
        netSuite.simulator().clerk().deleteFulfillment(fulfillment);
        assertThat(status(order)).isEqualTo("B");
        netSuite.created(fulfill(order, "{}"));
    }

    @Test
    void a_closed_order_is_h_and_cannot_be_fulfilled() {
        String order = twoLineOrder();
        netSuite.simulator().clerk().closeOrder(order);
        assertThat(status(order)).isEqualTo("H");
        assertThat(fulfill(order, "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void with_lines_in_several_locations_each_shipped_line_must_name_its_own() {
        netSuite.close();
        netSuite = TestAccount.open(settings -> settings.seed(Seed.location(7, "Fallon")));
        String order = netSuite.created(netSuite.post("salesOrder", """
                {"entity": {"id": "110"}, "item": {"items": [
                   {"item": {"id": "98"}, "quantity": 1, "location": {"id": "6"}},
                   {"item": {"id": "99"}, "quantity": 1, "location": {"id": "7"}}]}}
                """));
        assertThat(TestAccount.refusal(fulfill(order, "{}"))).contains("Items list: Location");
        netSuite.created(fulfill(order, """
                {"item": {"items": [{"orderLine": 1, "location": {"id": "6"}},
                                    {"orderLine": 2, "location": {"id": "7"}}]}}
                """));
    }

    @Test
    void a_carrier_integration_keeps_packages_in_its_own_sublist() {
        netSuite.close();
        netSuite = TestAccount.open(settings -> settings.packages(PackageSublist.FEDEX));
        String order = netSuite.order("SHOP-1");
        String fulfillment =
                netSuite.created(fulfill(order, "{\"package\": {\"items\": [{\"packageTrackingNumber\": \"7777\"}]}}"));
        JsonNode read = netSuite.get("itemFulfillment/" + fulfillment + "?expandSubResources=true");
        assertThat(read.path("packageFedex")
                        .path("items")
                        .path(0)
                        .path("packageTrackingNumberFedEx")
                        .asText())
                .isEqualTo("7777");
        assertThat(read.path("package").path("items")).isEmpty();
        netSuite.simulator().clerk().editTracking(fulfillment, List.of("8888"));
        assertThat(netSuite.get("itemFulfillment/" + fulfillment + "?expandSubResources=true")
                        .findValuesAsText("packageTrackingNumberFedEx"))
                .containsExactly("8888");
    }

    @Test
    void without_pick_pack_ship_the_ship_status_is_refused_and_a_fulfilment_is_shipped_at_once() {
        netSuite.close();
        netSuite = TestAccount.open(settings -> settings.without(AccountPreference.PICK_PACK_SHIP));
        String order = netSuite.order("SHOP-1");
        assertThat(fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}").statusCode())
                .isEqualTo(400);
        netSuite.created(fulfill(order, "{}"));
        assertThat(status(order)).isEqualTo("F");
    }

    @Test
    void a_kit_ships_with_its_members_but_the_order_has_the_kit_only() {
        String order = netSuite.created(netSuite.post("salesOrder", """
                {"entity": {"id": "110"}, "item": {"items": [{"item": {"id": "120"}, "quantity": 2}]}}
                """));
        String fulfillment = netSuite.created(fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}"));
        JsonNode lines =
                netSuite.get("itemFulfillment/" + fulfillment + "/item").path("items");
        assertThat(lines.findValuesAsText("itemName")).containsExactly("MUG-PAIR", "MUG-BLUE", "MUG-RED");
        assertThat(lines.findValuesAsText("kitMemberOf")).containsExactly("1", "1");
        assertThat(status(order)).isEqualTo("F");
    }

    @Test
    void an_item_fulfilment_cannot_be_created_on_its_own() {
        assertThat(netSuite.post("itemFulfillment", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void the_form_a_transform_would_start_from_can_be_looked_at_without_saving() {
        String order = twoLineOrder();
        HttpResponse<String> form = netSuite.send(netSuite.request(TestAccount.RECORD + "salesOrder/" + order
                        + "/!transform/itemFulfillment?expandSubResources=true")
                .header("Accept", "application/vnd.oracle.resource+json; type=create-form")
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("\"orderLine\":1").contains("\"orderLine\":2");
        assertThat(netSuite.simulator().records("itemFulfillment")).isEmpty();
    }
}
