package dev.drayage.testkit.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.shopify.TestShop.Answer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompaniesTest {
    private final TestShop test = new TestShop();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void a_company_is_read_with_places_people_taxes_and_terms() {
        Company company = test.shop.companies().company("Acme", "NS-1");
        CompanyLocation place = test.shop.companies().location(company, "HQ", "NS-2");
        test.shop.companies().contact(company, "Ada", "Example", "ada@acme.example.com");
        test.shop.companies().tax(place, "DE123", false, "EU_REVERSE_CHARGE_EXEMPTION_RULE");
        test.shop.companies().terms(place, PaymentTermsTemplate.NET_30);
        PostalAddress address = PostalAddress.of("Ada", "Example", "1 Test Lane", "Berlin", "BE", "10115", "DE");
        test.shop.companies().addresses(place, address, address);
        Answer answer = test.ask(
                "{ companies(first: 5, sortKey: UPDATED_AT, query: \"external_id:'NS-1'\") { nodes { name mainContact { customer { email } } locations(first: 5) { nodes { externalId"
                        + " taxSettings { taxRegistrationId taxExemptions } buyerExperienceConfiguration { paymentTermsTemplate { id } } billingAddress { id zoneCode recipient countryCode } shippingAddress { id } } } } } }");
        assertThat(answer.data("/companies/nodes/0/mainContact/customer/email").asText())
                .isEqualTo("ada@acme.example.com");
        assertThat(answer.data("/companies/nodes/0/locations/nodes/0/taxSettings/taxExemptions/0")
                        .asText())
                .isEqualTo("EU_REVERSE_CHARGE_EXEMPTION_RULE");
        assertThat(answer.data(
                                "/companies/nodes/0/locations/nodes/0/buyerExperienceConfiguration/paymentTermsTemplate/id")
                        .asText())
                .isEqualTo("gid://shopify/PaymentTermsTemplate/4");
        assertThat(answer.data("/companies/nodes/0/locations/nodes/0/billingAddress/recipient")
                        .asText())
                .isEqualTo("Ada Example");
        assertThat(answer.data("/companies/nodes/0/locations/nodes/0/billingAddress/id"))
                .isNotEqualTo(answer.data("/companies/nodes/0/locations/nodes/0/shippingAddress/id"));
    }

    @Test
    void an_external_id_is_unique_in_the_shop() {
        Company first = test.shop.companies().company("Acme", "NS-1");
        Company second = test.shop.companies().company("Bolt", null);
        String update =
                "mutation($id: ID!, $i: CompanyInput!) { companyUpdate(companyId: $id, input: $i) { company { externalId } userErrors { field message code } } }";
        assertThat(test.ask(update, "id", second.gid(), "i", Map.of("externalId", "NS-1"))
                        .userError()
                        .path("code")
                        .asText())
                .isEqualTo("TAKEN");
        assertThat(second.externalId()).isEmpty();
        test.pass(3);
        assertThat(test.ask(update, "id", second.gid(), "i", Map.of("externalId", "NS-9"))
                        .data("/companyUpdate/company/externalId")
                        .asText())
                .isEqualTo("NS-9");
        assertThat(second.updatedAt()).isEqualTo(TestShop.START.plusSeconds(3));
        assertThat(test.ask(update, "id", first.gid(), "i", Map.of("externalId", "NS-1", "name", "Acme 2"))
                        .userError()
                        .isMissingNode())
                .isTrue();
        assertThat(first.name()).isEqualTo("Acme 2");
        assertThat(test.ask(update, "id", "gid://shopify/Company/9", "i", Map.of("name", "x"))
                        .userError()
                        .path("code")
                        .asText())
                .isEqualTo("RESOURCE_NOT_FOUND");
        Map<String, @Nullable Object> nothing = new HashMap<>();
        nothing.put("note", null);
        assertThat(test.ask(update, "id", first.gid(), "i", nothing)
                        .userError()
                        .path("code")
                        .asText())
                .isEqualTo("UNEXPECTED_TYPE");
    }

    @Test
    void a_location_is_found_by_its_company_and_takes_an_external_id() {
        Company company = test.shop.companies().company("Acme", "NS-1");
        CompanyLocation place = test.shop.companies().location(company, "HQ", null);
        test.shop.companies().location(test.shop.companies().company("Bolt", null), "Depot", null);
        test.ask(
                "mutation($id: ID!, $i: CompanyLocationUpdateInput!) { companyLocationUpdate(companyLocationId: $id, input: $i) { userErrors { code message } } }",
                "id",
                place.gid(),
                "i",
                Map.of(
                        "externalId",
                        "NS-3",
                        "buyerExperienceConfiguration",
                        Map.of("paymentTermsTemplateId", "gid://shopify/PaymentTermsTemplate/2")));
        assertThat(place.externalId()).contains("NS-3");
        assertThat(place.terms()).contains(PaymentTermsTemplate.NET_7);
        Answer found = test.ask(
                "query($q: String) { companyLocations(first: 5, query: $q) { nodes { name externalId } } }",
                "q",
                "company_id:" + company.number());
        assertThat(found.data("/companyLocations/nodes").findValuesAsText("externalId"))
                .containsExactly("NS-3");
    }
}
