package dev.drayage.testkit.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.shopify.TestShop.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FulfillmentTest {
    private static final String CREATE = "mutation($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) {"
            + " fulfillment { id name status trackingInfo(first: 5) { company number url } fulfillmentLineItems(first: 5) { nodes { quantity lineItem { id } } } } userErrors { field message } } }";
    private final TestShop test = new TestShop();

    @AfterEach
    void close() {
        test.close();
    }

    private static Map<String, Object> group(FulfillmentOrder order, Object... lineAndQuantity) {
        if (lineAndQuantity.length == 0) {
            return Map.of("fulfillmentOrderId", order.gid());
        }
        return Map.of(
                "fulfillmentOrderId",
                order.gid(),
                "fulfillmentOrderLineItems",
                List.of(Map.of("id", lineAndQuantity[0], "quantity", lineAndQuantity[1])));
    }

    private Answer create(Object... groups) {
        return test.ask(
                CREATE,
                "f",
                Map.of(
                        "lineItemsByFulfillmentOrder",
                        List.of(groups),
                        "trackingInfo",
                        Map.of(
                                "company",
                                "UPS",
                                "numbers",
                                List.of("1Z1", "1Z2"),
                                "urls",
                                List.of("https://t.example.com/1", "https://t.example.com/2"))));
    }

    @Test
    void no_lines_named_means_all_that_is_left() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        test.pass(10);
        Answer answer = create(group(order.fulfillmentOrders().get(0)));
        assertThat(answer.data("/fulfillmentCreate/fulfillment/name").asText()).isEqualTo("#1001-F1");
        assertThat(answer.data("/fulfillmentCreate/fulfillment/fulfillmentLineItems/nodes"))
                .hasSize(2);
        assertThat(answer.data("/fulfillmentCreate/fulfillment/trackingInfo/1/number")
                        .asText())
                .isEqualTo("1Z2");
        assertThat(order.fulfillmentStatus()).isEqualTo("FULFILLED");
        assertThat(order.fulfillmentOrders().get(0).status()).isEqualTo(FulfillmentOrder.Status.CLOSED);
        assertThat(order.updatedAt()).isEqualTo(TestShop.START.plusSeconds(10));
        assertThat(test.shirt.item().level(test.east).orElseThrow().quantity("committed"))
                .isZero();
        assertThat(test.shirt.item().level(test.east).orElseThrow().quantity("on_hand"))
                .isEqualTo(8);
        assertThat(create(group(order.fulfillmentOrders().get(0)))
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("Fulfillment order "
                        + order.fulfillmentOrders().get(0).number() + " has an unfulfillable status= closed.");
    }

    @Test
    void a_part_can_be_shipped_and_more_than_is_left_cannot() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        FulfillmentOrder open = order.fulfillmentOrders().get(0);
        String line = open.lines().get(0).gid();
        assertThat(create(group(open, line, 3)).userError().path("message").asText())
                .isEqualTo("Invalid fulfillment order line item quantity requested.");
        assertThat(create(group(open, line, 1)).userError().isMissingNode()).isTrue();
        assertThat(order.fulfillmentStatus()).isEqualTo("PARTIALLY_FULFILLED");
        assertThat(create(group(open, line, 2)).userError().path("field").toString())
                .isEqualTo("[\"fulfillment\"]");
        assertThat(create(group(open, line, 0)).userError().path("message").asText())
                .isEqualTo("Quantity must be greater than 0");
        assertThat(create(group(open, "gid://shopify/FulfillmentOrderLineItem/5", 1))
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("Fulfillment order line item does not exist.");
        assertThat(create(group(open, "gid://shopify/FulfillmentOrderLineItem/0", 1))
                        .body()
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("invalid id");
        assertThat(create(Map.of("fulfillmentOrderId", "gid://shopify/FulfillmentOrder/77"))
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("Fulfillment order does not exist.");
        assertThat(order.fulfillments()).hasSize(1);
        assertThat(test.shop.journal().count("fulfillmentCreate")).isEqualTo(1);
    }

    @Test
    void one_call_is_one_order_and_one_location() {
        ShopOrder split = test.shop
                .orders()
                .placePaid(NewOrder.of(
                        NewLine.of("SHIRT-1", 1, "20.00").from(test.east),
                        NewLine.of("SHIRT-1", 1, "20.00").from(test.west)));
        ShopOrder other = test.shop.orders().placePaid(test.plain());
        assertThat(split.fulfillmentOrders()).hasSize(2);
        assertThat(create(
                                group(split.fulfillmentOrders().get(0)),
                                group(split.fulfillmentOrders().get(1)))
                        .userError()
                        .path("message")
                        .asText())
                .startsWith("All fulfillment orders must be assigned to a single location.");
        assertThat(create(
                                group(split.fulfillmentOrders().get(0)),
                                group(other.fulfillmentOrders().get(0)))
                        .userError()
                        .path("message")
                        .asText())
                .startsWith("All fulfillment orders must belong to the same order.");
        assertThat(split.fulfillments()).isEmpty();
    }

    @Test
    void tracking_is_replaced_as_a_whole() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        Fulfillment shipped = test.shop.orders().ship(order.fulfillmentOrders().get(0), "UPS", "1Z1");
        test.ask(
                "mutation($id: ID!, $t: FulfillmentTrackingInput!) { fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: $t) { fulfillment { id } userErrors { message } } }",
                "id",
                shipped.gid(),
                "t",
                Map.of("company", "DHL", "number", "D9"));
        assertThat(shipped.tracking()).containsExactly(new Fulfillment.Tracking("DHL", "D9", ""));
    }

    @Test
    void a_cancelled_fulfillment_gives_its_lines_to_a_new_fulfillment_order() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        Fulfillment shipped = test.shop.orders().ship(order.fulfillmentOrders().get(0), "UPS", "1Z1");
        String cancel =
                "mutation($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { status } userErrors { message } } }";
        assertThat(test.ask(cancel, "id", shipped.gid())
                        .data("/fulfillmentCancel/fulfillment/status")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(test.ask(cancel, "id", shipped.gid()).userError().isMissingNode())
                .isTrue();
        assertThat(order.openFulfillmentOrders()).hasSize(1);
        assertThat(order.openFulfillmentOrders().get(0).gid())
                .isNotEqualTo(order.fulfillmentOrders().get(0).gid());
        assertThat(order.openFulfillmentOrders().get(0).lines().get(0).remaining())
                .isEqualTo(2);
        assertThat(order.fulfillmentStatus()).isEqualTo("UNFULFILLED");
    }

    @Test
    void what_is_on_hold_cannot_be_shipped() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        FulfillmentOrder open = order.fulfillmentOrders().get(0);
        test.shop.orders().hold(open, "HIGH_RISK_OF_FRAUD", "wait");
        Answer seen = test.ask(
                "query($id: ID!) { order(id: $id) { displayFulfillmentStatus fulfillmentOrders(first: 5) { nodes { status supportedActions { action } fulfillmentHolds { reason heldByRequestingApp } } } } }",
                "id",
                order.gid());
        assertThat(seen.data("/order/displayFulfillmentStatus").asText()).isEqualTo("ON_HOLD");
        assertThat(seen.data("/order/fulfillmentOrders/nodes/0/supportedActions/0/action")
                        .asText())
                .isEqualTo("RELEASE_HOLD");
        assertThat(seen.data("/order/fulfillmentOrders/nodes/0/fulfillmentHolds/0/heldByRequestingApp")
                        .asBoolean())
                .isFalse();
        assertThat(create(group(open)).userError().path("message").asText()).endsWith("unfulfillable status= on_hold.");
        test.ask(
                "mutation($id: ID!) { fulfillmentOrderReleaseHold(id: $id) { fulfillmentOrder { status } userErrors { message code } } }",
                "id",
                open.gid());
        assertThat(create(group(open)).userError().isMissingNode()).isTrue();
    }

    @Test
    void a_hold_of_a_part_splits() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        FulfillmentOrder open = order.fulfillmentOrders().get(0);
        Answer answer = test.ask(
                "mutation($id: ID!, $h: FulfillmentOrderHoldInput!) { fulfillmentOrderHold(id: $id, fulfillmentHold: $h) { fulfillmentHold { handle heldByRequestingApp } remainingFulfillmentOrder { id } userErrors { message code } } }",
                "id",
                open.gid(),
                "h",
                Map.of(
                        "reason",
                        "OTHER",
                        "handle",
                        "h1",
                        "fulfillmentOrderLineItems",
                        List.of(Map.of("id", open.lines().get(0).gid(), "quantity", 1))));
        assertThat(answer.data("/fulfillmentOrderHold/fulfillmentHold/handle").asText())
                .isEqualTo("h1");
        assertThat(order.openFulfillmentOrders()).hasSize(2);
        assertThat(order.openFulfillmentOrders().get(0).lines().get(0).remaining())
                .isEqualTo(1);
    }

    @Test
    void a_move_makes_a_new_fulfillment_order_and_needs_stock_there() {
        ShopOrder shirts = test.shop.orders().placePaid(NewOrder.of(NewLine.of("SHIRT-1", 2, "20.00")));
        ShopOrder mugs = test.shop.orders().placePaid(NewOrder.of(NewLine.of("MUG-1", 1, "7.50")));
        String move =
                "mutation($id: ID!, $l: ID!) { fulfillmentOrderMove(id: $id, newLocationId: $l) { movedFulfillmentOrder { id } userErrors { message code } } }";
        Answer moved = test.ask(move, "id", shirts.fulfillmentOrders().get(0).gid(), "l", test.west.gid());
        assertThat(moved.data("/fulfillmentOrderMove/movedFulfillmentOrder/id").asText())
                .isEqualTo(shirts.openFulfillmentOrders().get(0).gid())
                .isNotEqualTo(shirts.fulfillmentOrders().get(0).gid());
        assertThat(test.shirt.item().level(test.west).orElseThrow().quantity("available"))
                .isEqualTo(8);
        assertThat(test.shirt.item().level(test.east).orElseThrow().quantity("available"))
                .isEqualTo(10);
        assertThat(test.ask(move, "id", mugs.fulfillmentOrders().get(0).gid(), "l", test.west.gid())
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("Cannot change location.");
    }

    @Test
    void metafields_can_be_set_once_and_compared() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        String set =
                "mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { value compareDigest } userErrors { field message code } } }";
        Map<String, @Nullable Object> field = new HashMap<>(Map.of(
                "ownerId",
                order.gid(),
                "namespace",
                "netsuite",
                "key",
                "id",
                "type",
                "single_line_text_field",
                "value",
                "42"));
        field.put("compareDigest", null);
        Answer first = test.ask(set, "m", List.of(field));
        assertThat(first.data("/metafieldsSet/metafields/0/value").asText()).isEqualTo("42");
        field.put("value", "43");
        assertThat(test.ask(set, "m", List.of(field)).userError().path("code").asText())
                .isEqualTo("STALE_OBJECT");
        assertThat(order.metafield("netsuite", "id")).contains("42");
        field.put(
                "compareDigest",
                first.data("/metafieldsSet/metafields/0/compareDigest").asText());
        assertThat(test.ask(set, "m", List.of(field)).userError().isMissingNode())
                .isTrue();
        assertThat(order.metafield("netsuite", "id")).contains("43");
    }

    @Test
    void tags_come_and_go_one_by_one() {
        ShopOrder order = test.shop.orders().place(test.plain().tag("old"));
        test.pass(5);
        test.ask(
                "mutation($id: ID!) { tagsAdd(id: $id, tags: [\"a\", \"b\"]) { userErrors { message } } }",
                "id",
                order.gid());
        test.ask(
                "mutation($id: ID!) { tagsRemove(id: $id, tags: [\"old\"]) { userErrors { message } } }",
                "id",
                order.gid());
        assertThat(order.tags()).containsExactlyInAnyOrder("a", "b");
        assertThat(order.updatedAt()).isEqualTo(TestShop.START.plusSeconds(5));
    }

    @Test
    void what_is_scheduled_is_not_shipped_yet() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        test.shop.orders().schedule(order.fulfillmentOrders().get(0));
        assertThat(order.fulfillmentStatus()).isEqualTo("SCHEDULED");
        assertThat(create(group(order.fulfillmentOrders().get(0)))
                        .userError()
                        .path("message")
                        .asText())
                .endsWith("unfulfillable status= scheduled.");
        assertThat(order.fulfillments()).isEmpty();
    }

    @Test
    void fulfillment_orders_have_a_clock_of_their_own_and_closed_ones_are_asked_for() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        test.shop.orders().placePaid(test.plain());
        test.pass(60);
        test.shop.orders().ship(order.fulfillmentOrders().get(0), "UPS", "1Z");
        String list =
                "query($q: String, $c: Boolean) { fulfillmentOrders(first: 9, includeClosed: $c, sortKey: UPDATED_AT, query: $q) { nodes { orderName status } } }";
        String since = "updated_at:>='2026-11-16T08:01:00Z'";
        assertThat(test.ask(list, "q", since, "c", true)
                        .data("/fulfillmentOrders/nodes")
                        .findValuesAsText("orderName"))
                .containsExactly("#1001");
        assertThat(test.ask(list, "q", since, "c", false).data("/fulfillmentOrders/nodes"))
                .isEmpty();
        assertThat(test.ask(list, "q", "status:open", "c", true)
                        .data("/fulfillmentOrders/nodes")
                        .findValuesAsText("orderName"))
                .containsExactly("#1002");
    }
}
