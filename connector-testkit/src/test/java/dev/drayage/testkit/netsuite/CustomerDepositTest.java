package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerDepositTest {
    private MoneyAccount netSuite =
            MoneyAccount.open(settings -> settings.with(AccountPreference.APPLY_DEPOSITS_AUTOMATICALLY));

    @AfterEach
    void close() {
        netSuite.close();
    }

    private static String deposit(String order, String amount) {
        return """
                {"externalId": "SHOPIFY-CD-%2$s", "customer": {"id": "110"}, "salesOrder": {"id": "%1$s"},
                 "currency": {"id": "1"}, "tranDate": "2026-06-15", "payment": %2$s, "memo": "shopify_payments tx778"}
                """.formatted(order, amount);
    }

    private String invoiceOf(String order) {
        return netSuite.create("salesOrder/" + order + "/!transform/invoice", "{}");
    }

    @Test
    void the_invoice_of_an_order_takes_the_deposits_of_the_order_oldest_first() {
        String order = netSuite.http().order("SHOP-1");
        String first = netSuite.create("customerDeposit", deposit(order, "50"));
        String second = netSuite.create("customerDeposit", deposit(order, "40"));
        assertThat(netSuite.status("customerDeposit", first)).isEqualTo("A");
        String invoice = invoiceOf(order);
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("B");
        assertThat(netSuite.status("customerDeposit", first)).isEqualTo("C");
        assertThat(netSuite.status("customerDeposit", second)).isEqualTo("A");
        Books books = netSuite.simulator().books();
        assertThat(books.transaction(second).orElseThrow().open()).isEqualByComparingTo("10.10");
        assertThat(books.balance("133", "1")).isEqualByComparingTo("-10.10");
        assertThat(books.balance(MoneyAccount.RECEIVABLE, "1")).isZero();
        assertThat(netSuite.simulator().records("depositApplication"))
                .extracting(record -> record.total().orElseThrow())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(new BigDecimal("50"), new BigDecimal("29.90"));
        StoredRecord application =
                netSuite.simulator().records("depositApplication").get(0);
        assertThat(netSuite.read("depositApplication/" + application.id())
                        .path("deposit")
                        .path("id")
                        .asText())
                .isEqualTo(first);
        netSuite.simulator().bookkeeper().delete("depositApplication", application.id());
        assertThat(netSuite.status("customerDeposit", first)).isEqualTo("A");
        assertThat(books.transaction(invoice).orElseThrow().open()).isEqualByComparingTo("50");
    }

    @Test
    void the_invoice_of_somebody_else_takes_no_deposit() {
        String order = netSuite.http().order("SHOP-1");
        String deposit = netSuite.create("customerDeposit", deposit(order, "50"));
        String invoice =
                netSuite.create("salesOrder/" + order + "/!transform/invoice", "{\"entity\": {\"id\": \"111\"}}");
        assertThat(netSuite.status("customerDeposit", deposit)).isEqualTo("A");
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("A");
    }

    @Test
    void without_the_preference_somebody_applies_them() {
        netSuite.close();
        netSuite = MoneyAccount.open();
        String order = netSuite.http().order("SHOP-1");
        Bookkeeper bookkeeper = netSuite.simulator().bookkeeper();
        String deposit = bookkeeper.enterDeposit(order, new BigDecimal("79.90"));
        String invoice = invoiceOf(order);
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("A");
        assertThatThrownBy(() -> bookkeeper.applyDeposit(deposit, invoice, new BigDecimal("80")))
                .hasMessageContaining("more than what is open");
        bookkeeper.applyDeposit(deposit, invoice, new BigDecimal("79.90"));
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("B");
        assertThat(netSuite.refused(
                        "depositApplication",
                        "{\"customer\": {\"id\": \"110\"}, \"deposit\": {\"id\": \"" + deposit + "\"}}"))
                .contains("cannot be created");
    }

    @Test
    void a_deposit_needs_an_order_of_the_same_customer_and_currency_without_a_payment_method() {
        String order = netSuite.http().order("SHOP-1");
        assertThat(netSuite.refused("customerDeposit", deposit(order, "5").replace("\"110\"", "\"111\"")))
                .contains("Invalid Field Value " + order + " for the following field: salesOrder");
        assertThat(netSuite.refused("customerDeposit", deposit("424242", "5"))).contains("field: salesOrder");
        netSuite.simulator().clerk().setOrderField(order, "paymentMethod", "{\"id\": \"5\"}");
        assertThat(netSuite.refused("customerDeposit", deposit(order, "5"))).contains("has a payment method");
        String euros = netSuite.create("salesOrder", MoneyAccount.sale("112", "2", "50"));
        assertThat(netSuite.refused("customerDeposit", deposit(euros, "5").replace("\"110\"", "\"112\"")))
                .contains("currency of the deposit");
        assertThat(netSuite.refused("customerDeposit", deposit(order, "0"))).contains("must be positive");
        assertThat(netSuite.simulator().records("customerDeposit")).isEmpty();
    }

    @Test
    void an_order_with_a_deposit_cannot_be_deleted() {
        String order = netSuite.http().order("SHOP-1");
        netSuite.create("customerDeposit", deposit(order, "5"));
        assertThat(TestAccount.refusal(netSuite.http().send("DELETE", TestAccount.RECORD + "salesOrder/" + order, "")))
                .contains("linked");
    }

    @Test
    void a_refund_pays_out_what_is_left_of_a_deposit_and_its_list_is_empty_on_every_read() {
        String deposit = netSuite.create("customerDeposit", """
                {"customer": {"id": "110"}, "payment": 60}""");
        String refund = """
                {"customer": {"id": "110"}, "account": {"id": "1"},
                 "deposit": {"items": [{"doc": {"id": "%s"}, "apply": true, "amount": %s}]}}""";
        assertThat(netSuite.refused("customerRefund", refund.formatted(deposit, "60.01")))
                .contains("is more than the 60 that are open");
        String id = netSuite.create("customerRefund", refund.formatted(deposit, "25"));
        assertThat(netSuite.read("customerRefund/" + id).path("deposit").path("items"))
                .isEmpty();
        assertThat(netSuite.read("customerRefund/" + id).path("total").decimalValue())
                .isEqualByComparingTo("25");
        assertThat(netSuite.refused("customerRefund", refund.formatted(deposit, "36")))
                .contains("35 that are open");
        netSuite.create("customerRefund", refund.formatted(deposit, "35"));
        assertThat(netSuite.status("customerDeposit", deposit)).isEqualTo("R");
        assertThat(netSuite.balance(MoneyAccount.BANK)).isEqualByComparingTo("-60");
        assertThat(netSuite.balance("133")).isZero();
        assertThat(TestAccount.refusal(netSuite.http()
                        .patch(
                                "customerRefund/" + id,
                                "{\"deposit\": {\"items\": [{\"doc\": {\"id\": \"" + deposit
                                        + "\"}, \"apply\": true}]}}")))
                .contains("cannot be updated");
        assertThat(netSuite.refused(
                        "customerRefund", refund.formatted(deposit, "5").replace("\"account\": {\"id\": \"1\"},", "")))
                .contains("Please enter value(s) for: Account");
    }
}
