package dev.drayage.shopify.internal.companies;

import static dev.drayage.shopify.internal.SimulatedShop.ACCOUNT;
import static dev.drayage.shopify.internal.SimulatedShop.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.model.Company;
import dev.drayage.model.CompanyContact;
import dev.drayage.model.CompanyLocation;
import dev.drayage.model.PaymentTerms;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.shopify.Companies;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.PostalAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompanySourceTest {
    private static final PostalAddress DOCK = new PostalAddress(
            "Ada", "Example", "Acme Ltd", "1 Test Lane", "Gate 4", "Berlin", "BE", "10115", "DE", "+4930123");
    private static final PostalAddress OFFICE =
            PostalAddress.of("Bo", "Example", "2 Test Lane", "Berlin", "BE", "10117", "DE");

    private final SimulatedShop simulated = new SimulatedShop();
    private final Companies companies = simulated.shop.companies();
    private final RecordSource<Company> source = simulated.source(RecordType.COMPANY);

    @AfterEach
    void close() {
        assertThat(simulated.shop.traffic().violations()).isEmpty();
        simulated.close();
    }

    private dev.drayage.testkit.shopify.Company acme() {
        return companies.company("Acme", "NS-1");
    }

    private Change<Company> fetch(dev.drayage.testkit.shopify.Company company) {
        return source.fetch(
                RecordRef.of(ACCOUNT, RecordType.COMPANY, Long.toString(company.number())), simulated.call());
    }

    private List<Change<Company>> since(Instant from) {
        return simulated.all(source, from, from.plus(Duration.ofDays(1)));
    }

    @Test
    void a_company_is_read_with_its_places_its_people_their_taxes_and_terms() {
        var company = acme();
        var main = companies.location(company, "Headquarters", "NS-2");
        companies.addresses(main, OFFICE, DOCK);
        companies.tax(main, "DE123", true);
        companies.terms(main, PaymentTermsTemplate.NET_30);
        companies.contact(company, "Ada", "Example", "ada@acme.example.com");
        simulated.pass(Duration.ofMinutes(1));
        companies.location(company, "Depot", null);
        companies.contact(company, "Bo", "Example", "bo@acme.example.com");

        Company read = SimulatedShop.record(fetch(company));

        assertThat(read.name()).isEqualTo("Acme");
        assertThat(read.externalId()).contains("NS-1");
        assertThat(read.ref()).hasToString("shopify:example-outfitters.myshopify.com/company/" + company.number());
        assertThat(read.locations()).extracting(CompanyLocation::name).containsExactly("Headquarters", "Depot");
        CompanyLocation first = read.locations().get(0);
        assertThat(first.ref().type()).isEqualTo("companyLocation");
        assertThat(first.ref().id()).isEqualTo(Long.toString(main.number()));
        assertThat(first.externalId()).contains("NS-2");
        assertThat(first.taxId()).contains("DE123");
        assertThat(first.taxExempt()).isTrue();
        assertThat(first.terms()).contains(new PaymentTerms("Net 30", Optional.of(30), Optional.empty()));
        assertThat(first.shipTo().orElseThrow().lines()).containsExactly("1 Test Lane", "Gate 4");
        assertThat(first.shipTo().orElseThrow().company()).contains("Acme Ltd");
        assertThat(first.shipTo().orElseThrow().region()).contains("BE");
        assertThat(first.billTo().orElseThrow().lines()).containsExactly("2 Test Lane");
        assertThat(read.locations().get(1).taxExempt()).isFalse();
        assertThat(read.locations().get(1).terms()).isEmpty();
        assertThat(read.locations().get(1).shipTo()).isEmpty();
    }

    @Test
    void the_name_and_the_mail_of_a_contact_are_its_customers_and_the_main_contact_comes_first() {
        var company = acme();
        companies.contact(company, "Ada", "Example", "ada@acme.example.com");
        companies.contact(company, "", "", "desk@acme.example.com");

        List<CompanyContact> people = SimulatedShop.record(fetch(company)).contacts();

        assertThat(people).extracting(CompanyContact::name).containsExactly("Ada Example", "desk@acme.example.com");
        assertThat(people.get(0).email()).contains("ada@acme.example.com");
        assertThat(people.get(0).ref().type()).isEqualTo("companyContact");
    }

    @Test
    void no_company_is_too_old_to_be_told() {
        assertThat(((Change.Present<Company>) fetch(acme())).createdAt())
                .as("an instant before the go-live would shut it out")
                .isEmpty();
    }

    @Test
    void terms_without_days_keep_their_name() {
        var company = acme();
        companies.terms(companies.location(company, "Headquarters", null), PaymentTermsTemplate.RECEIPT);

        assertThat(SimulatedShop.record(fetch(company)).locations().get(0).terms())
                .contains(new PaymentTerms("Due on receipt", Optional.empty(), Optional.empty()));
    }

    @Test
    void a_location_that_changes_without_its_company_tells_the_company() {
        var company = acme();
        var main = companies.location(company, "Headquarters", null);
        companies.location(company, "Depot", null);
        acme2();
        String before = revision(fetch(company));
        simulated.pass(Duration.ofHours(1));
        Instant change = simulated.time.instant();
        companies.tax(main, "DE123", false);
        simulated.pass(Duration.ofHours(1));

        assertThat(company.updatedAt()).isEqualTo(START);
        List<Change<Company>> news = since(change);
        assertThat(news).hasSize(1);
        assertThat(revision(news.get(0))).isNotEqualTo(before);
        assertThat(((Change.Present<Company>) news.get(0)).changedAt()).isEqualTo(change);
    }

    private void acme2() {
        companies.location(companies.company("Bolt", null), "Workshop", null);
    }

    private static String revision(Change<Company> change) {
        return ((Change.Present<Company>) change).revision();
    }

    @Test
    void a_company_is_told_once_though_several_of_its_locations_changed() {
        var company = acme();
        var main = companies.location(company, "Headquarters", null);
        var depot = companies.location(company, "Depot", null);
        simulated.pass(Duration.ofHours(1));
        Instant change = simulated.time.instant();
        companies.tax(main, "DE123", false);
        companies.tax(depot, "DE124", false);
        simulated.pass(Duration.ofSeconds(5));
        companies.tax(main, "DE125", false);
        simulated.pass(Duration.ofHours(1));

        assertThat(since(change)).hasSize(1);
        companies.rename(company, "Acme International");
        assertThat(since(change)).hasSize(1);
    }

    @Test
    void places_and_people_are_followed_over_all_pages() {
        var company = acme();
        for (int i = 0; i < 30; i++) {
            companies.location(company, "Place " + i, null);
            companies.contact(company, "Ada", "Number " + i, "ada" + i + "@acme.example.com");
            simulated.pass(Duration.ofSeconds(1));
        }

        Company read = SimulatedShop.record(fetch(company));

        assertThat(read.locations()).hasSize(30);
        assertThat(read.locations().get(29).name()).isEqualTo("Place 29");
        assertThat(read.contacts()).hasSize(30);
        assertThat(since(START)).hasSize(1);
    }

    @Test
    void a_cursor_of_another_version_or_one_that_shopify_refuses_has_expired() {
        acme();
        Slice window = new Slice.Window(START, START.plusSeconds(60));

        assertThatThrownBy(
                        () -> source.read(window, Optional.of(new Cursor("1 companies 2026-04 abc")), simulated.call()))
                .isInstanceOf(CursorExpiredException.class);
        assertThatThrownBy(
                        () -> source.read(window, Optional.of(new Cursor("1 companies 2026-10 abc")), simulated.call()))
                .isInstanceOf(CursorExpiredException.class);
    }

    @Test
    void an_app_without_access_is_told_so() {
        simulated.shop.scopes(Set.of("read_orders"));

        assertThatThrownBy(() -> since(START)).isInstanceOf(AuthorisationException.class);
    }

    @Test
    void what_is_no_number_of_a_company_is_not_visible() {
        assertThat(source.fetch(RecordRef.of(ACCOUNT, RecordType.COMPANY, "Acme"), simulated.call()))
                .isInstanceOf(Change.NotVisible.class);
    }
}
