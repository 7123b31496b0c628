package dev.drayage.testkit.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.shopify.TestShop.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderWritesTest {
    private static final String REFUND =
            "mutation($i: RefundInput!, $k: String!) { refundCreate(input: $i) @idempotent(key: $k) {"
                    + " refund { id totalRefundedSet { shopMoney { amount } } } order { displayFinancialStatus } userErrors { field message } } }";
    private static final String BEGIN =
            "mutation($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id lineItems(first: 9) { nodes { id quantity editableQuantity } } } orderEditSession { id } userErrors { field message } } }";
    private static final String COMMIT =
            "mutation($id: ID!) { orderEditCommit(id: $id) { successMessages order { edited } userErrors { field message } } }";
    private final TestShop test = new TestShop();

    @AfterEach
    void close() {
        test.close();
    }

    private Answer refund(String key, Map<String, Object> input) {
        return test.ask(REFUND, "k", key, "i", input);
    }

    private static Map<String, Object> back(ShopOrder order, String kind, String parent, String amount) {
        return Map.of(
                "orderId",
                order.gid(),
                "kind",
                kind,
                "gateway",
                "shopify_payments",
                "parentId",
                parent,
                "amount",
                amount);
    }

    @Test
    void a_refund_without_transactions_moves_no_money() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        Answer answer = refund(
                "k1",
                Map.of(
                        "orderId",
                        order.gid(),
                        "refundLineItems",
                        List.of(Map.of("lineItemId", order.lines().get(0).gid(), "quantity", 1))));
        assertThat(answer.data("/refundCreate/refund/totalRefundedSet/shopMoney/amount")
                        .asText())
                .isEqualTo("0.0");
        assertThat(order.lines().get(0).currentQuantity()).isEqualTo(1);
        assertThat(order.totals().refunded().isZero()).isTrue();
        assertThat(order.totals().outstanding().shop()).isEqualByComparingTo("-22");
    }

    @Test
    void a_refund_with_transactions_happens_once_for_one_key() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        String parent = order.payments().get(0).gid();
        Map<String, Object> input =
                Map.of("orderId", order.gid(), "transactions", List.of(back(order, "REFUND", parent, "5.00")));
        String id = refund("k1", input).data("/refundCreate/refund/id").asText();
        assertThat(refund("k1", input).data("/refundCreate/refund/id").asText()).isEqualTo(id);
        assertThat(order.refunds()).hasSize(1);
        assertThat(order.refunds().get(0).adjustments().get(0).reason()).isEqualTo("REFUND_DISCREPANCY");
        assertThat(order.financialStatus()).contains("PARTIALLY_REFUNDED");
        assertThat(order.totals().refunded().shop()).isEqualByComparingTo("5");
        assertThat(order.totals().outstanding().shop()).isEqualByComparingTo("0");
    }

    @Test
    void wrong_refunds_are_refused_and_change_nothing() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        String parent = order.payments().get(0).gid();
        assertThat(refund(
                                "1",
                                Map.of(
                                        "orderId",
                                        order.gid(),
                                        "transactions",
                                        List.of(back(order, "REFUND", parent, "99.00"))))
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("Refund amount $99.00 is greater than net payment received $57.75");
        assertThat(refund(
                                "2",
                                Map.of(
                                        "orderId",
                                        order.gid(),
                                        "refundLineItems",
                                        List.of(Map.of(
                                                "lineItemId",
                                                order.lines().get(0).gid(),
                                                "quantity",
                                                3))))
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("Quantity cannot refund more items than were purchased");
        assertThat(refund(
                                "3",
                                Map.of(
                                        "orderId",
                                        order.gid(),
                                        "transactions",
                                        List.of(back(order, "AUTHORIZATION", parent, "1.00"))))
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("Kind authorization is not a valid transaction");
        assertThat(refund(
                                "4",
                                Map.of(
                                        "orderId",
                                        order.gid(),
                                        "transactions",
                                        List.of(back(order, "REFUND", "gid://shopify/OrderTransaction/9", "1.00"))))
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("Transactions require a parent_id associated with the order");
        assertThat(refund("5", Map.of("orderId", "gid://shopify/Order/9"))
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("Order does not exist");
        assertThat(order.refunds()).isEmpty();
        assertThat(test.ask(
                                "mutation($i: RefundInput!) { refundCreate(input: $i) { userErrors { message } } }",
                                "i",
                                Map.of("orderId", order.gid()))
                        .code())
                .isEqualTo("BAD_REQUEST");
    }

    @Test
    void a_suggested_refund_is_what_a_refund_then_pays() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        Answer answer = test.ask(
                "query($id: ID!, $l: [RefundLineItemInput!]) { order(id: $id) { suggestedRefund(refundLineItems: $l, refundShipping: true) { amountSet { shopMoney { amount } } suggestedTransactions { kind parentTransaction { id } amountSet { shopMoney { amount } } } } } }",
                "id",
                order.gid(),
                "l",
                List.of(Map.of("lineItemId", order.lines().get(0).gid(), "quantity", 1)));
        assertThat(answer.data("/order/suggestedRefund/amountSet/shopMoney/amount")
                        .asText())
                .isEqualTo("27.5");
        assertThat(answer.data("/order/suggestedRefund/suggestedTransactions/0/kind")
                        .asText())
                .isEqualTo("SUGGESTED_REFUND");
    }

    @Test
    void an_edit_shows_on_the_order_only_after_its_commit() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        Answer begun = test.ask(BEGIN, "id", order.gid());
        String session = begun.data("/orderEditBegin/calculatedOrder/id").asText();
        String line = begun.data("/orderEditBegin/calculatedOrder/lineItems/nodes/0/id")
                .asText();
        test.ask(
                "mutation($id: ID!, $l: ID!) { orderEditSetQuantity(id: $id, lineItemId: $l, quantity: 0, restock: true) { calculatedLineItem { quantity } userErrors { message } } }",
                "id",
                session,
                "l",
                line);
        test.ask(
                "mutation($id: ID!, $v: ID!) { orderEditAddVariant(id: $id, variantId: $v, quantity: 2, allowDuplicates: true) { calculatedLineItem { id } userErrors { message } } }",
                "id",
                session,
                "v",
                test.mug.gid());
        assertThat(order.lines()).hasSize(2);
        test.pass(30);
        Answer done = test.ask(COMMIT, "id", session);
        assertThat(done.data("/orderEditCommit/successMessages/0").asText()).isEqualTo("Order updated");
        assertThat(order.lines()).hasSize(3);
        assertThat(order.lines().get(0).quantity()).isEqualTo(2);
        assertThat(order.lines().get(0).currentQuantity()).isZero();
        assertThat(order.updatedAt()).isEqualTo(TestShop.START.plusSeconds(30));
        assertThat(order.totals().outstanding().shop()).isEqualByComparingTo("-29");
        assertThat(test.shirt.item().level(test.east).orElseThrow().quantity("available"))
                .isEqualTo(10);
        assertThat(test.mug.item().level(test.east).orElseThrow().quantity("committed"))
                .isEqualTo(3);
        assertThat(test.ask(COMMIT, "id", session).userError().path("message").asText())
                .isEqualTo("The calculated order does not exist.");
    }

    @Test
    void of_two_sessions_the_later_commit_fails() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        String first = test.ask(BEGIN, "id", order.gid())
                .data("/orderEditBegin/calculatedOrder/id")
                .asText();
        String second = test.ask(BEGIN, "id", order.gid())
                .data("/orderEditBegin/calculatedOrder/id")
                .asText();
        String custom =
                "mutation($id: ID!, $m: MoneyInput!) { orderEditAddCustomItem(id: $id, title: \"Engraving\", price: $m, quantity: 1) { calculatedLineItem { id } userErrors { message } } }";
        assertThat(test.ask(custom, "id", first, "m", Map.of("amount", "4.00", "currencyCode", "CAD"))
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("Currency must be USD.");
        test.ask(custom, "id", first, "m", Map.of("amount", "4.00", "currencyCode", "USD"));
        assertThat(test.ask(COMMIT, "id", first).userError().isMissingNode()).isTrue();
        assertThat(test.ask(COMMIT, "id", second).userError().isMissingNode()).isFalse();
        assertThat(order.totals().outstanding().shop()).isEqualByComparingTo("4");
    }

    @Test
    void a_cancelled_order_cannot_be_edited() {
        ShopOrder order = test.shop.orders().place(test.plain());
        test.shop.orders().cancel(order, true);
        assertThat(test.ask(BEGIN, "id", order.gid())
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("The order cannot be edited.");
        assertThat(test.ask(BEGIN, "id", "gid://shopify/Order/9")
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("The order does not exist.");
    }

    @Test
    void a_cancellation_is_a_job_and_pays_back_if_told_to() {
        String cancel =
                "mutation($id: ID!, $m: OrderCancelRefundMethodInput) { orderCancel(orderId: $id, reason: CUSTOMER, restock: true, refundMethod: $m) { job { id done } orderCancelUserErrors { field message code } } }";
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        Answer answer = test.ask(cancel, "id", order.gid(), "m", Map.of("originalPaymentMethodsRefund", true));
        String job = answer.data("/orderCancel/job/id").asText();
        assertThat(answer.data("/orderCancel/job/done").asBoolean()).isFalse();
        assertThat(test.ask("query($id: ID!) { job(id: $id) { done } }", "id", job)
                        .data("/job/done")
                        .asBoolean())
                .isTrue();
        assertThat(order.financialStatus()).contains("REFUNDED");
        assertThat(order.totals().currentTotal().isZero()).isTrue();
        assertThat(order.openFulfillmentOrders()).isEmpty();
        assertThat(test.names("status:cancelled")).containsExactly("#1001");
        assertThat(test.ask(cancel, "id", order.gid())
                        .data("/orderCancel/orderCancelUserErrors/0/message")
                        .asText())
                .isEqualTo("Cannot cancel an order that has already been canceled");
        ShopOrder shipped = test.shop.orders().placePaid(test.plain());
        test.shop.orders().ship(shipped.fulfillmentOrders().get(0), "UPS", "1");
        assertThat(test.ask(cancel, "id", shipped.gid())
                        .data("/orderCancel/orderCancelUserErrors/0/message")
                        .asText())
                .isEqualTo("Cannot cancel an order that has outstanding fulfillments");
    }

    @Test
    void mark_as_paid_takes_all_that_is_outstanding_once() {
        String paid =
                "mutation($id: ID!) { orderMarkAsPaid(input: {id: $id}) { order { displayFinancialStatus } userErrors { field message } } }";
        ShopOrder order = test.shop.orders().place(test.plain());
        assertThat(test.ask(paid, "id", order.gid())
                        .data("/orderMarkAsPaid/order/displayFinancialStatus")
                        .asText())
                .isEqualTo("PAID");
        assertThat(order.payments().get(0).gateway()).isEqualTo("manual");
        assertThat(test.ask(paid, "id", order.gid()).userError().path("message").asText())
                .isEqualTo("Order cannot be marked as paid.");
        assertThat(order.payments()).hasSize(1);
    }

    @Test
    void a_manual_payment_of_a_part_needs_plus() {
        String pay =
                "mutation($id: ID!, $a: MoneyInput) { orderCreateManualPayment(id: $id, amount: $a) { order { displayFinancialStatus } userErrors { field message } } }";
        ShopOrder order = test.shop.orders().place(test.plain());
        assertThat(test.ask(pay, "id", order.gid(), "a", Map.of("amount", "10.00", "currencyCode", "USD"))
                        .data("/orderCreateManualPayment/order/displayFinancialStatus")
                        .asText())
                .isEqualTo("PARTIALLY_PAID");
        try (TestShop small = new TestShop(true)) {
            ShopOrder poor = small.shop.orders().place(small.plain());
            assertThat(small.ask(pay, "id", poor.gid(), "a", Map.of("amount", "10.00", "currencyCode", "USD"))
                            .code())
                    .isEqualTo("ACCESS_DENIED");
            assertThat(poor.payments()).isEmpty();
            assertThat(small.ask(pay, "id", poor.gid())
                            .data("/orderCreateManualPayment/order/displayFinancialStatus")
                            .asText())
                    .isEqualTo("PAID");
        }
    }

    @Test
    void an_authorization_is_captured_in_parts_and_never_beyond() {
        String capture =
                "mutation($i: OrderCaptureInput!) { orderCapture(input: $i) { transaction { kind status parentTransaction { id } } userErrors { field message } } }";
        ShopOrder order = test.shop.orders().place(test.plain());
        OrderPayment authorization = test.shop.orders().authorize(order);
        assertThat(order.financialStatus()).contains("AUTHORIZED");
        Map<String, Object> input =
                new HashMap<>(Map.of("id", order.gid(), "parentTransactionId", authorization.gid(), "amount", "50.00"));
        assertThat(test.ask(capture, "i", input)
                        .data("/orderCapture/transaction/kind")
                        .asText())
                .isEqualTo("CAPTURE");
        assertThat(order.financialStatus()).contains("PARTIALLY_PAID");
        assertThat(test.ask(capture, "i", input).userError().path("message").asText())
                .isEqualTo("Cannot capture more than the authorized 7.75 for this payment.");
        input.put("amount", "0.00");
        assertThat(test.ask(capture, "i", input).userError().path("message").asText())
                .isEqualTo("Amount must be greater than zero for capture transactions");
        assertThat(order.totals().received().shop()).isEqualByComparingTo("50");
    }

    @Test
    void an_update_replaces_the_tags() {
        ShopOrder order = test.shop.orders().place(test.plain().tag("old"));
        String update =
                "mutation($i: OrderInput!) { orderUpdate(input: $i) { order { id } userErrors { field message } } }";
        test.ask(update, "i", Map.of("id", order.gid(), "tags", List.of("new"), "note", "hello"));
        assertThat(order.tags()).containsExactly("new");
        assertThat(order.note()).isEqualTo("hello");
        assertThat(test.ask(update, "i", Map.of("id", order.gid()))
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("No valid update parameters have been provided");
        assertThat(test.ask(update, "i", Map.of("id", order.gid(), "phone", "x"))
                        .userError()
                        .path("message")
                        .asText())
                .isEqualTo("Phone is invalid");
    }
}
