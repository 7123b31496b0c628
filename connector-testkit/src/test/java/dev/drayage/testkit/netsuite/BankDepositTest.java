package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payouts: what lay in undeposited funds goes to the bank, less fees. */
class BankDepositTest {
    private final MoneyAccount netSuite = MoneyAccount.open();

    @AfterEach
    void close() {
        netSuite.close();
    }

    private String cashSale(String amount) {
        return netSuite.create("cashSale", MoneyAccount.sale("110", "1", amount));
    }

    private static String deposit(String... payments) {
        return """
                {"account": {"id": "1"}, "tranDate": "2026-06-18", "payment": {"items": [%s]}}
                """.formatted(String.join(
                ",",
                List.of(payments).stream()
                        .map(id -> "{\"id\": " + id + ", \"deposit\": true}")
                        .toList()));
    }

    @Test
    void a_payout_takes_sales_and_refunds_adds_adjustments_and_takes_off_fees() {
        String sale = cashSale("100");
        String refunded = cashSale("30");
        String refund = netSuite.create("cashSale/" + refunded + "/!transform/cashRefund", "{}");
        String payment = netSuite.create("customerPayment", "{\"customer\": {\"id\": \"110\"}, \"payment\": 20}");
        String id = netSuite.create("deposit", """
                {"externalId": "SHOPIFY-PO-123", "account": {"id": "1"}, "tranDate": "2026-06-18", "memo": "payout 123",
                 "payment": {"items": [{"id": %s, "deposit": true}, {"id": %s, "deposit": true},
                                       {"id": %s, "deposit": true}, {"id": %s, "deposit": true}]},
                 "other": {"items": [{"account": {"id": "97"}, "amount": -12.00, "memo": "adjustment", "entity": {"id": "110"}}]},
                 "cashback": {"items": [{"account": {"id": "612"}, "amount": 3.46, "memo": "processing fees"}]}}
                """.formatted(sale, refunded, refund, payment));
        assertThat(netSuite.read("deposit/" + id).path("total").decimalValue()).isEqualByComparingTo("104.54");
        assertThat(netSuite.status("cashSale", sale)).isEqualTo("C");
        assertThat(netSuite.status("customerPayment", payment)).isEqualTo("C");
        assertThat(netSuite.balance(MoneyAccount.BANK)).isEqualByComparingTo("104.54");
        assertThat(netSuite.balance(MoneyAccount.FEES)).isEqualByComparingTo("3.46");
        assertThat(netSuite.balance(MoneyAccount.CLEARING)).isEqualByComparingTo("12.00");
        assertThat(netSuite.balance(MoneyAccount.UNDEPOSITED)).isZero();
        netSuite.simulator().bookkeeper().delete("deposit", id);
        assertThat(netSuite.status("cashSale", sale)).isEqualTo("B");
        assertThat(netSuite.balance(MoneyAccount.UNDEPOSITED)).isEqualByComparingTo("120");
    }

    @Test
    void a_payment_goes_to_the_bank_once() {
        String sale = cashSale("100");
        assertThat(netSuite.refused("deposit", deposit(sale, sale)))
                .isEqualTo("400 USER_ERROR: Cash Sale #CS1001 has already been deposited.");
        String id = netSuite.create("deposit", deposit(sale));
        assertThat(netSuite.refused("deposit", deposit(sale)))
                .isEqualTo("400 USER_ERROR: Cash Sale #CS1001 has already been deposited.");
        netSuite.http().created(netSuite.http().patch("deposit/" + id, "{\"memo\": \"same payments\"}"));
        assertThat(netSuite.balance(MoneyAccount.BANK)).isEqualByComparingTo("100");
    }

