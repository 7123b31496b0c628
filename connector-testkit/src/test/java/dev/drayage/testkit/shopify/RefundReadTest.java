package dev.drayage.testkit.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.shopify.TestShop.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefundReadTest {
    private static final String REFUND = "query($id: ID!) { refund(id: $id) { totalRefundedSet { shopMoney { amount } }"
            + " refundLineItems(first: 5) { nodes { quantity restockType restocked subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } } }"
            + " refundShippingLines(first: 5) { nodes { subtotalAmountSet { shopMoney { amount } } taxAmountSet { shopMoney { amount } } } }"
            + " duties { amountSet { shopMoney { amount } } }"
            + " orderAdjustments(first: 5) { nodes { reason amountSet { shopMoney { amount } } } }"
            + " transactions(first: 5) { nodes { kind status gateway amountSet { shopMoney { amount } } parentTransaction { id } } } } }";
    private final TestShop test = new TestShop();

    @AfterEach
    void close() {
        test.close();
    }

    private Answer read(OrderRefund refund) {
        return test.ask(REFUND, "id", refund.gid());
    }

    @Test
    void lines_shipping_and_taxes_are_told_apart() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        OrderRefund refund = test.shop
                .orders()
                .refund(
                        order,
                        RefundDraft.empty()
                                .line(order.lines().get(0), 1)
                                .allShipping()
                                .paidBack());
        Answer answer = read(refund);
        assertThat(answer.data("/refund/totalRefundedSet/shopMoney/amount").asText())
                .isEqualTo("27.5");
        assertThat(answer.data("/refund/refundLineItems/nodes/0/subtotalSet/shopMoney/amount")
                        .asText())
                .isEqualTo("20.0");
        assertThat(answer.data("/refund/refundLineItems/nodes/0/totalTaxSet/shopMoney/amount")
                        .asText())
                .isEqualTo("2.0");
        assertThat(answer.data("/refund/refundShippingLines/nodes/0/subtotalAmountSet/shopMoney/amount")
                        .asText())
                .isEqualTo("5.0");
        assertThat(answer.data("/refund/refundShippingLines/nodes/0/taxAmountSet/shopMoney/amount")
                        .asText())
                .isEqualTo("0.5");
        assertThat(answer.data("/refund/transactions/nodes/0/parentTransaction/id")
                        .asText())
                .isEqualTo(order.payments().get(0).gid());
        assertThat(answer.data("/refund/orderAdjustments/nodes")).isEmpty();
        assertThat(order.totals().outstanding().isZero()).isTrue();
    }

    @Test
    void money_that_no_line_explains_is_an_adjustment() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        Answer answer =
                read(test.shop.orders().refund(order, RefundDraft.empty().money("3.00")));
        assertThat(answer.data("/refund/refundLineItems/nodes")).isEmpty();
        assertThat(answer.data("/refund/orderAdjustments/nodes/0/reason").asText())
                .isEqualTo("REFUND_DISCREPANCY");
        assertThat(answer.data("/refund/orderAdjustments/nodes/0/amountSet/shopMoney/amount")
                        .asText())
                .isEqualTo("-3.0");
    }

    @Test
    void a_pending_refund_counts_when_it_has_settled() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        OrderRefund refund = test.shop
                .orders()
                .refund(order, RefundDraft.empty().money("3.00").pending());
        assertThat(order.financialStatus()).contains("PAID");
        assertThat(read(refund).data("/refund/transactions/nodes/0/status").asText())
                .isEqualTo("PENDING");
        test.pass(60);
        test.shop.orders().decide(order, refund.payments().get(0), OrderPayment.Status.SUCCESS);
        assertThat(order.financialStatus()).contains("PARTIALLY_REFUNDED");
        assertThat(order.updatedAt()).isEqualTo(TestShop.START.plusSeconds(60));
    }

    @Test
    void duties_and_a_tip_go_back_with_a_cancellation() {
        ShopOrder order = test.shop
                .orders()
                .placePaid(NewOrder.of(NewLine.of("SHIRT-1", 1, "20.00").duty("3.00"))
                        .tip("2.00"));
        test.shop.orders().cancel(order, true);
        assertThat(order.totals().refunded().shop()).isEqualByComparingTo("25");
        assertThat(order.totals().currentTotal().shop()).isEqualByComparingTo("0");
        assertThat(read(order.refunds().get(0))
                        .data("/refund/duties/0/amountSet/shopMoney/amount")
                        .asText())
                .isEqualTo("3.0");
    }

    @Test
    void discounts_and_odd_cents_come_back_to_the_cent_over_several_refunds() {
        ShopOrder order = test.shop
                .orders()
                .placePaid(NewOrder.of(NewLine.of("SHIRT-1", 3, "3.33").tax("VAT", "0.07"))
                        .discount(Discount.automatic("One off", "1.00")));
        for (int n = 0; n < 3; n++) {
            test.shop
                    .orders()
                    .refund(
                            order,
                            RefundDraft.empty().line(order.lines().get(0), 1).paidBack());
        }
        assertThat(order.totals().refunded().shop())
                .isEqualByComparingTo(order.totals().received().shop());
        assertThat(order.financialStatus()).contains("REFUNDED");
        assertThat(order.totals().currentTotal().shop()).isEqualByComparingTo("0");
    }
}
