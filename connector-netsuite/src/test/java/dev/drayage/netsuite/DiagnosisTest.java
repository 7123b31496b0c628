package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.spi.ConnectorProvider;
import dev.drayage.spi.Diagnosis;
import dev.drayage.testkit.netsuite.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static Diagnosis.Check check(Diagnosis diagnosis, String subject) {
        return diagnosis.checks().stream()
                .filter(check -> check.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(diagnosis.toString()));
    }

    @Test
    void a_healthy_account_passes() {
        try (TestBooks books = TestBooks.open()) {
            Diagnosis diagnosis = books.connector.diagnose(books.call());
            assertThat(diagnosis.checks())
                    .allSatisfy(
                            check -> assertThat(check.verdict()).as("%s", check).isEqualTo(Diagnosis.Verdict.PASSED));
        }
    }

    @Test
    void bad_credentials_are_a_check_and_no_exception() {
        try (TestBooks books = TestBooks.open()) {
            books.netSuite.rejectCredentials(true);
            Diagnosis diagnosis = books.connector.diagnose(books.call());
            assertThat(diagnosis.checks()).hasSize(1);
            assertThat(diagnosis.ok()).isFalse();
            assertThat(check(diagnosis, "credentials").detail()).contains("certificate");
        }
    }

    @Test
    void a_missing_permission_for_money_is_a_warning_because_not_every_host_books_it() {
        try (TestBooks books = TestBooks.open()) {
            books.netSuite.revokePermission("customerDeposit");
            Diagnosis diagnosis = books.connector.diagnose(books.call());
            assertThat(check(diagnosis, "permission for customerDeposit")).satisfies(found -> {
                assertThat(found.verdict()).isEqualTo(Diagnosis.Verdict.WARNING);
                assertThat(found.detail()).contains("TRAN_CUSTDEP");
            });
        }
    }

    @Test
    void a_missing_permission_and_missing_fields_are_named_with_the_remedy() {
        try (TestBooks books = TestBooks.openWith(
                settings -> settings.set("field.lineId", "custcol_other").set("field.orderId", "custbody_other"))) {
            books.netSuite.revokePermission("cashSale");
            Diagnosis diagnosis = books.connector.diagnose(books.call());
            assertThat(check(diagnosis, "permission for cashSale").detail()).contains("TRAN_CASHSALE");
            assertThat(check(diagnosis, "custom fields of salesOrder").detail())
                    .contains("custcol_other", "custbody_other")
                    .doesNotContain("custbody_drayage_channel");
        }
    }

    @Test
    void sku_clashes_by_double_case_blank_and_inactive_twin_are_told() {
        try (TestBooks books = TestBooks.open(
                account -> account.seed(Seed.of("inventoryItem", "{\"id\":501,\"itemId\":\"a\",\"upcCode\":\"111\"}"))
                        .seed(Seed.of("inventoryItem", "{\"id\":502,\"itemId\":\"b\",\"upcCode\":\"111\"}"))
                        .seed(Seed.of("inventoryItem", "{\"id\":503,\"itemId\":\"c\",\"upcCode\":\"abc\"}"))
                        .seed(Seed.of("inventoryItem", "{\"id\":504,\"itemId\":\"d\",\"upcCode\":\"ABC \"}"))
                        .seed(Seed.of("inventoryItem", "{\"id\":505,\"itemId\":\"e\",\"upcCode\":\"222\"}"))
                        .seed(Seed.of(
                                "inventoryItem",
                                "{\"id\":506,\"itemId\":\"f\",\"upcCode\":\"222\",\"isInactive\":true}")),
                settings -> settings.skuField("upccode"))) {
            Diagnosis diagnosis = books.connector.diagnose(books.call());
            assertThat(check(diagnosis, "doubled SKUs").verdict()).isEqualTo(Diagnosis.Verdict.FAILED);
            assertThat(check(diagnosis, "doubled SKUs").detail())
                    .contains("501", "502")
                    .doesNotContain("503");
            assertThat(check(diagnosis, "similar SKUs").detail()).contains("503", "504", "505", "506, inactive");
        }
    }

    @Test
    void items_and_customers_of_the_settings_must_be_there_and_active() {
        try (TestBooks books =
                TestBooks.openWith(settings -> settings.giftWrapItem("999").customer("shopify:other", "888"))) {
            Diagnosis diagnosis = books.connector.diagnose(books.call());
            assertThat(check(diagnosis, "items of the settings").detail()).contains("item.giftWrap", "999");
            assertThat(check(diagnosis, "customers of the settings").detail()).contains("shopify:other", "888");
        }
    }

    @Test
    void locations_and_price_levels_of_the_settings_must_be_there() {
        try (TestBooks books = TestBooks.open(
                account -> account.seed(Seed.of("priceLevel", "{\"id\":5,\"name\":\"Online\"}"))
                        .seed(Seed.of("priceLevel", "{\"id\":6,\"name\":\"Old\",\"isInactive\":true}")),
                settings -> settings.set("stock.locations", "6,66").set("item.priceLevels", "Online,5,Old,Onlin"))) {
            Diagnosis diagnosis = books.connector.diagnose(books.call());
            assertThat(check(diagnosis, "locations of the settings").verdict()).isEqualTo(Diagnosis.Verdict.FAILED);
            assertThat(check(diagnosis, "locations of the settings").detail()).contains("stock.locations names 66,");
            assertThat(check(diagnosis, "price levels of the settings").detail())
                    .contains("item.priceLevels names Old, Onlin,");
        }
        try (TestBooks books = TestBooks.openWith(settings -> settings.set("stock.locations", "6"))) {
            Diagnosis diagnosis = books.connector.diagnose(books.call());
            assertThat(check(diagnosis, "locations of the settings").verdict()).isEqualTo(Diagnosis.Verdict.PASSED);
            assertThat(check(diagnosis, "price levels of the settings").verdict())
                    .isEqualTo(Diagnosis.Verdict.PASSED);
        }
    }

    @Test
    void the_provider_is_declared_as_a_service_on_both_kinds_of_path() throws IOException {
        try (InputStream services = Objects.requireNonNull(NetSuiteProvider.class.getResourceAsStream(
                "/META-INF/services/" + ConnectorProvider.class.getName()))) {
            assertThat(new String(services.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(NetSuiteProvider.class.getName());
        }
        ModuleDescriptor module = NetSuiteProvider.class.getModule().getDescriptor();
        if (module != null) {
            assertThat(module.provides())
                    .anyMatch(provided -> provided.providers().contains(NetSuiteProvider.class.getName()));
        }
        assertThat(new NetSuiteProvider().describe().kind()).isEqualTo("netsuite");
    }
}
