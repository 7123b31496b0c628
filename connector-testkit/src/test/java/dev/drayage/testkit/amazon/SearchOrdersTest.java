package dev.drayage.testkit.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.testkit.amazon.SellerCentral.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchOrdersTest {
    private static final String SINCE = "2026-11-16T00:00:00Z";
    private final SellerCentral central = new SellerCentral();

    @AfterEach
    void close() {
        central.close();
    }

    private void seed(int count) {
        for (int n = 0; n < count; n++) {
            central.amazon
                    .orders()
                    .add(SellerCentral.plain(n)
                            .lastUpdatedTime(SellerCentral.START.plusSeconds(n))
                            .build());
        }
        central.clock.pass(Duration.ofHours(1));
    }

    private Answer search(String... pairs) {
        Map<String, String> query = new HashMap<>(Map.of("lastUpdatedAfter", SINCE));
        for (int n = 0; n < pairs.length; n += 2) {
            query.put(pairs[n], pairs[n + 1]);
        }
        return central.search(query);
    }

    @Test
    void the_window_ends_two_minutes_ago_and_is_answered_back() {
        central.amazon.orders().add(SellerCentral.plain(1).build());
        central.clock.pass(Duration.ofSeconds(119));
        assertThat(search().orderIds()).isEmpty();
        central.clock.pass(Duration.ofSeconds(1));
        Answer answer = search();
        assertThat(answer.orderIds()).containsExactly(SellerCentral.id(1));
        assertThat(answer.body().path("lastUpdatedBefore").asText()).isEqualTo("2026-11-16T08:00:00.000Z");
        assertThat(answer.body().has("createdBefore")).isFalse();
    }

    @Test
    void both_bounds_are_inclusive() {
        seed(5);
        Answer answer = search(
                "lastUpdatedAfter", "2026-11-16T08:00:01Z",
                "lastUpdatedBefore", "2026-11-16T08:00:03Z");
        assertThat(answer.orderIds()).containsExactly(SellerCentral.id(1), SellerCentral.id(2), SellerCentral.id(3));
    }

    @ParameterizedTest
    @CsvSource({
        "createdAfter, 2026-11-16T00:00:00Z",
        "createdBefore, 2026-11-16T00:00:00Z",
        "lastUpdatedBefore, 2026-11-16T08:59:00Z",
        "lastUpdatedBefore, 2026-11-15T00:00:00Z",
        "lastUpdatedAfter, TEST_CASE_400",
        "maxResultsPerPage, 101",
        "maxResultsPerPage, 0",
        "maxResultsPerPage, many",
        "fulfillmentStatuses, CANCELED",
        "includedData, ADDRESS",
        "fulfilledBy, MFN",
        "paginationToken, nonsense",
        "LastUpdatedAfter, 2026-11-16T00:00:00Z",
    })
    void a_wrong_parameter_is_refused(String name, String value) {
        seed(1);
        Answer answer = search(name, value);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("InvalidInput");
    }

    @Test
    void one_of_the_after_times_is_needed() {
        assertThat(central.search(Map.of()).status()).isEqualTo(400);
    }

    @Test
    void filters_narrow_the_answer() {
        seed(2);
        Instant now = central.clock.instant().minus(Duration.ofMinutes(5));
        central.amazon
                .orders()
                .add(SellerCentral.plain(7)
                        .fulfilledBy(FulfilledBy.AMAZON)
                        .status(FulfillmentStatus.SHIPPED)
                        .marketplace(Marketplace.CA)
                        .lastUpdatedTime(now)
                        .build());
        assertThat(search("fulfilledBy", "AMAZON").orderIds()).containsExactly(SellerCentral.id(7));
        assertThat(search("fulfillmentStatuses", "UNSHIPPED,PARTIALLY_SHIPPED").orderIds())
                .containsExactly(SellerCentral.id(0), SellerCentral.id(1));
        assertThat(search("marketplaceIds", Marketplace.CA.id()).orderIds()).containsExactly(SellerCentral.id(7));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat() {
        seed(25);
        List<String> seen = new ArrayList<>();
        String token = "";
        do {
            Answer page = token.isEmpty()
                    ? search("maxResultsPerPage", "10")
                    : search("maxResultsPerPage", "10", "paginationToken", token);
            seen.addAll(page.orderIds());
            token = page.nextToken();
        } while (!token.isEmpty());
        assertThat(seen).hasSize(25).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void later_pages_keep_the_window_of_the_first() {
        seed(3);
        Answer first = search("maxResultsPerPage", "2");
        central.clock.pass(Duration.ofMinutes(30));
        Answer second = search("maxResultsPerPage", "2", "paginationToken", first.nextToken());
        assertThat(second.body().path("lastUpdatedBefore"))
                .isEqualTo(first.body().path("lastUpdatedBefore"));
    }

    @Test
    void all_other_parameters_must_be_repeated_with_the_token() {
        seed(3);
        String token = search("maxResultsPerPage", "2").nextToken();
        assertThat(search("paginationToken", token).status()).isEqualTo(400);
        assertThat(search("maxResultsPerPage", "2", "includedData", "BUYER", "paginationToken", token)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_page_token_lives_a_day_and_needs_encoding() {
        seed(3);
        String token = search("maxResultsPerPage", "2").nextToken();
        assertThat(token).contains("/", "+", "=");
        central.clock.pass(Duration.ofDays(1));
        assertThat(search("maxResultsPerPage", "2", "paginationToken", token).status())
                .isEqualTo(200);
        central.clock.pass(Duration.ofSeconds(1));
        assertThat(search("maxResultsPerPage", "2", "paginationToken", token).status())
                .isEqualTo(400);
    }

    @Test
    void an_order_that_changes_between_pages_comes_with_the_next_sweep() {
        seed(3);
        String token = search("maxResultsPerPage", "2").nextToken();
        central.amazon.orders().touch(SellerCentral.id(2));
        assertThat(search("maxResultsPerPage", "2", "paginationToken", token).orderIds())
                .isEmpty();
        central.clock.pass(Duration.ofMinutes(2));
        assertThat(search().orderIds()).contains(SellerCentral.id(2));
    }

    @Test
    void an_empty_page_with_a_token_is_not_the_end() {
        seed(3);
        central.amazon.orderOddities().emptyPages(1);
        Answer empty = search();
        assertThat(empty.orderIds()).isEmpty();
        assertThat(search("paginationToken", empty.nextToken()).orderIds()).hasSize(3);
    }

    @Test
    void the_same_page_may_come_again() {
        seed(5);
        Answer first = search("maxResultsPerPage", "2");
        central.amazon.orderOddities().repeatPages(1);
        Answer again = search("maxResultsPerPage", "2", "paginationToken", first.nextToken());
        assertThat(again.orderIds()).isEqualTo(first.orderIds());
        Answer second = search("maxResultsPerPage", "2", "paginationToken", again.nextToken());
        assertThat(second.orderIds()).containsExactly(SellerCentral.id(2), SellerCentral.id(3));
    }

    @Test
    void a_page_may_come_in_another_order() {
        seed(3);
        central.amazon.orderOddities().reorderPages(1);
        assertThat(search().orderIds()).containsExactly(SellerCentral.id(2), SellerCentral.id(1), SellerCentral.id(0));
    }

    @Test
    void a_search_may_miss_an_order_that_get_order_finds() {
        seed(2);
        central.amazon.orders().hideFromSearch(SellerCentral.id(1));
        assertThat(search().orderIds()).containsExactly(SellerCentral.id(0));
        assertThat(central.order(SellerCentral.id(1)).status()).isEqualTo(200);
        central.amazon.orders().showInSearch(SellerCentral.id(1));
        assertThat(search().orderIds()).hasSize(2);
    }

    @Test
    void a_search_by_last_update_may_miss_an_order_that_one_by_creation_finds() {
        seed(2);
        central.amazon.orders().hideFromSearchByLastUpdate(SellerCentral.id(1));
        assertThat(search().orderIds()).containsExactly(SellerCentral.id(0));
        assertThat(central.search(Map.of("createdAfter", SINCE)).orderIds())
                .containsExactly(SellerCentral.id(0), SellerCentral.id(1));
        central.amazon.orders().showInSearch(SellerCentral.id(1));
        assertThat(search().orderIds()).hasSize(2);
    }

    @Test
    void changes_may_be_listed_late() {
        central.amazon.orders().changesAreListedAfter(Duration.ofMinutes(10));
        central.amazon.orders().add(SellerCentral.plain(1).build());
        central.clock.pass(Duration.ofMinutes(9));
        assertThat(search().orderIds()).isEmpty();
        central.clock.pass(Duration.ofMinutes(1));
        assertThat(search().orderIds()).hasSize(1);
    }

    @Test
    void an_order_of_the_future_does_not_exist_yet() {
        central.amazon
                .orders()
                .add(SimulatedOrder.builder(SellerCentral.id(9), SellerCentral.START.plusSeconds(60))
                        .build());
        assertThat(central.order(SellerCentral.id(9)).status()).isEqualTo(404);
        central.clock.pass(Duration.ofMinutes(1));
        assertThat(central.order(SellerCentral.id(9)).status()).isEqualTo(200);
    }

    @Test
    void one_raw_order_may_be_unreadable_among_good_ones() {
        seed(1);
        central.amazon
                .orders()
                .addRaw(SellerCentral.id(5), SellerCentral.START, SellerCentral.START, "{\"orderId\":7}");
        assertThat(search().body().at("/orders/1/orderId").isInt()).isTrue();
        assertThat(central.order(SellerCentral.id(5))
                        .body()
                        .at("/order/orderId")
                        .asInt())
                .isEqualTo(7);
    }
}
