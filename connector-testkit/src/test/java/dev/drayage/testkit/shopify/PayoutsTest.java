package dev.drayage.testkit.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.shopify.TestShop.Answer;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PayoutsTest {
    private static final String ROWS =
            "query($q: String, $h: Boolean) { shopifyPaymentsAccount { balanceTransactions(first: 50, sortKey: PROCESSED_AT, hideTransfers: $h, query: $q) {"
                    + " nodes { type amount { amount } fee { amount } net { amount } sourceOrderTransactionId associatedOrder { name } associatedPayout { status } adjustmentReason } } } }";
    private final TestShop test = new TestShop();

    @AfterEach
    void close() {
        test.close();
    }

    private BigDecimal net(Answer rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (var row : rows.data("/shopifyPaymentsAccount/balanceTransactions/nodes")) {
            sum = sum.add(new BigDecimal(row.at("/net/amount").asText()));
        }
        return sum;
    }

    @Test
    void a_payout_is_the_sum_of_its_rows_but_for_the_transfer() {
        ShopOrder order = test.shop.orders().placePaid(test.plain());
        test.shop.orders().refund(order, RefundDraft.empty().money("10.00"));
        test.shop.payments().row("DISPUTE_WITHDRAWAL", "-5.00", "15.00", "chargeback");
        Payout payout = test.shop.payments().closePayout();
        test.shop.orders().placePaid(test.plain());
        String filter = "payments_transfer_id:" + payout.number();
        Answer rows = test.ask(ROWS, "q", filter, "h", true);
        assertThat(rows.data("/shopifyPaymentsAccount/balanceTransactions/nodes")
                        .findValuesAsText("type"))
                .containsExactly("CHARGE", "REFUND", "DISPUTE_WITHDRAWAL");
        assertThat(net(rows)).isEqualByComparingTo(payout.net()).isEqualByComparingTo("25.78");
        assertThat(rows.data("/shopifyPaymentsAccount/balanceTransactions/nodes/0/sourceOrderTransactionId")
                        .asText())
                .isEqualTo(Long.toString(order.payments().get(0).number()));
        assertThat(rows.data("/shopifyPaymentsAccount/balanceTransactions/nodes/0/associatedOrder/name")
                        .asText())
                .isEqualTo("#1001");
        assertThat(net(test.ask(ROWS, "q", filter, "h", false))).isEqualByComparingTo("0");
        assertThat(test.shop.payments().waiting()).hasSize(1);
    }

    @Test
    void a_payout_may_fail_and_a_negative_one_is_a_withdrawal() {
        test.shop.orders().placePaid(test.plain());
        Payout failed = test.shop.payments().closePayout();
        test.shop.payments().settle(failed, Payout.Status.FAILED);
        test.pass(3600);
        Payout retried = test.shop.payments().closePayout();
        assertThat(retried.net()).isEqualByComparingTo(failed.net());
        test.pass(3600);
        test.shop.payments().row("RESERVED_FUNDS", "-30.00", "0.00", "");
        test.shop.payments().closePayout();
        Answer answer = test.ask(
                "{ shopifyPaymentsAccount { payouts(first: 5, sortKey: ISSUED_AT) { nodes { status transactionType net { amount } summary { retriedPayoutsGross { amount } reservedFundsGross { amount } } } } } }");
        assertThat(answer.data("/shopifyPaymentsAccount/payouts/nodes/0/status").asText())
                .isEqualTo("FAILED");
        assertThat(answer.data("/shopifyPaymentsAccount/payouts/nodes/1/summary/retriedPayoutsGross/amount")
                        .asText())
                .isEqualTo("55.78");
        assertThat(answer.data("/shopifyPaymentsAccount/payouts/nodes/2/transactionType")
                        .asText())
                .isEqualTo("WITHDRAWAL");
        assertThat(answer.data("/shopifyPaymentsAccount/payouts/nodes/2/net/amount")
                        .asText())
                .isEqualTo("-30.0");
    }

    @Test
    void other_gateways_never_show_up() {
        ShopOrder order = test.shop.orders().place(test.plain());
        test.shop.orders().pay(order, "gift_card", "57.75");
        assertThat(test.shop.payments().waiting()).isEmpty();
        assertThat(order.financialStatus()).contains("PAID");
    }
}
