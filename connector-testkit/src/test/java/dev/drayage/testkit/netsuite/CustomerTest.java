package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Companies, their locations, and how they are found again. */
class CustomerTest {
    private static final String COMPANY = """
            {"isPerson": false, "companyName": "Fallon Diner", "externalId": "SHOPIFY-CO-991", "email": "AP@fallon.example",
             "phone": "555-0100", "subsidiary": {"id": "1"}, "currency": {"id": "1"}, "terms": {"id": "2"},
             "category": {"id": "4"}, "vatRegNumber": "DE123456789",
             "currencyList": {"items": [{"currency": {"id": "2"}}]},
             "addressBook": {"items": [
               {"label": "HQ", "defaultBilling": true, "defaultShipping": true,
                "addressBookAddress": {"addressee": "Fallon Diner", "addr1": "1 Main St", "city": "Fallon",
                  "state": "NV", "zip": "89406", "country": {"id": "US"}}}]}}
            """;

    private MoneyAccount netSuite = MoneyAccount.open(settings -> settings.seed(Seed.term(2, "Net 30", 30)));

    @AfterEach
    void close() {
        netSuite.close();
    }

    private static String location(String more) {
        return """
                {"isPerson": true, "firstName": "Alan", "lastName": "Rath", "externalId": "SHOPIFY-CU-7701",
                 "email": "alan@fallon.example", "parent": {"externalId": "SHOPIFY-CO-991"}%s}
                """.formatted(more);
    }

    @Test
    void a_sub_customer_takes_the_subsidiary_of_its_parent_and_no_other() {
        String company = netSuite.create("customer", COMPANY);
        String person = netSuite.create("customer", location(""));
        JsonNode read = netSuite.read("customer/" + person);
        assertThat(read.path("parent").path("id").asText()).isEqualTo(company);
        assertThat(read.path("subsidiary").path("id").asText()).isEqualTo("1");
        netSuite.simulator().seed(Seed.of("subsidiary", "{\"id\": 2, \"name\": \"Europe\"}"));
        assertThat(netSuite.refused(
                        "customer",
                        location(", \"subsidiary\": {\"id\": \"2\"}, \"entityId\": \"other\"")
                                .replace("7701", "7702")))
                .isEqualTo("400 INVALID_KEY_OR_REF: Invalid subsidiary reference key 2.");
    }

    @Test
    void a_parent_must_exist_and_be_in_use() {
        assertThat(netSuite.refused("customer", location(", \"subsidiary\": {\"id\": \"1\"}")))
                .startsWith("400 INVALID_KEY_OR_REF");
        String company = netSuite.create("customer", COMPANY);
        netSuite.http().created(netSuite.http().patch("customer/" + company, "{\"isInactive\": true}"));
        assertThat(netSuite.refused("customer", location(", \"subsidiary\": {\"id\": \"1\"}")))
                .isEqualTo("400 INVALID_KEY_OR_REF: Invalid parent reference key " + company + ".");
    }

    @Test
    void a_name_is_given_once() {
        netSuite.create("customer", COMPANY);
        assertThat(netSuite.refused("customer", COMPANY.replace("CO-991", "CO-992")))
                .isEqualTo("400 USER_ERROR: Error while accessing a resource. This entity already exists.");
    }

    @Test
    void a_customer_buys_in_the_currencies_of_its_list_if_the_account_keeps_lists() {
        String company = netSuite.create("customer", COMPANY);
        netSuite.create("salesOrder", MoneyAccount.sale(company, "2", "5"));
        String single = netSuite.create(
                "customer",
                COMPANY.replace("991", "992")
                        .replace("Fallon Diner", "Elko Diner")
                        .replace("\"currencyList\": {\"items\": [{\"currency\": {\"id\": \"2\"}}]},", ""));
        assertThat(netSuite.refused("salesOrder", MoneyAccount.sale(single, "2", "5")))
                .contains("Invalid Field Value 2 for the following field: currency");
        netSuite.http()
                .created(netSuite.http()
                        .patch(
                                "customer/" + single,
                                "{\"currencyList\": {\"items\": [{\"currency\": {\"id\": \"2\"}}]}}"));
        netSuite.create("salesOrder", MoneyAccount.sale(single, "2", "5"));
        netSuite.close();
        netSuite = MoneyAccount.open(settings -> settings.without(AccountPreference.MULTIPLE_CURRENCIES_PER_CUSTOMER));
        assertThat(netSuite.http().post("customer", COMPANY).statusCode()).isEqualTo(400);
    }

    @Test
    void customers_are_found_by_external_id_tax_number_email_and_parent() {
        String company = netSuite.create("customer", COMPANY);
        String person = netSuite.create("customer", location(""));
        String select = "SELECT id FROM customer WHERE ";
        String found = "{\"id\":\"" + company + "\"}";
        assertThat(netSuite.http().rows(select + "externalid = ?", "SHOPIFY-CO-991"))
                .containsExactly(found);
        assertThat(netSuite.http().rows(select + "vatregnumber = ?", "DE123456789"))
                .containsExactly(found);
        assertThat(netSuite.http().rows(select + "LOWER(email) = ?", "ap@fallon.example"))
                .containsExactly(found);
        assertThat(netSuite.http().rows(select + "parent = ? AND LOWER(email) = ?", company, "alan@fallon.example"))
                .containsExactly("{\"id\":\"" + person + "\"}");
        assertThat(netSuite.http().rows("""
                        SELECT c.category, c.isinactive, BUILTIN.DF(c.terms) AS terms, c.subsidiary, c.currency
                        FROM customer c WHERE c.id = ?""", company))
                .containsExactly("{\"category\":\"4\",\"isinactive\":\"F\",\"terms\":\"Net 30\",\"subsidiary\":\"1\","
                        + "\"currency\":\"1\"}");
    }

    @Test
    void the_last_address_ticked_as_default_is_the_default() {
        String company = netSuite.create("customer", COMPANY);
        netSuite.http().created(netSuite.http().patch("customer/" + company, """
                {"addressBook": {"items": [
                  {"label": "Dock", "defaultShipping": true, "addressBookAddress": {"addr1": "9 Dock Rd", "city": "Reno",
                   "country": {"id": "US"}}}]}}"""));
        assertThat(netSuite.http().rows("""
                        SELECT b.label, b.defaultbilling, b.defaultshipping, a.addr1, a.country
                        FROM customeraddressbook b
                        JOIN customeraddressbookentityaddress a ON a.nkey = b.addressbookaddress
                        WHERE b.entity = ? ORDER BY b.internalid""", company))
                .containsExactly(
                        "{\"label\":\"HQ\",\"defaultbilling\":\"T\",\"defaultshipping\":\"F\",\"addr1\":\"1 Main St\","
                                + "\"country\":\"US\"}",
                        "{\"label\":\"Dock\",\"defaultbilling\":\"F\",\"defaultshipping\":\"T\",\"addr1\":\"9 Dock Rd\","
                                + "\"country\":\"US\"}");
    }
}
