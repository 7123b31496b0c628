package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money documents that people change their minds about, and how late queries see that. */
class MoneyChangesTest {
    private final MoneyAccount netSuite = MoneyAccount.open();
    private final Bookkeeper bookkeeper = netSuite.simulator().bookkeeper();

    @AfterEach
    void close() {
        netSuite.close();
    }

    @Test
    void a_payment_taken_off_a_bank_deposit_waits_again() {
        String first = netSuite.create("cashSale", MoneyAccount.sale("110", "1", "10"));
        String second = netSuite.create("cashSale", MoneyAccount.sale("110", "1", "20"));
        String bank = bookkeeper.deposit(MoneyAccount.BANK, List.of(first, second));
        netSuite.http().created(netSuite.http().patch("deposit/" + bank, """
                {"payment": {"items": [{"id": %s, "deposit": false}]}}""".formatted(first)));
        assertThat(netSuite.status("cashSale", first)).isEqualTo("B");
        assertThat(netSuite.status("cashSale", second)).isEqualTo("C");
        assertThat(netSuite.balance(MoneyAccount.BANK)).isEqualByComparingTo("20");
        bookkeeper.deposit(MoneyAccount.BANK, List.of(first));
        assertThat(netSuite.balance(MoneyAccount.UNDEPOSITED)).isZero();
    }

    @Test
    void a_refund_that_is_deleted_or_voided_opens_what_it_paid_out() {
        String memo = netSuite.create("creditMemo", MoneyAccount.sale("110", "1", "40"));
        Books books = netSuite.simulator().books();
        String deleted = bookkeeper.payOut("creditMemo", memo, new BigDecimal("40"), MoneyAccount.BANK);
        assertThat(netSuite.status("creditMemo", memo)).isEqualTo("B");
        assertThat(TestAccount.refusal(netSuite.http().send("DELETE", TestAccount.RECORD + "creditMemo/" + memo, "")))
                .contains("linked");
        bookkeeper.delete("customerRefund", deleted);
        assertThat(books.transaction(memo).orElseThrow().open()).isEqualByComparingTo("40");
        String deposit = netSuite.create("customerDeposit", "{\"customer\": {\"id\": \"110\"}, \"payment\": 7}");
        String voided = bookkeeper.payOut("customerDeposit", deposit, new BigDecimal("7"), MoneyAccount.BANK);
        bookkeeper.voidDocument("customerRefund", voided);
        assertThat(netSuite.status("customerDeposit", deposit)).isEqualTo("A");
        assertThat(books.postings(voided)).isEmpty();
        assertThat(netSuite.balance(MoneyAccount.BANK)).isZero();
    }

    @Test
    void a_credit_memo_that_is_deleted_opens_its_invoice() {
        String invoice = netSuite.invoice("110", "1", "100");
        String memo = bookkeeper.credit(invoice, "{}");
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("B");
        bookkeeper.delete("creditMemo", memo);
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("A");
        assertThat(netSuite.simulator()
                        .books()
                        .transaction(invoice)
                        .orElseThrow()
                        .open())
                .isEqualByComparingTo("100");
    }

    @Test
    void queries_see_a_payment_and_what_it_did_only_after_the_lag() {
        String invoice = netSuite.invoice("110", "1", "100");
        netSuite.http().clock().advance(Duration.ofHours(1));
        netSuite.simulator().queriesLagBehind(Duration.ofSeconds(30));
        bookkeeper.enterPayment(invoice, new BigDecimal("60"));
        String query = "SELECT type, status, foreignamountunpaid AS u FROM transaction ORDER BY id";
        assertThat(netSuite.http().rows(query))
                .containsExactly("{\"type\":\"CustInvc\",\"status\":\"A\",\"u\":\"100\"}");
        assertThat(netSuite.read("invoice/" + invoice).path("amountRemaining").decimalValue())
                .isEqualByComparingTo("40");
        netSuite.http().clock().advance(Duration.ofSeconds(30));
        assertThat(netSuite.http().rows(query))
                .containsExactly(
                        "{\"type\":\"CustInvc\",\"status\":\"A\",\"u\":\"40\"}",
                        "{\"type\":\"CustPymt\",\"status\":\"B\"}");
    }

    @Test
    void a_role_without_permission_neither_writes_nor_sees_payments() {
        String invoice = netSuite.invoice("110", "1", "100");
        bookkeeper.enterPayment(invoice, BigDecimal.ONE);
        netSuite.simulator().revokePermission("customerPayment");
        assertThat(netSuite.refused("customerPayment", MoneyAccount.payment(invoice, "1", "1")))
                .startsWith("403");
        assertThat(netSuite.refused("invoice/" + invoice + "/!transform/customerPayment", "{}"))
                .startsWith("403");
        assertThat(netSuite.http().rows("SELECT id FROM transaction WHERE type = 'CustPymt'"))
                .isEmpty();
    }

    @Test
    void a_refused_write_changes_nothing() {
        String invoice = netSuite.invoice("110", "1", "100");
        int written = netSuite.simulator().journal().writes().size();
        netSuite.refused("customerPayment", """
                {"customer": {"id": "110"}, "payment": 200, "apply": {"items": [
                  {"doc": {"id": "%1$s"}, "apply": true, "amount": 50}, {"doc": {"id": "%1$s"}, "apply": true, "amount": 50}]}}
                """.formatted(invoice));
        assertThat(netSuite.simulator().journal().writes()).hasSize(written);
        assertThat(netSuite.simulator()
                        .books()
                        .transaction(invoice)
                        .orElseThrow()
                        .open())
                .isEqualByComparingTo("100");
    }
}
