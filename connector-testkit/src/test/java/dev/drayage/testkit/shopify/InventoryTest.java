package dev.drayage.testkit.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.shopify.TestShop.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InventoryTest {
    private static final String SET =
            "mutation($i: InventorySetQuantitiesInput!, $k: String!) { inventorySetQuantities(input: $i) @idempotent(key: $k) {"
                    + " inventoryAdjustmentGroup { id changes { name delta quantityAfterChange item { id } } } userErrors { field message code } } }";
    private final TestShop test = new TestShop();

    @AfterEach
    void close() {
        test.close();
    }

    private Map<String, @Nullable Object> row(
            Variant variant, StockLocation location, int quantity, @Nullable Integer from) {
        Map<String, @Nullable Object> row = new HashMap<>(
                Map.of("inventoryItemId", variant.item().gid(), "locationId", location.gid(), "quantity", quantity));
        row.put("changeFromQuantity", from);
        return row;
    }

    private Answer set(String key, String name, List<Map<String, @Nullable Object>> rows) {
        return test.ask(SET, "k", key, "i", Map.of("name", name, "reason", "correction", "quantities", rows));
    }

    private int quantity(String name) {
        return test.shirt.item().level(test.east).orElseThrow().quantity(name);
    }

    @Test
    void a_quantity_is_set_when_it_still_is_what_the_caller_thinks() {
        Answer answer = set("k1", "available", List.of(row(test.shirt, test.east, 4, 10)));
        assertThat(answer.data("/inventorySetQuantities/inventoryAdjustmentGroup/changes")
                        .findValuesAsText("name"))
                .containsExactly("available", "on_hand");
        assertThat(answer.data("/inventorySetQuantities/inventoryAdjustmentGroup/changes/0/delta")
                        .asInt())
                .isEqualTo(-6);
        assertThat(quantity("available")).isEqualTo(4);
        assertThat(set("k2", "available", List.of(row(test.shirt, test.east, 9, 10)))
                        .userError()
                        .path("code")
                        .asText())
                .isEqualTo("CHANGE_FROM_QUANTITY_STALE");
        assertThat(quantity("available")).isEqualTo(4);
        set("k3", "available", List.of(row(test.shirt, test.east, 9, null)));
        assertThat(quantity("available")).isEqualTo(9);
        assertThat(set("k4", "available", List.of(row(test.shirt, test.east, 9, null)))
                        .data("/inventorySetQuantities/inventoryAdjustmentGroup/changes"))
                .isEmpty();
    }

    @Test
    void the_key_is_required_and_what_it_stands_for_happens_once() {
        Answer without = test.ask(
                "mutation($i: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $i) { userErrors { message } } }",
                "i",
                Map.of(
                        "name",
                        "available",
                        "reason",
                        "correction",
                        "quantities",
                        List.of(row(test.shirt, test.east, 4, null))));
        assertThat(without.code()).isEqualTo("BAD_REQUEST");
        assertThat(without.data("/inventorySetQuantities").isNull()).isTrue();
        assertThat(without.body().at("/extensions/cost/actualQueryCost").asInt())
                .isEqualTo(10);
        String id = set("k1", "available", List.of(row(test.shirt, test.east, 4, 10)))
                .data("/inventorySetQuantities/inventoryAdjustmentGroup/id")
                .asText();
        assertThat(set("k1", "available", List.of(row(test.shirt, test.east, 4, 10)))
                        .data("/inventorySetQuantities/inventoryAdjustmentGroup/id")
                        .asText())
                .isEqualTo(id);
        assertThat(set("k1", "available", List.of(row(test.shirt, test.east, 5, 4)))
                        .userError()
                        .path("code")
                        .asText())
                .isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
        assertThat(quantity("available")).isEqualTo(4);
        assertThat(test.shop.journal().count("inventorySetQuantities")).isEqualTo(1);
    }

    @Test
    void the_expected_quantity_must_be_written_even_as_null() {
        Map<String, @Nullable Object> row = row(test.shirt, test.east, 4, null);
        row.remove("changeFromQuantity");
        Answer answer = set("k1", "available", List.of(row));
        assertThat(answer.code()).isEqualTo("INVALID_FIELD_ARGUMENTS");
        assertThat(quantity("available")).isEqualTo(10);
    }

    @Test
    void one_bad_row_stops_all() {
        StockLocation north = test.shop.stock().location("North");
        assertThat(set("k1", "available", List.of(row(test.mug, test.east, 1, null), row(test.shirt, north, 1, null)))
                        .userError()
                        .path("field")
                        .toString())
                .isEqualTo("[\"input\",\"quantities\",\"1\",\"locationId\"]");
        assertThat(test.mug.item().level(test.east).orElseThrow().quantity("available"))
                .isEqualTo(10);
        assertThat(set("k2", "available", List.of(row(test.mug, test.east, 1, null), row(test.mug, test.east, 2, null)))
                        .userError()
                        .path("code")
                        .asText())
                .isEqualTo("NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR");
        assertThat(set("k3", "available", List.of(row(test.mug, test.east, 1_000_000_001, null)))
                        .userError()
                        .path("code")
                        .asText())
                .isEqualTo("INVALID_QUANTITY_TOO_HIGH");
        assertThat(set("k4", "on_hand", List.of(row(test.mug, test.east, -1, null)))
                        .userError()
                        .path("code")
                        .asText())
                .isEqualTo("INVALID_QUANTITY_NEGATIVE");
        assertThat(set("k5", "committed", List.of(row(test.mug, test.east, 1, null)))
                        .userError()
                        .path("code")
                        .asText())
                .isEqualTo("INVALID_NAME");
        assertThat(set("k6", "available", List.of(row(test.mug, test.east, -5, null)))
                        .userError()
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void setting_what_is_on_hand_leaves_the_committed_alone() {
        test.shop.orders().place(test.plain());
        assertThat(quantity("available")).isEqualTo(8);
        assertThat(quantity("committed")).isEqualTo(2);
        set("k1", "on_hand", List.of(row(test.shirt, test.east, 20, 10)));
        assertThat(quantity("available")).isEqualTo(18);
        assertThat(quantity("committed")).isEqualTo(2);
    }

    @Test
    void an_item_is_activated_before_it_is_counted() {
        StockLocation north = test.shop.stock().location("North");
        String activate =
                "mutation($i: ID!, $l: ID!, $n: Int, $k: String!) { inventoryActivate(inventoryItemId: $i, locationId: $l, onHand: $n) @idempotent(key: $k) { inventoryLevel { id quantities(names: [\"available\"]) { quantity } } userErrors { field message } } }";
        Answer answer = test.ask(activate, "i", test.shirt.item().gid(), "l", north.gid(), "n", 7, "k", "a1");
        assertThat(answer.data("/inventoryActivate/inventoryLevel/quantities/0/quantity")
                        .asInt())
                .isEqualTo(7);
        assertThat(answer.data("/inventoryActivate/inventoryLevel/id").asText())
                .endsWith("?inventory_item_id=" + test.shirt.item().number());
        assertThat(test.ask(activate, "i", test.shirt.item().gid(), "l", north.gid(), "n", 9, "k", "a2")
                        .userError()
                        .path("field")
                        .toString())
                .isEqualTo("[\"onHand\"]");
    }

    @Test
    void other_states_are_adjusted_with_a_document() {
        String adjust =
                "mutation($i: InventoryAdjustQuantitiesInput!, $k: String!) { inventoryAdjustQuantities(input: $i) @idempotent(key: $k) { userErrors { field message code } } }";
        Map<String, @Nullable Object> change = new HashMap<>(
                Map.of("inventoryItemId", test.shirt.item().gid(), "locationId", test.east.gid(), "delta", 3));
        change.put("changeFromQuantity", null);
        assertThat(test.ask(
                                adjust,
                                "k",
                                "1",
                                "i",
                                Map.of("name", "damaged", "reason", "damaged", "changes", List.of(change)))
                        .userError()
                        .path("field")
                        .toString())
                .contains("ledgerDocumentUri");
        change.put("ledgerDocumentUri", "gid://netsuite/Adjustment/1");
        assertThat(test.ask(
                                adjust,
                                "k",
                                "2",
                                "i",
                                Map.of("name", "damaged", "reason", "damaged", "changes", List.of(change)))
                        .userError()
                        .isMissingNode())
                .isTrue();
        assertThat(quantity("damaged")).isEqualTo(3);
        assertThat(quantity("on_hand")).isEqualTo(13);
    }

    @Test
    void orders_cancellations_and_refunds_move_the_stock() {
        ShopOrder cancelled = test.shop.orders().placePaid(test.plain());
        test.shop.orders().cancel(cancelled, true);
        assertThat(quantity("available")).isEqualTo(10);
        assertThat(quantity("committed")).isZero();
        ShopOrder shipped = test.shop.orders().placePaid(test.plain());
        test.shop.orders().ship(shipped.fulfillmentOrders().get(0), "UPS", "1Z");
        test.shop
                .orders()
                .refund(
                        shipped,
                        RefundDraft.empty()
                                .returned(shipped.lines().get(0), 1, test.east)
                                .paidBack());
        assertThat(quantity("available")).isEqualTo(9);
        assertThat(quantity("on_hand")).isEqualTo(9);
    }

    @Test
    void a_sku_is_searched_word_by_word_and_in_any_case() {
        test.shop.stock().product("SHIRT-1-XL", "Shirt", "22.00");
        Answer answer = test.ask(
                "{ productVariants(first: 9, query: \"sku:'shirt-1'\") { nodes { sku } } inventoryItems(first: 9, query: \"sku:'MUG-1'\") { nodes { sku inventoryLevels(first: 5) { nodes { location { name } quantities(names: [\"available\", \"on_hand\"]) { name quantity } } } } } }");
        assertThat(answer.data("/productVariants/nodes").findValuesAsText("sku"))
                .containsExactly("SHIRT-1", "SHIRT-1-XL");
        assertThat(answer.data("/inventoryItems/nodes/0/inventoryLevels/nodes/0/quantities/0/quantity")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void inactive_and_third_party_locations_are_hidden_unless_asked_for() {
        StockLocation closed = test.shop.stock().location("Closed");
        test.shop.stock().deactivate(closed);
        test.shop.stock().fulfillmentService("Pallets Inc");
        assertThat(test.ask("{ locations(first: 9) { nodes { name } } }").data("/locations/nodes"))
                .hasSize(2);
        assertThat(test.ask(
                                "{ locations(first: 9, includeInactive: true, includeLegacy: true) { nodes { name isActive isFulfillmentService } } }")
                        .data("/locations/nodes"))
                .hasSize(4);
    }

    @Test
    void prices_change_all_or_none() {
        Variant other = test.shop.stock().variant(test.shirt.product(), "SHIRT-2", "30.00");
        String update =
                "mutation($p: ID!, $v: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId: $p, variants: $v) { productVariants { sku price } userErrors { field code } } }";
        test.ask(
                update,
                "p",
                test.shirt.product().gid(),
                "v",
                List.of(Map.of("id", other.gid(), "price", "31.00"), Map.of("id", test.mug.gid(), "price", "1.00")));
        assertThat(other.price()).isEqualByComparingTo("30");
        Answer good = test.ask(
                update, "p", test.shirt.product().gid(), "v", List.of(Map.of("id", other.gid(), "price", "31.00")));
        assertThat(good.data("/productVariantsBulkUpdate/productVariants/0/price")
                        .asText())
                .isEqualTo("31.00");
        assertThat(other.price()).isEqualByComparingTo("31");
    }

    @Test
    void a_company_location_buys_at_the_price_of_its_list() {
        Company company = test.shop.companies().company("Acme", "NS-1");
        CompanyLocation place = test.shop.companies().location(company, "HQ", "NS-2");
        PriceList list = test.shop.stock().priceList("Acme", "USD", place);
        String add =
                "mutation($l: ID!, $p: [PriceListPriceInput!]!) { priceListFixedPricesAdd(priceListId: $l, prices: $p) { prices { price { amount } } userErrors { code } } }";
        assertThat(test.ask(
                                add,
                                "l",
                                list.gid(),
                                "p",
                                List.of(Map.of(
                                        "variantId",
                                        test.shirt.gid(),
                                        "price",
                                        Map.of("amount", "15.00", "currencyCode", "CAD"))))
                        .userError()
                        .path("code")
                        .asText())
                .isEqualTo("PRICE_LIST_CURRENCY_MISMATCH");
        test.ask(
                add,
                "l",
                list.gid(),
                "p",
                List.of(Map.of(
                        "variantId", test.shirt.gid(), "price", Map.of("amount", "15.00", "currencyCode", "USD"))));
        assertThat(list.price(test.shirt).orElseThrow().amount()).isEqualByComparingTo("15");
        Answer seen = test.ask(
                "query($v: ID!, $l: ID!) { productVariant(id: $v) { contextualPricing(context: { companyLocationId: $l }) { price { amount } } } catalogs(first: 5, type: COMPANY_LOCATION) { nodes { priceList { id } ... on CompanyLocationCatalog { companyLocations(first: 5) { nodes { externalId } } } } } }",
                "v",
                test.shirt.gid(),
                "l",
                place.gid());
        assertThat(seen.data("/productVariant/contextualPricing/price/amount").asText())
                .isEqualTo("15.0");
        assertThat(seen.data("/catalogs/nodes/0/companyLocations/nodes/0/externalId")
                        .asText())
                .isEqualTo("NS-2");
        String delete =
                "mutation($l: ID!, $v: [ID!]!) { priceListFixedPricesDelete(priceListId: $l, variantIds: $v) { deletedFixedPriceVariantIds userErrors { code } } }";
        test.ask(delete, "l", list.gid(), "v", List.of(test.shirt.gid()));
        assertThat(list.price(test.shirt)).isEmpty();
        assertThat(test.ask(delete, "l", list.gid(), "v", List.of(test.shirt.gid()))
                        .userError()
                        .path("code")
                        .asText())
                .isEqualTo("PRICE_NOT_FIXED");
    }
}
