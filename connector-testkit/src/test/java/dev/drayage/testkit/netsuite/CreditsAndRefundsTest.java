package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Credit memos of invoices and cash refunds of cash sales: how much they may be, and what they put back. */
class CreditsAndRefundsTest {
    private final MoneyAccount netSuite =
            MoneyAccount.open(settings -> settings.with(AccountPreference.CASH_SALES_TAKE_STOCK));

    @AfterEach
    void close() {
        netSuite.close();
    }

    private BigDecimal mugs() {
        return netSuite.simulator().onHand("98", "6");
    }

    private String goods(String record) {
        return netSuite.create(record, TestAccount.orderBody(record).replaceFirst("\\{", "{\"shippingCost\": 7.95,"));
    }

    private BigDecimal total(String id) {
        return netSuite.simulator().books().transaction(id).orElseThrow().total();
    }

    @Test
    void a_credit_memo_of_a_whole_invoice_closes_it_and_puts_the_goods_back() {
        String invoice = goods("invoice");
        assertThat(mugs()).isEqualByComparingTo("-2");
        String memo = netSuite.create("invoice/" + invoice + "/!transform/creditMemo", "{\"externalId\": \"CM-1\"}");
        assertThat(total(memo)).isEqualByComparingTo("87.85");
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("B");
        assertThat(netSuite.status("creditMemo", memo)).isEqualTo("B");
        assertThat(mugs()).isZero();
        assertThat(netSuite.balance(MoneyAccount.RECEIVABLE)).isZero();
        assertThat(netSuite.refused(
                        "invoice/" + invoice + "/!transform/creditMemo",
                        "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 1}]}}"))
                .startsWith("400 USER_ERROR")
                .contains("that remain of Invoice #INV1001");
    }

    @Test
    void a_part_of_an_invoice_is_credited_line_by_line() {
        String invoice = goods("invoice");
        String memo = netSuite.create("invoice/" + invoice + "/!transform/creditMemo", """
                {"shippingCost": 0, "item": {"items": [{"orderLine": 1, "quantity": 1}]},
                 "apply": {"items": [{"doc": {"id": "%s"}, "line": 0, "apply": true, "amount": 30}]}}
                """.formatted(invoice));
        assertThat(total(memo)).isEqualByComparingTo("39.95");
        Books books = netSuite.simulator().books();
        assertThat(books.transaction(memo).orElseThrow().open()).isEqualByComparingTo("9.95");
        assertThat(books.transaction(invoice).orElseThrow().open()).isEqualByComparingTo("57.85");
        assertThat(mugs()).isEqualByComparingTo("-1");
        assertThat(netSuite.refused(
                        "invoice/" + invoice + "/!transform/creditMemo",
                        "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 2, \"rate\": 1}]}}"))
                .contains("line 1 is more than what remains");
        assertThat(netSuite.refused(
                        "invoice/" + invoice + "/!transform/creditMemo",
                        "{\"item\": {\"items\": [{\"orderLine\": 9, \"quantity\": 1}]}}"))
                .contains("Invalid Field Value 9 for the following field: orderLine");
    }

    @Test
    void a_credit_memo_is_applied_no_further_than_its_total_and_what_is_open() {
        String invoice = netSuite.invoice("110", "1", "100");
        String apply = """
                {"apply": {"items": [{"doc": {"id": "%s"}, "apply": true, "amount": %s}]},""";
        String memo = MoneyAccount.sale("110", "1", "50");
        assertThat(netSuite.refused("creditMemo", memo.replaceFirst("\\{", apply.formatted(invoice, "51"))))
                .contains("is more than the credit of 50.00");
        netSuite.create("customerPayment", MoneyAccount.payment(invoice, "90", "90"));
        assertThat(netSuite.refused("creditMemo", memo.replaceFirst("\\{", apply.formatted(invoice, "11"))))
                .contains("more than the 10.00 that are open");
        String id = netSuite.create("creditMemo", memo.replaceFirst("\\{", apply.formatted(invoice, "10")));
        assertThat(netSuite.status("creditMemo", id)).isEqualTo("A");
        netSuite.create("customerRefund", """
                {"customer": {"id": "110"}, "account": {"id": "1"},
                 "apply": {"items": [{"doc": {"id": "%s"}, "line": 1, "apply": true, "amount": 40}]}}
                """.formatted(id));
        assertThat(netSuite.status("creditMemo", id)).isEqualTo("B");
        assertThat(netSuite.refused("customerRefund", """
                        {"customer": {"id": "110"}, "account": {"id": "1"},
                         "apply": {"items": [{"doc": {"id": "%s"}, "apply": true, "amount": 0.01}]}}
                        """.formatted(id))).contains("already been applied in full");
        assertThat(netSuite.balance(MoneyAccount.RECEIVABLE)).isZero();
    }

    @Test
    void a_cash_refund_returns_goods_and_no_more_than_was_paid() {
        String sale = goods("cashSale");
        assertThat(mugs()).isEqualByComparingTo("-2");
        String path = "cashSale/" + sale + "/!transform/cashRefund";
        assertThat(netSuite.refused(path, "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 3}]}}"))
                .contains("more than");
        assertThat(netSuite.refused(
                        path, "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 2, \"rate\": 40}]}}"))
                .contains("The amount of 87.95 is more than the 87.85 that remain of Cash Sale #CS1001");
        String refund = netSuite.create(
                path, "{\"shippingCost\": 0, \"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 1}]}}");
        assertThat(total(refund)).isEqualByComparingTo("39.95");
        assertThat(mugs()).isEqualByComparingTo("-1");
        netSuite.create(path, "{}");
        assertThat(mugs()).isZero();
        assertThat(netSuite.balance(MoneyAccount.UNDEPOSITED)).isEqualByComparingTo("7.95");
        netSuite.simulator().bookkeeper().delete("cashRefund", refund);
        assertThat(mugs()).isEqualByComparingTo("-1");
    }

    @Test
    void money_can_be_refunded_without_goods() {
        String sale = goods("cashSale");
        String refund = netSuite.create("cashSale/" + sale + "/!transform/cashRefund", """
                {"shippingCost": 0, "item": {"items": [{"orderLine": 1, "quantity": 0},
                  {"item": {"id": "78"}, "quantity": 1, "price": {"id": "-1"}, "rate": 10}]}}""");
        assertThat(total(refund)).isEqualByComparingTo("10");
        assertThat(mugs()).isEqualByComparingTo("-2");
    }

    @Test
    void a_sale_that_was_refunded_cannot_be_deleted() {
        String sale = goods("cashSale");
        netSuite.simulator().bookkeeper().refund(sale, "{}");
        assertThat(TestAccount.refusal(netSuite.http().send("DELETE", TestAccount.RECORD + "cashSale/" + sale, "")))
                .contains("linked");
    }

    @Test
    void no_other_transform_is_offered() {
        String invoice = netSuite.invoice("110", "1", "100");
        assertThat(netSuite.refused("invoice/" + invoice + "/!transform/cashRefund", "{}"))
                .startsWith("400 INVALID_REQUEST");
    }
}
