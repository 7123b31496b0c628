package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.Address;
import dev.drayage.model.Customer;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Resolution;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.JournaledWrite;
import dev.drayage.testkit.wire.Fault;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerTest {
    private TestBooks books = numbered(settings -> settings.subsidiary("1"));

    @AfterEach
    void close() {
        books.close();
    }

    private static TestBooks numbered(UnaryOperator<NetSuiteSettings.Builder> settings) {
        return TestBooks.open(account -> account.with(AccountPreference.AUTO_NUMBERED_CUSTOMERS), settings);
    }

    private static Customer buyer(String id, String name, boolean person) {
        return Customer.builder()
                .ref(RecordRef.of(TestBooks.SHOP, RecordType.CUSTOMER, id))
                .name(name)
                .person(person)
                .email("robin@example.com")
                .addAddresses(Address.builder()
                        .name(name)
                        .addLines("1 Depot Way", "Floor 2", "Door 3", "Ring twice")
                        .city("Fallon")
                        .region("NV")
                        .postalCode("89406")
                        .countryCode("US")
                        .build())
                .build();
    }

    private JsonNode stored(String id) {
        return books.netSuite
                .recordByExternalId("customer", "AMAZON-A1EX-na-CU-" + id)
                .orElseThrow()
                .body();
    }

    @Test
    void a_person_has_first_and_last_name_and_an_address_book() {
        books.write(RecordType.CUSTOMER, buyer("abc", "Robin van Example", true));
        assertThat(stored("abc").path("firstName").asText()).isEqualTo("Robin van");
        assertThat(stored("abc").path("lastName").asText()).isEqualTo("Example");
        JsonNode address =
                stored("abc").path("addressBook").path("items").path(0).path("addressBookAddress");
        assertThat(address.path("addr3").asText()).isEqualTo("Door 3, Ring twice");
        assertThat(address.path("country").path("id").asText()).isEqualTo("US");
    }

    @Test
    void a_company_has_its_name() {
        books.write(RecordType.CUSTOMER, buyer("abc", "Glenrock Hospital", false));
        assertThat(stored("abc").path("companyName").asText()).isEqualTo("Glenrock Hospital");
        assertThat(stored("abc").path("isPerson").asBoolean()).isFalse();
    }

    @Test
    void the_same_buyer_is_created_once_even_after_a_lost_answer() {
        books.netSuite
                .faults()
                .next(1, Fault.LOST_ANSWER, request -> request.path().endsWith("/customer"));
        Customer buyer = buyer("abc", "Robin Example", true);
        assertThat(books.write(RecordType.CUSTOMER, buyer)).isInstanceOf(EffectOutcome.Unknown.class);
        assertThat(books.resolve(RecordType.CUSTOMER, buyer)).isInstanceOf(Resolution.Landed.class);
        assertThat(books.write(RecordType.CUSTOMER, buyer)).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(books.netSuite.journal().count("customer", JournaledWrite.Operation.CREATE))
                .isEqualTo(1);
    }

    @Test
    void another_buyer_of_the_same_name_is_a_conflict_that_names_the_remedy_or_gets_a_key() {
        books.close();
        books = TestBooks.openWith(settings -> settings.subsidiary("1"));
        books.write(RecordType.CUSTOMER, buyer("abc", "Robin Example", true));
        EffectOutcome second = books.write(RecordType.CUSTOMER, buyer("def", "Robin Example", true));
        assertThat(((EffectOutcome.Rejected) second).violations().code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(((EffectOutcome.Rejected) second).violations().message())
                .contains("customer.naming")
                .doesNotContain("Robin");
        books.close();
        books = TestBooks.openWith(settings -> settings.subsidiary("1").customerNaming(CustomerNaming.NAME_AND_KEY));
        books.write(RecordType.CUSTOMER, buyer("abc", "Robin Example", true));
        assertThat(books.write(RecordType.CUSTOMER, buyer("def", "Robin Example", true)))
                .isInstanceOf(EffectOutcome.Applied.class);
    }

    @Test
    void a_change_is_written_to_the_customer_that_is_bound() {
        EffectOutcome first = books.write(RecordType.CUSTOMER, buyer("abc", "Robin Example", true));
        Optional<RecordRef> bound = Optional.of(((EffectOutcome.Applied) first).ref());
        Effect<Customer> change =
                books.effect(RecordType.CUSTOMER, buyer("abc", "Robin Sample", true), Effect.Mode.CREATE_OR_UPDATE);
        books.write(RecordType.CUSTOMER, change, bound, Map.of());
        assertThat(stored("abc").path("lastName").asText()).isEqualTo("Sample");
        assertThat(stored("abc").path("addressBook").path("items")).hasSize(1);
    }

    @Test
    void a_missing_subsidiary_is_told_in_netsuites_words() {
        books.close();
        books = TestBooks.open();
        EffectOutcome outcome = books.write(RecordType.CUSTOMER, buyer("abc", "Robin Example", true));
        assertThat(((EffectOutcome.Rejected) outcome).violations().message()).contains("Subsidiary");
    }

    @Test
    void an_order_is_booked_against_the_buyer_that_was_bound() {
        EffectOutcome customer = books.write(RecordType.CUSTOMER, buyer("abc", "Robin Example", true));
        RecordRef ref = ((EffectOutcome.Applied) customer).ref();
        SalesOrder order = SampleOrders.merchant(TestBooks.SHOP, "111-1", TestBooks.START);
        EffectKey customerKey =
                books.effect(RecordType.CUSTOMER, buyer("abc", "x", true)).key();
        Effect<SalesOrder> effect = books.effect(RecordType.SALES_ORDER, order).after(Set.of(customerKey));
        books.write(RecordType.SALES_ORDER, effect, Optional.empty(), Map.of(customerKey, ref));
        assertThat(books.netSuite
                        .recordByExternalId("salesOrder", "AMAZON-A1EX-na-SO-111-1")
                        .orElseThrow()
                        .body()
                        .path("entity")
                        .path("id")
                        .asText())
                .isEqualTo(ref.id());
    }
}
