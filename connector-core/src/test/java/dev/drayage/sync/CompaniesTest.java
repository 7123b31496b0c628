package dev.drayage.sync;

import static dev.drayage.sync.ShopAndErp.COMPANIES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Address;
import dev.drayage.model.Company;
import dev.drayage.model.CompanyLocation;
import dev.drayage.model.Customer;
import dev.drayage.model.CustomerMatch;
import dev.drayage.model.PaymentTerms;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleBooks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Businesses of a storefront, as customers of the ERP. */
class CompaniesTest {
    private final ShopAndErp world = new ShopAndErp();

    @Test
    void G3_the_companys_customer_comes_first_then_those_of_its_places_and_people_below_it() {
        sync(company("C1"));
        assertThat(world.erp.writes().get(0)).isEqualTo("create customer customer-C1");
        assertThat(world.writesSince(1))
                .containsExactlyInAnyOrder(
                        "create customer customer-C1-main",
                        "create customer customer-C1-branch",
                        "create customer customer-C1-person");
        for (String below : List.of("C1-main", "C1-branch", "C1-person")) {
            assertThat(world.erp.bases(
                            world.held(RecordType.CUSTOMER, "customer-" + below).ref()))
                    .containsExactly(
                            world.held(RecordType.CUSTOMER, "customer-C1").ref());
        }
        assertThat(customer("C1-person").person()).isTrue();
        assertThat(customer("C1-main").person()).isFalse();
        assertThat(customer("C1").person()).isFalse();
    }

    @Test
    void a_companys_customer_is_made_of_its_main_place_and_main_person() {
        Address here =
                Address.builder().addLines("1 Dock Road").countryCode("US").build();
        Address there =
                Address.builder().addLines("2 Dock Road").countryCode("US").build();
        CompanyLocation main = CompanyLocation.builder()
                .from(SampleBooks.location(world.shop.account(), "C1-main"))
                .shipTo(here)
                .billTo(there)
                .phone("555-0100")
                .taxExempt(true)
                .terms(new PaymentTerms("Net 30", Optional.of(30), Optional.empty()))
                .build();
        sync(company("C1").locations(List.of(main)));
        Customer customer = customer("C1");
        assertThat(customer.name()).isEqualTo("Company C1");
        assertThat(customer.addresses()).containsExactly(here, there);
        assertThat(customer.phone()).contains("555-0100");
        assertThat(customer.email()).contains("Sam-C1@example.com");
        assertThat(customer.taxId()).contains("TAX-C1-main");
        assertThat(customer.taxExempt()).contains(true);
        assertThat(customer.terms().map(PaymentTerms::key)).contains("net-30");
    }

    @Test
    void a_company_without_places_and_people_is_one_customer() {
        sync(company("C1").locations(List.of()).contacts(List.of()));
        assertThat(world.erp.writes()).containsExactly("create customer customer-C1");
        assertThat(customer("C1").taxExempt()).isEmpty();
        assertThat(customer("C1").addresses()).isEmpty();
    }

    @Test
    void places_and_people_can_be_left_out() {
        world.companies = world.companies.withSubCustomers(false, true);
        sync(company("C1"));
        world.companies = world.companies.withSubCustomers(true, false);
        sync(company("C2"));
        assertThat(world.erp.writes())
                .containsExactlyInAnyOrder(
                        "create customer customer-C1",
                        "create customer customer-C1-person",
                        "create customer customer-C2",
                        "create customer customer-C2-main",
                        "create customer customer-C2-branch");
    }

    @Test
    void a_change_is_written_once_and_only_where_something_changed() {
        sync(company("C1"));
        sync(company("C1").name("Company C1, renamed"));
        assertThat(world.writesSince(4)).containsExactly("update customer of-customer-C1");
        assertThat(customer("C1").name()).isEqualTo("Company C1, renamed");
        world.runFromTheStart(COMPANIES);
        sync(company("C1").name("Company C1, renamed"));
        assertThat(world.writesSince(5)).isEmpty();
    }

    @Test
    void a_place_that_is_new_is_added_below_the_customer_that_stands() {
        sync(company("C1"));
        sync(company("C1").addLocations(SampleBooks.location(world.shop.account(), "C1-dock")));
        assertThat(world.writesSince(4)).containsExactly("create customer customer-C1-dock");
        assertThat(world.erp.bases(
                        world.held(RecordType.CUSTOMER, "customer-C1-dock").ref()))
                .containsExactly(world.held(RecordType.CUSTOMER, "customer-C1").ref());
    }

