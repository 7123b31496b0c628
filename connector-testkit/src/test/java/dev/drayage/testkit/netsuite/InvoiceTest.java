package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invoices on their own and out of orders, what they do to the order, to stock and to the books. */
class InvoiceTest {
    private MoneyAccount netSuite = MoneyAccount.open(settings -> settings.seed(Seed.term(2, "Net 30", 30)));

    @AfterEach
    void close() {
        netSuite.close();
    }

    private String bill(String order, String body) {
        return netSuite.create("salesOrder/" + order + "/!transform/invoice", body);
    }

    private BigDecimal mugs() {
        return netSuite.simulator().onHand("98", "6");
    }

    @Test
    void an_invoice_is_read_by_either_id_with_what_is_open_and_when_it_is_due() {
        String id = netSuite.create("invoice", """
                {"externalId": "SHOPIFY-INV-1", "entity": {"id": "110"}, "tranDate": "2026-06-15", "terms": {"id": "2"},
                 "location": {"id": "6"}, "shippingCost": 5.00, "custbody_channel_order_id": "5552",
                 "item": {"items": [{"item": {"id": "98"}, "quantity": 2, "price": {"id": "-1"}, "rate": 39.95}]}}
                """);
        JsonNode read = netSuite.read("invoice/eid:SHOPIFY-INV-1");
        assertThat(read.path("id").asText()).isEqualTo(id);
        assertThat(read.path("tranId").asText()).isEqualTo("INV1001");
        assertThat(read.path("total").decimalValue()).isEqualByComparingTo("84.90");
        assertThat(read.path("amountRemaining").decimalValue()).isEqualByComparingTo("84.90");
        assertThat(read.path("dueDate").asText()).isEqualTo("2026-07-15");
        assertThat(read.path("status").path("refName").asText()).isEqualTo("Open");
        assertThat(read.path("item").path("items")).hasSize(1);
        assertThat(read.toString()).doesNotContain("$");
    }

    @Test
    void the_external_id_of_an_invoice_is_taken_for_every_other_transaction() {
        netSuite.http().order("SHOP-1");
        String body = MoneyAccount.sale("110", "1", "10").replaceFirst("\\{", "{\"externalId\": \"SHOP-1\",");
        for (String record : new String[] {"invoice", "creditMemo", "cashSale", "cashRefund"}) {
            assertThat(netSuite.refused(record, body))
                    .isEqualTo("400 USER_ERROR: Error while accessing a resource. This entity already exists.");
        }
    }

