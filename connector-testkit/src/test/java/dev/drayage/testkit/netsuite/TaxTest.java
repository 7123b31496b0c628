package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaxTest {
    private MoneyAccount netSuite = MoneyAccount.open(settings -> settings.with(AccountPreference.SUITE_TAX));

    @AfterEach
    void close() {
        netSuite.close();
    }

    private void legacy() {
        netSuite.close();
        netSuite = MoneyAccount.open(settings -> settings.with(AccountPreference.LEGACY_TAX)
                .seed(Seed.currency(3, "JPY", new BigDecimal("0.007"), 0))
                .seed(Seed.of("customer", """
                        {"id": 113, "companyName": "Osaka", "subsidiary": {"id": "1"}, "currency": {"id": "3"}}""")));
    }

    private static String taxed(String reference) {
        return """
                {"entity": {"id": "110"}, "location": {"id": "6"}, "taxDetailsOverride": true,
                 "item": {"items": [
                   {"item": {"id": "98"}, "quantity": 2, "price": {"id": "-1"}, "rate": 39.95, "taxDetailsReference": "L1"},
                   {"item": {"id": "78"}, "quantity": 1, "price": {"id": "-1"}, "rate": 10, "taxDetailsReference": "L2"}]},
                 "taxDetails": {"items": [
                   {"taxDetailsReference": {"id": "L1"}, "taxType": {"id": "11"}, "taxCode": {"id": "7"},
                    "taxBasis": 79.90, "taxRate": 8.25, "taxAmount": 6.59},
                   {"taxDetailsReference": {"id": "%s"}, "taxType": {"id": "11"}, "taxCode": {"id": "7"},
                    "taxBasis": 10, "taxRate": 8.25, "taxAmount": 0.83}]}}
                """.formatted(reference);
    }

    private BigDecimal total(String id) {
        return netSuite.simulator().books().transaction(id).orElseThrow().total();
    }

    @Test
    void given_tax_counts_to_the_cent_and_refers_to_lines() {
        assertThat(netSuite.refused("salesOrder", taxed("L3")))
                .isEqualTo(
                        "400 INVALID_CONTENT: Error while accessing resource: You have entered an Invalid Field Value"
                                + " L3 for the following field: taxDetailsReference");
        assertThat(total(netSuite.create("salesOrder", taxed("L2")))).isEqualByComparingTo("97.32");
    }

    @Test
    void the_tax_of_a_line_goes_with_its_pieces_to_bills_and_credits() {
        String order = netSuite.create("salesOrder", taxed("L2"));
        String first = netSuite.create("salesOrder/" + order + "/!transform/invoice", """
                {"item": {"items": [{"orderLine": 1, "quantity": 1}, {"orderLine": 2, "quantity": 0}]}}""");
        assertThat(total(first)).isEqualByComparingTo("43.25"); // 39.95 and half of 6.59, rounded up
        String second = netSuite.create("salesOrder/" + order + "/!transform/invoice", "{}");
        assertThat(total(second)).isEqualByComparingTo("54.08");
        assertThat(netSuite.simulator().books().balance("109", "1")).isEqualByComparingTo("-7.43");
        netSuite.create("invoice/" + second + "/!transform/creditMemo", "{}");
        assertThat(netSuite.simulator().books().balance("109", "1")).isEqualByComparingTo("-3.30");
    }

    @Test
    void legacy_tax_is_a_rate_over_taxable_lines_rounded_once() {
        legacy();
        String body = """
                {"entity": {"id": "110"}, "location": {"id": "6"}, "taxItem": {"id": "9"}, "taxRate": 8.25, "shippingCost": 5,
                 "item": {"items": [
                   {"item": {"id": "98"}, "quantity": 1, "price": {"id": "-1"}, "rate": 3.10, "isTaxable": true},
                   {"item": {"id": "99"}, "quantity": 1, "price": {"id": "-1"}, "rate": 3.10, "isTaxable": true},
                   {"item": {"id": "78"}, "quantity": 1, "price": {"id": "-1"}, "rate": 100, "isTaxable": false}]}}""";
        // 8.25 % of 6.20 is 0.5115; line by line it would be 0.26 twice
        assertThat(total(netSuite.create("salesOrder", body))).isEqualByComparingTo("111.71");
        assertThat(netSuite.refused("salesOrder", body.replace("\"taxItem\": {\"id\": \"9\"},", "")))
                .contains("Please enter value(s) for: Tax Item");
        assertThat(netSuite.refused("salesOrder", taxed("L2"))).startsWith("400 INVALID_CONTENT");
        String order = netSuite.create("salesOrder", body);
        String invoice = netSuite.create("salesOrder/" + order + "/!transform/invoice", "{}");
        assertThat(total(invoice)).isEqualByComparingTo("111.71");
    }

    @Test
    void legacy_tax_is_rounded_to_the_decimals_of_the_currency() {
        legacy();
        String id = netSuite.create("salesOrder", """
                {"entity": {"id": "113"}, "location": {"id": "6"}, "taxItem": {"id": "9"}, "taxRate": 10,
                 "item": {"items": [{"item": {"id": "78"}, "quantity": 1, "price": {"id": "-1"}, "rate": 1005, "isTaxable": true}]}}""");
        assertThat(total(id)).isEqualByComparingTo("1106"); // 100.5 yen of tax are 101
    }

    @Test
    void without_either_a_rate_changes_nothing() {
        netSuite.close();
        netSuite = MoneyAccount.open();
        String body = MoneyAccount.sale("110", "1", "100")
                .replaceFirst("\\{", "{\"taxRate\": 8.25, \"taxItem\": {\"id\": \"9\"},");
        assertThat(total(netSuite.create("salesOrder", body))).isEqualByComparingTo("100");
    }

    @Test
    void amounts_and_totals_have_the_decimals_of_their_currency() {
        netSuite.close();
        netSuite = MoneyAccount.open(settings -> settings.seed(Seed.currency(3, "JPY", new BigDecimal("0.007"), 0))
                .seed(Seed.currency(4, "KWD", new BigDecimal("3.26"), 3))
                .seed(Seed.of("customer", """
                        {"id": 113, "companyName": "Osaka", "subsidiary": {"id": "1"}, "currency": {"id": "3"}}"""))
                .seed(Seed.of("customer", """
                        {"id": 114, "companyName": "Salmiya", "subsidiary": {"id": "1"}, "currency": {"id": "4"}}""")));
        String body = """
                {"entity": {"id": "%s"}, "location": {"id": "6"}, "shippingCost": 2,
                 "item": {"items": [{"item": {"id": "98"}, "quantity": 3, "price": {"id": "-1"}, "rate": 1.1115}]}}""";
        assertThat(total(netSuite.create("salesOrder", body.formatted("114")))).isEqualByComparingTo("5.335");
        assertThat(total(netSuite.create("salesOrder", body.formatted("113")))).isEqualByComparingTo("5");
        assertThat(total(netSuite.create("salesOrder", body.formatted("110")))).isEqualByComparingTo("5.33");
    }
}
