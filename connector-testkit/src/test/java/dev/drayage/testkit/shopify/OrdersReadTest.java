package dev.drayage.testkit.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.shopify.TestShop.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersReadTest {
    private static final String MONEY =
            " { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }";
    private final TestShop test = new TestShop();

    @AfterEach
    void close() {
        test.close();
    }

    private Answer order(ShopOrder order, String fields) {
        return test.ask("query($id: ID!) { order(id: $id) { " + fields + " } }", "id", order.gid());
    }

    private static String shop(Answer answer, String field) {
        return answer.data("/order/" + field + "/shopMoney/amount").asText();
    }

    @Test
    void amounts_have_no_fixed_scale_and_times_no_parts_of_seconds() {
        test.clock.pass(Duration.ofMillis(900));
        ShopOrder order = test.shop.orders().place(test.plain());
        Answer answer = order(
                order,
                "updatedAt totalShippingPriceSet" + MONEY + " subtotalPriceSet" + MONEY + " totalTaxSet" + MONEY);
        assertThat(answer.data("/order/updatedAt").asText()).isEqualTo("2026-11-16T08:00:00Z");
        assertThat(shop(answer, "totalShippingPriceSet")).isEqualTo("5.0");
        assertThat(shop(answer, "subtotalPriceSet")).isEqualTo("47.5");
        assertThat(shop(answer, "totalTaxSet")).isEqualTo("5.25");
    }

    @Test
    void two_currencies_stand_side_by_side() {
        ShopOrder order = test.shop.orders().place(test.plain().paidIn("CAD", "1.4"));
        Answer answer = order(order, "currencyCode presentmentCurrencyCode subtotalPriceSet" + MONEY);
        assertThat(answer.data("/order/presentmentCurrencyCode").asText()).isEqualTo("CAD");
        assertThat(answer.data("/order/subtotalPriceSet/presentmentMoney/amount")
                        .asText())
                .isEqualTo("66.5");
        assertThat(answer.data("/order/subtotalPriceSet/shopMoney/currencyCode").asText())
                .isEqualTo("USD");
    }

    @Test
    void an_order_without_transactions_has_no_financial_status() {
        ShopOrder order = test.shop.orders().place(test.plain());
        assertThat(order(order, "displayFinancialStatus")
                        .data("/order/displayFinancialStatus")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_discount_on_the_order_is_spread_to_the_cent_and_stays_out_of_the_discounted_total() {
        ShopOrder order = test.shop.orders().place(test.plain().discount(Discount.automatic("Ten off", "10.00")));
        Answer answer = order(
                order,
                "totalDiscountsSet" + MONEY + " lineItems(first: 5) { nodes { discountedTotalSet" + MONEY
                        + " discountAllocations { allocatedAmountSet" + MONEY
                        + " discountApplication { targetSelection ... on AutomaticDiscountApplication { title } } } } }");
        assertThat(shop(answer, "totalDiscountsSet")).isEqualTo("10.0");
        assertThat(answer.data("/order/lineItems/nodes/0/discountedTotalSet/shopMoney/amount")
                        .asText())
                .isEqualTo("40.0");
        assertThat(answer.data("/order/lineItems/nodes/0/discountAllocations/0/allocatedAmountSet/shopMoney/amount")
                        .asText())
                .isEqualTo("8.42");
        assertThat(answer.data("/order/lineItems/nodes/1/discountAllocations/0/allocatedAmountSet/shopMoney/amount")
                        .asText())
                .isEqualTo("1.58");
        assertThat(answer.data("/order/lineItems/nodes/0/discountAllocations/0/discountApplication/title")
                        .asText())
                .isEqualTo("Ten off");
    }

    @Test
    void everything_that_is_not_a_line_is_in_the_total() {
        ShopOrder order = test.shop
                .orders()
                .place(NewOrder.of(
                                NewLine.of("SHIRT-1", 1, "20.00").duty("3.00"),
                                NewLine.of("CARD", 1, "50.00").giftCard(),
                                NewLine.of("MUG-1", 2, "5.00").of("Breakfast", "SET-1", 1))
                        .tip("2.00")
                        .fee("Packaging", "1.00"));
        test.shop.orders().payCash(order, "86.05", "0.05");
        Answer answer = order(
                order,
                "totalPriceSet" + MONEY + " totalOutstandingSet" + MONEY + " totalTipReceivedSet" + MONEY
                        + " originalTotalDutiesSet" + MONEY
                        + " additionalFees { name } totalCashRoundingAdjustment { paymentSet" + MONEY + " }"
                        + " lineItems(first: 9) { nodes { title isGiftCard requiresShipping variant { id } duties { id } lineItemGroup { title variantSku quantity } } }");
        assertThat(shop(answer, "totalPriceSet")).isEqualTo("86.0");
        assertThat(shop(answer, "totalOutstandingSet")).isEqualTo("0.0");
        assertThat(shop(answer, "totalTipReceivedSet")).isEqualTo("2.0");
        assertThat(shop(answer, "originalTotalDutiesSet")).isEqualTo("3.0");
        assertThat(answer.data("/order/additionalFees/0/name").asText()).isEqualTo("Packaging");
        assertThat(answer.data("/order/totalCashRoundingAdjustment/paymentSet/shopMoney/amount")
                        .asText())
                .isEqualTo("0.05");
        assertThat(answer.data("/order/lineItems/nodes/1/isGiftCard").asBoolean())
                .isTrue();
        assertThat(answer.data("/order/lineItems/nodes/2/lineItemGroup/variantSku")
                        .asText())
                .isEqualTo("SET-1");
        assertThat(answer.data("/order/lineItems/nodes/3/title").asText()).isEqualTo("Tip");
        assertThat(answer.data("/order/lineItems/nodes/3/variant").isNull()).isTrue();
    }

    @Test
    void taxes_may_be_in_the_prices() {
        ShopOrder order = test.shop
                .orders()
                .place(NewOrder.of(NewLine.of("SHIRT-1", 1, "12.00").tax("VAT", "0.2"))
                        .taxesIncluded());
        Answer answer = order(order, "taxesIncluded totalPriceSet" + MONEY + " totalTaxSet" + MONEY);
        assertThat(shop(answer, "totalPriceSet")).isEqualTo("12.0");
        assertThat(shop(answer, "totalTaxSet")).isEqualTo("2.0");
    }

    @Test
    void the_three_totals_part_after_an_edit_and_a_refund() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        test.pass(60);
        test.shop.orders().edit(order, order.lines().get(0), 1);
        test.pass(60);
        test.shop
                .orders()
                .refund(order, RefundDraft.empty().line(order.lines().get(1), 1).paidBack());
        Answer answer = order(
                order,
                "edited updatedAt originalTotalPriceSet" + MONEY + " totalPriceSet" + MONEY + " currentTotalPriceSet"
                        + MONEY + " totalOutstandingSet" + MONEY
                        + " displayFinancialStatus lineItems(first: 5) { nodes { quantity currentQuantity } }");
        assertThat(shop(answer, "originalTotalPriceSet")).isEqualTo("57.75");
        assertThat(shop(answer, "totalPriceSet")).isEqualTo("35.75");
        assertThat(shop(answer, "currentTotalPriceSet")).isEqualTo("27.5");
        assertThat(shop(answer, "totalOutstandingSet")).isEqualTo("-22.0");
        assertThat(answer.data("/order/displayFinancialStatus").asText()).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(answer.data("/order/updatedAt").asText()).isEqualTo("2026-11-16T08:02:00Z");
        assertThat(answer.data("/order/lineItems/nodes/0/quantity").asInt()).isEqualTo(2);
        assertThat(answer.data("/order/lineItems/nodes/0/currentQuantity").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_business_order_names_company_place_and_terms() {
        Company company = test.shop.companies().company("Acme", "NS-7");
        CompanyLocation place = test.shop.companies().location(company, "Acme HQ", "NS-8");
        CompanyContact person = test.shop.companies().contact(company, "Ada", "Example", "ada@acme.example.com");
        ShopOrder order = test.shop
                .orders()
                .place(test.plain()
                        .company(place, person)
                        .terms(PaymentTermsTemplate.NET_30)
                        .poNumber("PO-1"));
        Answer answer = order(
                order,
                "poNumber displayFinancialStatus purchasingEntity { __typename ... on PurchasingCompany { company { externalId } location { externalId } contact { customer { email } } } }"
                        + " paymentTerms { paymentTermsType dueInDays paymentSchedules(first: 1) { nodes { dueAt balanceDue { amount } } } }");
        assertThat(answer.data("/order/purchasingEntity/__typename").asText()).isEqualTo("PurchasingCompany");
        assertThat(answer.data("/order/purchasingEntity/company/externalId").asText())
                .isEqualTo("NS-7");
        assertThat(answer.data("/order/purchasingEntity/contact/customer/email").asText())
                .isEqualTo("ada@acme.example.com");
        assertThat(answer.data("/order/displayFinancialStatus").asText()).isEqualTo("PENDING");
        assertThat(answer.data("/order/paymentTerms/paymentSchedules/nodes/0/dueAt")
                        .asText())
                .isEqualTo("2026-12-16T08:00:00Z");
        assertThat(answer.data("/order/poNumber").asText()).isEqualTo("PO-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "updated_at:>='2026-11-16T08:00:10Z'|#1002,#1003",
                "updated_at:>'2026-11-16T08:00:10Z'|#1003",
                "updated_at:<'2026-11-16T08:00:10Z'|#1001",
                "updated_at:<='2026-11-16T08:00:10Z'|#1001,#1002",
                "updated_at:>='2026-11-16T03:00:10-05:00' updated_at:<'2026-11-16T08:00:20Z'|#1002",
                "updated_at:>='2026-11-16T03:00:10'|#1002,#1003",
                "test:true|#1002",
                "test:false|#1001,#1003",
                "name:'#1002'|#1002",
                "name:1003|#1003",
                "source_identifier:'NS-55'|#1003",
                "tag:vip|#1001",
                "NOT tag:vip|#1002,#1003",
                "name:1001 OR name:1003|#1001,#1003",
                "status:cancelled|''",
            })
    void filters_pick(String filter, String expected) {
        test.shop.orders().place(test.plain().tag("vip"));
        test.pass(10);
        test.shop.orders().place(test.plain().test());
        test.pass(10);
        test.shop.orders().place(test.plain().source("pos", "NS-55"));
        assertThat(String.join(",", test.names(filter))).isEqualTo(expected);
    }

    @Test
    void a_filter_without_quotes_loses_its_hour() {
        test.shop.orders().place(test.plain());
        assertThat(test.names("updated_at:>=2026-11-16T23:00:00Z")).containsExactly("#1001");
        assertThat(test.names("updated_at:>='2026-11-16T23:00:00Z'")).isEmpty();
    }

    @Test
    void an_unknown_search_field_is_no_error_and_lets_everything_through() {
        test.shop.orders().place(test.plain());
        Answer answer = test.ask("{ orders(first: 5, query: \"updatedat:>'2030-01-01'\") { nodes { name } } }");
        assertThat(answer.body().has("errors")).isFalse();
        assertThat(answer.data("/orders/nodes")).hasSize(1);
        assertThat(answer.body().at("/extensions/search/0/warnings/0/code").asText())
                .isEqualTo("invalid_field");
        assertThat(answer.body().at("/extensions/search/0/warnings/0/field").asText())
                .isEqualTo("updatedat");
    }

    @Test
    void pages_by_keyset_neither_miss_nor_repeat_when_an_order_changes_meanwhile() {
        for (int n = 0; n < 7; n++) {
            test.shop.orders().place(test.plain());
            test.pass(n % 2);
        }
        List<String> seen = new ArrayList<>();
        @Nullable String after = null;
        do {
            Answer page = test.ask(
                    "query($a: String) { orders(first: 2, after: $a, sortKey: UPDATED_AT) { pageInfo { hasNextPage endCursor } nodes { name } } }",
                    "a",
                    after);
            page.data("/orders/nodes")
                    .forEach(each -> seen.add(each.path("name").asText()));
            after = page.data("/orders/pageInfo/hasNextPage").asBoolean()
                    ? page.data("/orders/pageInfo/endCursor").asText()
                    : null;
            if (seen.size() == 2) {
                test.pass(5);
                test.shop.orders().note(test.shop.orders().all().get(0), "changed");
            }
        } while (after != null);
        assertThat(seen).hasSize(8).startsWith("#1001", "#1002", "#1003").endsWith("#1007", "#1001");
    }

    @Test
    void the_search_runs_behind_and_reads_by_id_do_not() {
        test.shop.searchLag(Duration.ofSeconds(30));
        ShopOrder order = test.shop.orders().place(test.plain());
        assertThat(test.names("")).isEmpty();
        assertThat(order(order, "name").data("/order/name").asText()).isEqualTo("#1001");
        test.pass(30);
        assertThat(test.names("")).containsExactly("#1001");
        test.shop.orders().note(order, "changed");
        assertThat(test.names("updated_at:>'2026-11-16T08:00:00Z'")).isEmpty();
        test.pass(30);
        assertThat(test.names("updated_at:>'2026-11-16T08:00:00Z'")).containsExactly("#1001");
    }

    @Test
    void nodes_keep_order_and_repeats_and_answer_null_for_what_is_gone() {
        ShopOrder first = test.shop.orders().place(test.plain());
        ShopOrder gone = test.shop.orders().place(test.plain());
        test.shop.orders().delete(gone);
        Answer answer = test.ask(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Order { name } } }",
                "ids",
                List.of(gone.gid(), first.gid(), first.gid()));
        assertThat(answer.data("/nodes/0").isNull()).isTrue();
        assertThat(answer.data("/nodes/1/name").asText()).isEqualTo("#1001");
        assertThat(answer.data("/nodes")).hasSize(3);
    }

    @Test
    void an_old_order_is_out_of_reach_without_the_scope_for_all_orders() {
        ShopOrder order = test.shop.orders().place(test.plain());
        test.clock.pass(Duration.ofDays(61));
        assertThat(test.names("")).hasSize(1);
        test.shop.scopes(Set.of("read_orders"));
        assertThat(test.names("")).isEmpty();
        assertThat(order(order, "name").data("/order").isNull()).isTrue();
    }

    @Test
    void numbers_of_different_types_have_nothing_to_do_with_each_other() {
        assertThat(test.shirt.number())
                .isNotEqualTo(test.shirt.item().number())
                .isNotEqualTo(test.shirt.product().number());
        try (TestShop other = new TestShop()) {
            assertThat(other.shirt.gid()).isEqualTo(test.shirt.gid());
        }
    }

    @Test
    void a_deleted_product_leaves_sku_and_title_on_the_line() {
        ShopOrder order = test.shop.orders().place(test.plain());
        test.shop.stock().delete(test.shirt.product());
        Answer answer = order(order, "lineItems(first: 1) { nodes { sku title variant { id } product { id } } }");
        assertThat(answer.data("/order/lineItems/nodes/0/sku").asText()).isEqualTo("SHIRT-1");
        assertThat(answer.data("/order/lineItems/nodes/0/variant").isNull()).isTrue();
    }
}