    @Test
    void G2_an_emptied_store_doubles_nothing() {
        sync(company("C1"));
        world.emptyStore();
        world.run(COMPANIES);
        assertThat(world.writesSince(4)).isEmpty();
        assertThat(world.entry(COMPANIES, RecordType.COMPANY, "C1").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void G3_without_the_companys_customer_there_are_none_below_it() {
        world.books.fakeSink(RecordType.CUSTOMER).refuse("C1", ErrorCode.REFUSED_BY_TARGET);
        sync(company("C1"));
        assertThat(world.erp.writes()).isEmpty();
        assertThat(world.entry(COMPANIES, RecordType.COMPANY, "C1").code()).contains(ErrorCode.REFUSED_BY_TARGET);
    }

    @Test
    void signs_are_given_in_the_order_that_was_asked_for_and_the_hosts_rule_goes_first() {
        assertThat(signs(CompanySyncs.Options.standard()))
                .containsExactly(
                        new CustomerMatch(CustomerMatch.By.EXTERNAL_ID, "old-C1"),
                        new CustomerMatch(CustomerMatch.By.TAX_ID, "TAX-C1-main"),
                        new CustomerMatch(CustomerMatch.By.EMAIL, "sam-c1@example.com"));
        assertThat(signs(CompanySyncs.Options.standard()
                        .matchingBy(CustomerMatch.By.EMAIL, CustomerMatch.By.HOST_RULE, CustomerMatch.By.EXTERNAL_ID)
                        .matchingBy(company -> Optional.of("4711"))))
                .extracting(CustomerMatch::by)
                .containsExactly(CustomerMatch.By.HOST_RULE, CustomerMatch.By.EMAIL, CustomerMatch.By.EXTERNAL_ID);
        assertThat(signs(CompanySyncs.Options.standard().matchingBy())).isEmpty();
    }

    @Test
    void G11_a_sign_that_is_printed_shows_no_address() {
        assertThat(signs(CompanySyncs.Options.standard()).toString()).doesNotContain("example.com", "TAX-C1");
    }

    @Test
    void the_surest_sign_decides_whose_customer_it_is_and_the_journey_tells_by_which() {
        stands("7", "", "sam-c1@example.com", "");
        stands("8", "old-C1", "", "");
        sync(company("C1"));
        EffectEntry effect = effect("C1");
        assertThat(effect.target().map(RecordRef::id)).contains("8");
        assertThat(effect.note()).contains("EXTERNAL_ID");
        assertThat(world.journey("8").effects())
                .extracting(EffectEntry::note)
                .anyMatch(note -> note.contains("EXTERNAL_ID"));
    }

    @Test
    void a_sign_that_fits_nobody_leaves_it_to_the_next() {
        stands("7", "", "SAM-C1@example.com", "");
        sync(company("C1"));
        assertThat(effect("C1").target().map(RecordRef::id)).contains("7");
        assertThat(effect("C1").note()).contains("EMAIL");
        assertThat(effect("C1-main").note()).isEmpty();
    }

    @Test
    void the_hosts_rule_goes_before_every_sign() {
        world.companies = world.companies.matchingBy(company -> Optional.of("9"));
        stands("8", "old-C1", "", "");
        stands("9", "", "", "");
        sync(company("C1"));
        assertThat(effect("C1").target().map(RecordRef::id)).contains("9");
        assertThat(effect("C1").note()).contains("HOST_RULE");
    }

    @Test
    void G4_a_sign_that_fits_several_is_for_a_person() {
        stands("7", "", "", "TAX-C1-main");
        stands("8", "", "", "TAX-C1-main");
        sync(company("C1"));
        assertThat(world.erp.writes()).isEmpty();
        assertThat(world.entry(COMPANIES, RecordType.COMPANY, "C1").code()).contains(ErrorCode.MATCH_AMBIGUOUS);
    }

    @Test
    void what_was_said_when_it_was_taken_is_kept_when_it_is_changed() {
        stands("8", "old-C1", "", "");
        sync(company("C1"));
        sync(company("C1").name("Company C1, renamed"));
        assertThat(world.erp.writes()).contains("update customer 8");
        assertThat(effect("C1").note()).contains("EXTERNAL_ID");
    }

    @Test
    void G9_what_the_write_said_and_what_was_found_afterwards_stand_beside_each_other() {
        world.books.traits(new SinkTraits(2, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 2));
        world.books.fakeSink(RecordType.CUSTOMER).remark("C1", "its terms were kept");
        stands("8", "old-C1", "", "");
        sync(company("C1"));
        assertThat(effect("C1").note()).isEqualTo("taken by EXTERNAL_ID; its terms were kept");
    }

    /** A customer that the ERP's people made, or another writer under a key of its own. */
    private void stands(String id, String key, String email, String taxId) {
        Customer.Builder customer = Customer.builder()
                .ref(RecordRef.of(world.erp.account(), RecordType.CUSTOMER, id))
                .name("Known already")
                .person(false);
        if (!email.isEmpty()) {
            customer.email(email);
        }
        if (!taxId.isEmpty()) {
            customer.taxId(taxId);
        }
        world.erp.put(key, customer.build());
    }

    private void sync(Company.Builder company) {
        world.shop.put(company.build());
        world.run(COMPANIES);
    }

    private Company.Builder company(String id) {
        return SampleBooks.company(world.shop.account(), id);
    }

    private Customer customer(String id) {
        return (Customer) world.held(RecordType.CUSTOMER, "customer-" + id).record();
    }

    private EffectEntry effect(String source) {
        return world.journey("C1").effects().stream()
                .filter(effect -> effect.key().source().id().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private List<CustomerMatch> signs(CompanySyncs.Options options) {
        world.companies = options;
        sync(company("C1"));
        List<CustomerMatch> signs = customer("C1").matches();
        world.erp.all(RecordType.CUSTOMER).forEach(held -> world.erp.delete(held.ref()));
        world.emptyStore();
        return signs;
    }
}
