package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Customer;
import dev.drayage.model.CustomerMatch;
import dev.drayage.model.PaymentTerms;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.Seed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Businesses that stand in the books already, and sub-customers below them. */
class KnownCustomerTest {
    private static TestBooks books(Seed... seeds) {
        return TestBooks.open(
                account -> {
                    account.with(AccountPreference.AUTO_NUMBERED_CUSTOMERS).seed(Seed.term(2, "Net 30", 30));
                    for (Seed seed : seeds) {
                        account.seed(seed);
                    }
                    return account;
                },
                settings -> settings.subsidiary("1").set("terms", "net-30=2"));
    }

    private static Seed glenrock(long id, String more) {
        return Seed.of(
                "customer",
                "{\"id\":" + id + ",\"isPerson\":false,\"companyName\":\"Glenrock " + id
                        + "\",\"subsidiary\":{\"id\":\"1\"},\"currency\":{\"id\":\"1\"}" + more + "}");
    }

    private static Customer.Builder company(CustomerMatch... signs) {
        return Customer.builder()
                .ref(RecordRef.of(TestBooks.SHOP, RecordType.COMPANY, "991"))
                .name("Glenrock General Hospital")
                .person(false)
                .email("ap@glenrock.example")
                .taxId("DE811234567")
                .matches(List.of(signs));
    }

    private static CustomerMatch by(CustomerMatch.By by, String value) {
        return new CustomerMatch(by, value);
    }

    private static EffectOutcome.Applied applied(EffectOutcome outcome) {
        assertThat(outcome).isInstanceOf(EffectOutcome.Applied.class);
        return (EffectOutcome.Applied) outcome;
    }

    @Test
    void a_business_is_known_by_its_tax_registration_and_the_sign_is_told() {
        try (TestBooks books = books(glenrock(500, ",\"vatRegNumber\":\"DE811234567\""))) {
            EffectOutcome.Applied taken = applied(books.write(
                    RecordType.CUSTOMER,
                    company(by(CustomerMatch.By.EXTERNAL_ID, "NOBODY"), by(CustomerMatch.By.TAX_ID, "DE811234567"))
                            .build()));
            assertThat(taken.ref().id()).isEqualTo("500");
            assertThat(taken.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(ErrorCode.MATCHED);
                assertThat(finding.message())
                        .contains("500", "tax registration")
                        .doesNotContain("DE811234567");
            });
            assertThat(books.netSuite.journal().writes()).isEmpty();
        }
    }

    @Test
    void a_business_is_known_by_e_mail_whatever_its_case() {
        try (TestBooks books = books(glenrock(500, ",\"email\":\"AP@Glenrock.example\""))) {
            assertThat(applied(books.write(
                                    RecordType.CUSTOMER,
                                    company(by(CustomerMatch.By.EMAIL, "ap@glenrock.example"))
                                            .build()))
                            .ref()
                            .id())
                    .isEqualTo("500");
        }
    }

    @Test
    void a_sign_that_fits_two_is_for_a_person() {
        String email = ",\"email\":\"ap@glenrock.example\"";
        try (TestBooks books = books(glenrock(500, email), glenrock(501, email))) {
            EffectOutcome outcome = books.write(
                    RecordType.CUSTOMER,
                    company(by(CustomerMatch.By.EMAIL, "ap@glenrock.example")).build());
            assertThat(((EffectOutcome.Rejected) outcome).violations().code()).isEqualTo(ErrorCode.MATCH_AMBIGUOUS);
            assertThat(((EffectOutcome.Rejected) outcome).violations().message())
                    .contains("500", "501");
            assertThat(books.netSuite.records("customer")).hasSize(3);
        }
    }

    @Test
    void inactive_customers_and_people_are_not_taken_for_a_business() {
        String email = ",\"email\":\"ap@glenrock.example\"";
        try (TestBooks books = books(
                glenrock(500, email + ",\"isInactive\":true"),
                Seed.of(
                        "customer",
                        "{\"id\":501,\"isPerson\":true,\"firstName\":\"Alan\",\"lastName\":\"Rath\",\"subsidiary\":{\"id\":\"1\"}"
                                + email + "}"))) {
            String id = applied(books.write(
                            RecordType.CUSTOMER,
                            company(by(CustomerMatch.By.EMAIL, "ap@glenrock.example"))
                                    .build()))
                    .ref()
                    .id();
            assertThat(id).isNotIn("500", "501");
        }
    }

    @Test
    void the_hosts_rule_goes_before_every_other_sign() {
        try (TestBooks books = books(glenrock(500, ""), glenrock(501, ",\"email\":\"ap@glenrock.example\""))) {
            assertThat(applied(books.write(
                                    RecordType.CUSTOMER,
                                    company(
                                                    by(CustomerMatch.By.HOST_RULE, "500"),
                                                    by(CustomerMatch.By.EMAIL, "ap@glenrock.example"))
                                            .build()))
                            .ref()
                            .id())
                    .isEqualTo("500");
        }
    }

    @Test
    void a_new_business_has_terms_and_tax_registration_and_its_place_stands_below_it() {
        try (TestBooks books = books()) {
            String parent = applied(books.write(
                            RecordType.CUSTOMER,
                            company()
                                    .terms(new PaymentTerms("Net 30", Optional.of(30), Optional.empty()))
                                    .taxExempt(true)
                                    .build()))
                    .ref()
                    .id();
            Customer place = Customer.builder()
                    .ref(RecordRef.of(TestBooks.SHOP, RecordType.COMPANY, "loc-7"))
                    .name("Glenrock Fallon")
                    .person(false)
                    .build();
            String child = applied(
                            MoneyBooks.write(books, RecordType.CUSTOMER, place, RecordType.CUSTOMER.name(), parent))
                    .ref()
                    .id();
            var business =
                    books.netSuite.record("customer", parent).orElseThrow().body();
            assertThat(business.path("terms").path("id").asText()).isEqualTo("2");
            assertThat(business.path("vatRegNumber").asText()).isEqualTo("DE811234567");
            assertThat(books.netSuite
                            .record("customer", child)
                            .orElseThrow()
                            .body()
                            .path("parent")
                            .path("id")
                            .asText())
                    .isEqualTo(parent);
        }
    }
}