    @Test
    void only_what_lies_in_undeposited_funds_in_the_currency_of_the_bank_is_taken() {
        String booked = netSuite.create(
                "cashSale", MoneyAccount.sale("110", "1", "9").replaceFirst("\\{", "{\"account\": {\"id\": \"97\"},"));
        assertThat(netSuite.refused("deposit", deposit(booked))).contains("is not in undeposited funds");
        String order = netSuite.http().order("SHOP-1");
        assertThat(netSuite.refused("deposit", deposit(order))).contains("Invalid Field Value " + order);
        String euros = netSuite.create("cashSale", MoneyAccount.sale("112", "2", "9"));
        assertThat(netSuite.refused("deposit", deposit(cashSale("5"), euros)))
                .contains("is not the currency of this deposit");
        assertThat(netSuite.refused("deposit", deposit(cashSale("5")).replace("{\"id\": \"1\"}", "{\"id\": \"2\"}")))
                .contains("is not the currency of this deposit");
        netSuite.create("deposit", deposit(euros).replace("{\"id\": \"1\"}", "{\"id\": \"2\"}"));
        assertThat(netSuite.simulator().books().balance(MoneyAccount.EURO_BANK, "2"))
                .isEqualByComparingTo("9");
    }

    @Test
    void a_deposit_goes_to_a_bank_account_and_is_not_negative_or_empty() {
        String sale = cashSale("10");
        assertThat(netSuite.refused("deposit", deposit(sale).replace("{\"id\": \"1\"}", "{\"id\": \"97\"}")))
                .contains("Invalid Field Value 97 for the following field: account");
        assertThat(netSuite.refused("deposit", deposit(sale).replace("{\"id\": \"1\"}", "{\"id\": \"4711\"}")))
                .contains("Invalid Field Value 4711 for the following field: account");
        assertThat(netSuite.refused("deposit", deposit())).contains("at least one payment");
        assertThat(netSuite.refused("deposit", deposit(sale).replaceFirst("\\{", """
                        {"cashback": {"items": [{"account": {"id": "612"}, "amount": 10.01}]},""")))
                .isEqualTo("400 USER_ERROR: The total of a deposit cannot be negative: -0.01.");
        netSuite.create("deposit", deposit(sale).replaceFirst("\\{", """
                {"cashback": {"items": [{"account": {"id": "612"}, "amount": 10}]},"""));
    }

    @Test
    void what_was_deposited_keeps_its_amount_and_is_not_deleted_or_voided() {
        String payment = netSuite.create("customerPayment", "{\"customer\": {\"id\": \"110\"}, \"payment\": 20}");
        netSuite.simulator().bookkeeper().deposit(MoneyAccount.BANK, List.of(payment));
        assertThat(TestAccount.refusal(netSuite.http().patch("customerPayment/" + payment, "{\"payment\": 21}")))
                .contains("has been deposited");
        netSuite.http().created(netSuite.http().patch("customerPayment/" + payment, "{\"memo\": \"ok\"}"));
        assertThat(netSuite.status("customerPayment", payment)).isEqualTo("C");
        assertThat(TestAccount.refusal(
                        netSuite.http().send("DELETE", TestAccount.RECORD + "customerPayment/" + payment, "")))
                .contains("linked");
        String invoice = netSuite.invoice("110", "1", "20");
        netSuite.http().created(netSuite.http().patch("customerPayment/" + payment, """
                {"apply": {"items": [{"doc": {"id": "%s"}, "apply": true, "amount": 20}]}}""".formatted(invoice)));
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("B");
    }

    @Test
    void a_customer_refund_out_of_undeposited_funds_lowers_the_payout() {
        String payment = netSuite.create("customerPayment", "{\"customer\": {\"id\": \"110\"}, \"payment\": 20}");
        Bookkeeper bookkeeper = netSuite.simulator().bookkeeper();
        String refund = bookkeeper.payOut("customerPayment", payment, new BigDecimal("5"), MoneyAccount.UNDEPOSITED);
        bookkeeper.deposit(MoneyAccount.BANK, List.of(payment, refund));
        assertThat(netSuite.balance(MoneyAccount.BANK)).isEqualByComparingTo("15");
        assertThat(netSuite.balance(MoneyAccount.UNDEPOSITED)).isZero();
    }
}
