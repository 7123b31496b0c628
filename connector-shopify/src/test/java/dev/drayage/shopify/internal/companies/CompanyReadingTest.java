package dev.drayage.shopify.internal.companies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.model.Company;
import dev.drayage.model.CompanyContact;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.LoopbackShop;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.spi.Change;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A company that changes between two pages of it. */
class CompanyReadingTest {
    private static final AccountId ACCOUNT = new AccountId("shopify", LoopbackShop.SHOP);
    private final LoopbackShop shop = new LoopbackShop();

    @AfterEach
    void close() {
        shop.close();
    }

    private Change<Company> fetch() {
        CompanySource source =
                new CompanySource(shop.api(), ACCOUNT, new CompanyOptions("2026-10", Duration.ofMinutes(1), 25));
        return source.fetch(RecordRef.of(ACCOUNT, RecordType.COMPANY, "7"), shop.call());
    }

    private static String company(String updatedAt, boolean more, String... names) {
        return "{\"company\":{\"id\":\"gid://shopify/Company/7\",\"name\":\"Acme\",\"updatedAt\":\"" + updatedAt
                + "\",\"contacts\":" + contacts(more, names)
                + ",\"locations\":{\"pageInfo\":{\"hasNextPage\":false},\"nodes\":[]}}}";
    }

    private static String more(String updatedAt, String... names) {
        return "{\"company\":{\"id\":\"gid://shopify/Company/7\",\"updatedAt\":\"" + updatedAt + "\",\"contacts\":"
                + contacts(false, names) + "}}";
    }

    private static String contacts(boolean more, String... names) {
        StringBuilder nodes = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            nodes.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"gid://shopify/CompanyContact/")
                    .append(names[i].length())
                    .append("\",\"customer\":{\"firstName\":\"")
                    .append(names[i])
                    .append("\"}}");
        }
        return "{\"pageInfo\":{\"hasNextPage\":" + more + ",\"endCursor\":\"abc\"},\"nodes\":[" + nodes + "]}";
    }

    @Test
    void it_is_read_anew_and_never_put_together_from_two_states() {
        shop.data(company("2026-11-20T10:00:00Z", true, "A"))
                .data(more("2026-11-20T10:00:05Z", "Bo"))
                .data(company("2026-11-20T10:00:05Z", true, "Eve"))
                .data(more("2026-11-20T10:00:05Z", "Dora"));

        Change<Company> change = fetch();

        assertThat(SimulatedShop.record(change).contacts())
                .extracting(CompanyContact::name)
                .containsExactly("Eve", "Dora");
        assertThat(((Change.Present<Company>) change).changedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:05Z"));
    }

    @Test
    void one_that_never_is_still_is_told_as_such_and_by_no_name() {
        for (int second = 0; second < 6; second += 2) {
            shop.data(company("2026-11-20T10:00:0" + second + "Z", true, "Zoe"))
                    .data(more("2026-11-20T10:00:0" + (second + 1) + "Z", "Bo"));
        }

        assertThat(fetch())
                .isInstanceOfSatisfying(
                        Change.Unreadable.class,
                        change -> assertThat(change.message())
                                .contains("company 7")
                                .doesNotContain("Zoe"));
    }

    @Test
    void one_that_went_meanwhile_is_gone() {
        shop.data(company("2026-11-20T10:00:00Z", true, "A"))
                .data("{\"company\":null}")
                .data("{\"company\":null}");

        assertThat(fetch()).isInstanceOf(Change.Gone.class);
    }

    @Test
    void one_that_cannot_be_read_is_told_by_its_number_and_the_place_and_by_no_name() {
        shop.data("{\"company\":{\"id\":\"gid://shopify/Company/7\",\"updatedAt\":\"2026-11-20T10:00:00Z\","
                + "\"contacts\":" + contacts(false, "Zoe")
                + ",\"locations\":{\"pageInfo\":{\"hasNextPage\":false},\"nodes\":[]}}}");

        assertThat(fetch())
                .isInstanceOfSatisfying(
                        Change.Unreadable.class,
                        change -> assertThat(change.message())
                                .startsWith("company 7: ")
                                .contains(".name")
                                .doesNotContain("Zoe"));
    }
}
