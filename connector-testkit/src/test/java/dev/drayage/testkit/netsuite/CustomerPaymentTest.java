package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerPaymentTest {
    private final MoneyAccount netSuite = MoneyAccount.open();
    private final Books books = netSuite.simulator().books();

    @AfterEach
    void close() {
        netSuite.close();
    }

    private BigDecimal open(String id) {
        return books.transaction(id).orElseThrow().open();
    }

    @Test
    void a_payment_closes_what_it_is_applied_to_and_keeps_the_rest() {
        String invoice = netSuite.invoice("110", "1", "200");
        String payment = netSuite.create("customerPayment", MoneyAccount.payment(invoice, "250", "200.00"));
        JsonNode read = netSuite.read("customerPayment/" + payment);
        assertThat(read.path("applied").decimalValue()).isEqualByComparingTo("200");
        assertThat(read.path("unapplied").decimalValue()).isEqualByComparingTo("50");
        assertThat(read.path("apply")
                        .path("items")
                        .path(0)
                        .path("doc")
                        .path("refName")
                        .asText())
                .isEqualTo("Invoice #INV1001");
        assertThat(read.path("status").path("refName").asText()).isEqualTo("Not Deposited");
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("B");
        assertThat(netSuite.balance(MoneyAccount.UNDEPOSITED)).isEqualByComparingTo("250");
        assertThat(netSuite.balance(MoneyAccount.RECEIVABLE)).isEqualByComparingTo("-50");
    }

    @Test
    void an_invoice_becomes_a_payment_of_what_is_open() {
        String invoice = netSuite.invoice("110", "1", "100");
        String part = netSuite.create("invoice/" + invoice + "/!transform/customerPayment", """
                {"externalId": "SHOPIFY-CP-1", "payment": 30, "account": {"id": "97"}}""");
        assertThat(open(invoice)).isEqualByComparingTo("70");
        assertThat(netSuite.status("customerPayment", part)).isEqualTo("C");
        assertThat(netSuite.balance(MoneyAccount.CLEARING)).isEqualByComparingTo("30");
        String rest = netSuite.create("invoice/" + invoice + "/!transform/customerPayment", "{}");
        assertThat(books.transaction(rest).orElseThrow().total()).isEqualByComparingTo("70");
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("B");
        assertThat(netSuite.refused("invoice/" + invoice + "/!transform/customerPayment", "{}"))
                .isEqualTo(
                        "400 USER_ERROR: You can not initialize customerPayment: invalid reference " + invoice + ".");
    }

    @Test
    void a_preview_of_a_payment_names_the_invoice_and_none_of_the_notes_of_the_account() {
        String invoice = netSuite.invoice("110", "1", "100");
        String form = netSuite.http()
                .send(netSuite.http()
                        .request(TestAccount.RECORD + "invoice/" + invoice
                                + "/!transform/customerPayment?expandSubResources=true")
                        .header("Accept", "application/vnd.oracle.resource+json; type=create-form")
                        .POST(BodyPublishers.ofString("{\"payment\": 30}"))
                        .build())
                .body();
        assertThat(form).contains("\"refName\":\"Invoice #INV1001\"").doesNotContain("$");
    }

    @Test
    void nothing_is_applied_above_what_is_open_or_paid() {
        String invoice = netSuite.invoice("110", "1", "100");
        assertThat(netSuite.refused("customerPayment", MoneyAccount.payment(invoice, "150", "100.01")))
                .isEqualTo("400 USER_ERROR: The amount applied, 100.01, is more than the 100.00 that are open on"
                        + " Invoice #INV1001.");
        assertThat(netSuite.refused("customerPayment", MoneyAccount.payment(invoice, "50", "60")))
                .contains("is more than the payment of 50");
        netSuite.create("customerPayment", MoneyAccount.payment(invoice, "100", "100"));
        assertThat(netSuite.refused("customerPayment", MoneyAccount.payment(invoice, "100", "1")))
                .isEqualTo("400 USER_ERROR: Invoice #INV1001 has already been applied in full.");
        assertThat(netSuite.simulator().records("customerPayment")).hasSize(1);
    }

    @Test
    void a_payment_must_be_of_the_customer_and_currency_of_the_invoice_and_positive() {
        String invoice = netSuite.invoice("111", "1", "100");
        assertThat(netSuite.refused("customerPayment", MoneyAccount.payment(invoice, "100", "100")))
                .contains("Invalid Field Value " + invoice + " for the following field: doc");
        String euros = netSuite.invoice("112", "2", "100");
        assertThat(netSuite.refused(
                        "customerPayment",
                        MoneyAccount.payment(euros, "100", "100").replace("\"110\"", "\"112\"")))
                .contains("is not the currency of this transaction");
        assertThat(netSuite.refused("customerPayment", "{\"customer\": {\"id\": \"110\"}}"))
                .contains("Please enter value(s) for: Payment Amount");
        assertThat(netSuite.refused("customerPayment", "{\"customer\": {\"id\": \"110\"}, \"payment\": -5}"))
                .contains("must be positive");
        assertThat(netSuite.refused("customerPayment", "{\"payment\": 5}")).contains("Customer");
        assertThat(netSuite.refused("customerPayment", "{\"customer\": {\"id\": \"9\"}, \"payment\": 5}"))
                .startsWith("400 INVALID_KEY_OR_REF");
    }

    @Test
    void a_payment_that_applies_itself_takes_the_oldest_invoices_first() {
        String first = netSuite.invoice("110", "1", "40");
        netSuite.invoice("111", "1", "40");
        String second = netSuite.invoice("110", "1", "40");
        netSuite.create("customerPayment", "{\"customer\": {\"id\": \"110\"}, \"payment\": 60, \"autoApply\": true}");
        assertThat(netSuite.status("invoice", first)).isEqualTo("B");
        assertThat(open(second)).isEqualByComparingTo("20");
        assertThat(netSuite.balance(MoneyAccount.RECEIVABLE)).isEqualByComparingTo("60");
    }

    @Test
    void a_company_pays_the_invoice_of_its_location() {
        netSuite.simulator().seed(Seed.subCustomer(300, "Glenrock West", 110));
        String invoice = netSuite.invoice("300", "1", "40");
        netSuite.create("customerPayment", MoneyAccount.payment(invoice, "40", "40"));
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("B");
    }

    @Test
    void a_row_that_is_not_ticked_takes_the_payment_off_the_invoice() {
        String invoice = netSuite.invoice("110", "1", "100");
        String payment = netSuite.create("customerPayment", MoneyAccount.payment(invoice, "100", "100"));
        netSuite.http().created(netSuite.http().patch("customerPayment/" + payment, """
                {"apply": {"items": [{"doc": {"id": "%s"}, "apply": false}]}, "customer": {"id": "110"}}
                """.formatted(invoice)));
        assertThat(open(invoice)).isEqualByComparingTo("100");
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("A");
        assertThat(open(payment)).isEqualByComparingTo("100");
        netSuite.http().created(netSuite.http().patch("customerPayment/" + payment, """
                {"apply": {"items": [{"doc": {"id": "%s"}, "apply": true, "amount": 40}]}}""".formatted(invoice)));
        assertThat(open(invoice)).isEqualByComparingTo("60");
        assertThat(TestAccount.refusal(netSuite.http().patch("customerPayment/" + payment, "{\"payment\": 39}")))
                .contains("is more than the payment of 39");
    }

    @Test
    void a_payment_that_is_voided_or_deleted_leaves_the_invoice_open() {
        String invoice = netSuite.invoice("110", "1", "100");
        Bookkeeper bookkeeper = netSuite.simulator().bookkeeper();
        String voided = bookkeeper.enterPayment(invoice, new BigDecimal("60"));
        bookkeeper.voidDocument("customerPayment", voided);
        assertThat(open(invoice)).isEqualByComparingTo("100");
        assertThat(netSuite.status("customerPayment", voided)).isEqualTo("V");
        assertThat(TestAccount.refusal(netSuite.http().patch("customerPayment/" + voided, "{\"payment\": 39}")))
                .contains("was voided");
        String deleted = bookkeeper.enterPayment(invoice, new BigDecimal("60"));
        assertThat(open(invoice)).isEqualByComparingTo("40");
        bookkeeper.delete("customerPayment", deleted);
        assertThat(open(invoice)).isEqualByComparingTo("100");
        assertThat(netSuite.balance(MoneyAccount.UNDEPOSITED)).isZero();
        assertThat(netSuite.http().rows("SELECT id, voided, foreigntotal FROM transaction WHERE type = 'CustPymt'"))
                .containsExactly("{\"id\":\"" + voided + "\",\"voided\":\"T\",\"foreigntotal\":\"0\"}");
    }
}