    @Test
    void an_invoice_on_its_own_takes_goods_and_gives_them_back_when_it_is_deleted() {
        String id = netSuite.create("invoice", TestAccount.orderBody("I"));
        assertThat(mugs()).isEqualByComparingTo("-2");
        netSuite.http()
                .created(netSuite.http()
                        .patch("invoice/" + id, "{\"item\": {\"items\": [{\"line\": 1, \"quantity\": 5}]}}"));
        assertThat(mugs()).isEqualByComparingTo("-5");
        assertThat(netSuite.http()
                        .send("DELETE", TestAccount.RECORD + "invoice/" + id, "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(mugs()).isEqualByComparingTo("0");
    }

    @Test
    void the_members_of_a_kit_on_an_invoice_leave() {
        netSuite.create("invoice", """
                {"entity": {"id": "110"}, "location": {"id": "6"}, "item": {"items": [{"item": {"id": "120"}, "quantity": 2}]}}
                """);
        assertThat(mugs()).isEqualByComparingTo("-2");
        assertThat(netSuite.simulator().onHand("99", "6")).isEqualByComparingTo("-2");
    }

    @Test
    void an_order_goes_through_its_statuses_as_it_is_shipped_and_billed_and_goods_leave_once() {
        String order = netSuite.http().order("SHOP-1");
        Clerk clerk = netSuite.simulator().clerk();
        clerk.fulfill(
                order,
                "{\"shipStatus\": {\"id\": \"C\"}, \"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 1}]}}");
        assertThat(netSuite.status("salesOrder", order)).isEqualTo("E");
        String first = bill(order, "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 1}]}}");
        assertThat(netSuite.status("salesOrder", order)).isEqualTo("D");
        clerk.fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}");
        assertThat(netSuite.status("salesOrder", order)).isEqualTo("F");
        bill(order, "{}");
        assertThat(netSuite.status("salesOrder", order)).isEqualTo("G");
        assertThat(mugs()).isEqualByComparingTo("-2");
        assertThat(netSuite.read("salesOrder/" + order)
                        .path("item")
                        .path("items")
                        .path(0)
                        .path("quantityBilled")
                        .decimalValue())
                .isEqualByComparingTo("2");
        netSuite.simulator().bookkeeper().delete("invoice", first);
        assertThat(netSuite.status("salesOrder", order)).isEqualTo("F");
    }

    @Test
    void no_more_is_billed_than_the_order_asks_for() {
        String order = netSuite.http().order("SHOP-1");
        String body = "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 3}]}}";
        assertThat(netSuite.refused("salesOrder/" + order + "/!transform/invoice", body))
                .startsWith("400 USER_ERROR")
                .contains("remain to be billed");
        assertThat(netSuite.simulator().records("invoice")).isEmpty();
    }

    @Test
    void an_invoice_grows_no_further_than_its_order() {
        String order = netSuite.http().order("SHOP-1");
        String invoice = bill(order, "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 1}]}}");
        String body = "{\"item\": {\"items\": [{\"line\": 1, \"quantity\": 3}]}}";
        assertThat(TestAccount.refusal(netSuite.http().patch("invoice/" + invoice, body)))
                .contains("more than what remains to be billed");
        netSuite.http().created(netSuite.http().patch("invoice/" + invoice, body.replace("3", "2")));
        assertThat(netSuite.read("salesOrder/" + order)
                        .path("item")
                        .path("items")
                        .path(0)
                        .path("quantityBilled")
                        .decimalValue())
                .isEqualByComparingTo("2");
    }

    @Test
    void inactive_items_are_not_billed() {
        netSuite.simulator().clerk().inactivateItem("otherChargeSaleItem", "78");
        assertThat(netSuite.refused("invoice", MoneyAccount.sale("110", "1", "10")))
                .contains("Invalid Field Value 78 for the following field: item");
    }

    @Test
    void a_preview_of_an_invoice_saves_nothing() {
        String order = netSuite.http().order("SHOP-1");
        HttpResponse<String> form = netSuite.http()
                .send(netSuite.http()
                        .request(TestAccount.RECORD + "salesOrder/" + order + "/!transform/invoice?expand=item")
                        .header("Accept", "application/vnd.oracle.resource+json; type=create-form")
                        .POST(BodyPublishers.ofString("{}"))
                        .build());
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("\"orderLine\":1");
        assertThat(netSuite.simulator().records("invoice")).isEmpty();
    }

    @Test
    void a_bill_keeps_the_price_of_the_order_when_the_item_has_become_dearer() {
        String order = netSuite.create("salesOrder", """
                {"entity": {"id": "110"}, "location": {"id": "6"}, "item": {"items": [{"item": {"id": "98"}, "quantity": 1}]}}
                """);
        netSuite.simulator().clerk().changePrice("98", new BigDecimal("50.00"));
        String invoice = bill(order, "{}");
        assertThat(netSuite.simulator()
                        .books()
                        .transaction(invoice)
                        .orElseThrow()
                        .total())
                .isEqualByComparingTo("45.00");
    }

    @Test
    void the_total_of_an_invoice_stays_above_what_was_paid_and_a_paid_one_cannot_be_deleted() {
        String invoice = netSuite.invoice("110", "1", "100");
        netSuite.create("customerPayment", MoneyAccount.payment(invoice, "80", "80"));
        String lower = "{\"item\": {\"items\": [{\"line\": 1, \"rate\": 79}]}}";
        assertThat(TestAccount.refusal(netSuite.http().patch("invoice/" + invoice, lower)))
                .contains("cannot be lower than what was applied");
        netSuite.http().created(netSuite.http().patch("invoice/" + invoice, lower.replace("79", "80")));
        assertThat(netSuite.status("invoice", invoice)).isEqualTo("B");
        assertThat(TestAccount.refusal(netSuite.http().send("DELETE", TestAccount.RECORD + "invoice/" + invoice, "")))
                .contains("other transactions are linked to it");
    }

    @Test
    void a_customer_that_is_inactive_or_does_not_have_the_currency_is_not_billed() {
        assertThat(netSuite.refused("invoice", MoneyAccount.sale("110", "2", "10")))
                .contains("Invalid Field Value 2 for the following field: currency");
        netSuite.invoice("112", "2", "10");
        netSuite.simulator().clerk().edit("customer", "110", "{\"isInactive\": true}");
        assertThat(netSuite.refused("invoice", MoneyAccount.sale("110", "1", "10")))
                .startsWith("400 INVALID_KEY_OR_REF: Invalid entity reference key 110");
    }

    @Test
    void receivables_go_to_a_receivables_account_only() {
        assertThat(netSuite.refused(
                        "invoice",
                        MoneyAccount.sale("110", "1", "10").replaceFirst("\\{", "{\"account\": {\"id\": \"1\"},")))
                .contains("Invalid Field Value 1 for the following field: account");
    }
}
