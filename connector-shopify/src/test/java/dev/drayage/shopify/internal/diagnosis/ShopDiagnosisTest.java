package dev.drayage.shopify.internal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.shopify.internal.LoopbackShop;
import dev.drayage.shopify.internal.documents.Scopes;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.Diagnosis.Check;
import dev.drayage.spi.Diagnosis.Verdict;
import dev.drayage.testkit.wire.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopDiagnosisTest {
    private static final String SHOP =
            "{\"shop\":{\"id\":\"gid://shopify/Shop/1\",\"name\":\"Acme\",\"myshopifyDomain\":"
                    + "\"acme.myshopify.com\",\"currencyCode\":\"CAD\",\"ianaTimezone\":\"America/Toronto\",\"plan\":"
                    + "{\"publicDisplayName\":\"Advanced\"}}}";
    private static final String COMPANIES = "{\"companies\":{\"nodes\":[]}}";
    private static final String PAYMENTS =
            "{\"shopifyPaymentsAccount\":{\"id\":\"gid://shopify/ShopifyPaymentsAccount/1\"}}";

    private final LoopbackShop shop = new LoopbackShop();

    @AfterEach
    void close() {
        shop.close();
    }

    private Diagnosis look() {
        try (Connector connector = shop.open()) {
            return connector.diagnose(shop.call());
        }
    }

    private static String granted(List<String> scopes) {
        return scopes.stream()
                .map(scope -> "{\"handle\":\"" + scope + "\"}")
                .collect(Collectors.joining(",", "{\"currentAppInstallation\":{\"accessScopes\":[", "]}}"));
    }

    private static List<String> all() {
        List<String> scopes = new ArrayList<>(List.of(Scopes.ALL_ORDERS));
        Scopes.areas()
                .forEach(area ->
                        Scopes.of(area).forEach(need -> scopes.add(need.anyOf().get(0))));
        return scopes;
    }

    @Test
    void a_shop_with_all_scopes_is_fine() {
        shop.data(SHOP).data(granted(all())).data(COMPANIES).data(PAYMENTS);

        Diagnosis found = look();

        assertThat(found.checks())
                .allSatisfy(check -> assertThat(check.verdict()).isEqualTo(Verdict.PASSED));
        assertThat(found.checks().get(0).detail()).contains("CAD", "America/Toronto", "2026-10");
    }

    @Test
    void missing_scopes_are_named_by_what_they_are_needed_for() {
        List<String> some = all();
        some.removeAll(List.of("write_inventory", "read_all_orders"));
        shop.data(SHOP).data(granted(some)).data(COMPANIES).data(PAYMENTS);

        Diagnosis found = look();

        assertThat(found.ok()).isTrue();
        assertThat(found.checks())
                .filteredOn(check -> check.verdict() == Verdict.WARNING)
                .extracting(Check::subject)
                .containsExactly("scopes for inventory", "orders older than sixty days");
    }

    @Test
    void without_the_scope_to_read_orders_nothing_works() {
        shop.data(SHOP).data(granted(List.of("read_products"))).data(COMPANIES).data(PAYMENTS);

        assertThat(look().ok()).isFalse();
    }

    @Test
    void a_shop_without_companies_is_told_as_such() {
        shop.data(SHOP)
                .data(granted(all()))
                .body("{\"data\":{\"companies\":null},\"errors\":[{\"message\":\"Access denied for companies field.\","
                        + "\"path\":[\"companies\"],\"extensions\":{\"code\":\"ACCESS_DENIED\",\"requiredAccess\":"
                        + "\"The shop must have access to B2B.\"}}]}");

        assertThat(look().checks()).anySatisfy(check -> {
            assertThat(check.subject()).isEqualTo("companies (B2B)");
            assertThat(check.verdict()).isEqualTo(Verdict.WARNING);
            assertThat(check.detail()).contains("must have access to B2B");
        });
    }

    @Test
    void a_shop_without_shopify_payments_is_told_that_it_has_no_payouts() {
        shop.data(SHOP).data(granted(all())).data(COMPANIES).data("{\"shopifyPaymentsAccount\":null}");

        assertThat(look().checks()).anySatisfy(check -> {
            assertThat(check.subject()).isEqualTo("payouts (Shopify Payments)");
            assertThat(check.verdict()).isEqualTo(Verdict.WARNING);
            assertThat(check.detail()).contains("no payouts");
        });
    }

    @Test
    void a_bad_token_is_a_finding_and_no_exception() {
        shop.answers(WireResponse.json(401, "{\"errors\":\"Invalid API key\"}"));

        assertThat(look().checks()).singleElement().satisfies(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(check.detail()).startsWith("CREDENTIALS_REFUSED");
        });
    }

    @Test
    void a_retired_version_is_a_finding() {
        shop.answers(WireResponse.json(200, "{\"data\":" + SHOP + "}").with("X-Shopify-API-Version", "2027-07"));

        assertThat(look().checks())
                .singleElement()
                .satisfies(check -> assertThat(check.detail()).contains("set api.version"));
    }
}
