package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.RecordRef;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.wire.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AmazonOrderReadingTest {
    private final SellerCentral seller = new SellerCentral();

    @AfterEach
    void close() {
        seller.close();
    }

    private static String id(int n) {
        return String.format(Locale.ROOT, "111-0000000-%07d", n);
    }

    private void add(int n, Instant changed) {
        seller.amazon
                .orders()
                .add(SellerCentral.order(id(n))
                        .lastUpdatedTime(changed)
                        .item(SellerCentral.item().build())
                        .build());
    }

    private void addMany(int count) {
        for (int n = 1; n <= count; n++) {
            add(n, SellerCentral.NOW.minus(Duration.ofMinutes(60 - n)));
        }
    }

    /** Ids of all pages of the last days, as often as they come. */
    private List<String> readAll() {
        RecordSource<SalesOrder> orders = seller.orders();
        Slice.Window window = seller.lately();
        List<String> ids = new ArrayList<>();
        Optional<Cursor> at = Optional.empty();
        for (int page = 0; page < 50; page++) {
            Page<SalesOrder> read = orders.read(window, at, seller.call());
            ids.addAll(SellerCentral.ids(read));
            at = read.next();
            if (at.isEmpty()) {
                return ids;
            }
        }
        throw new AssertionError("the pages do not end");
    }

    @Test
    void a_window_holds_its_first_instant_and_not_its_last() {
        Instant noon = SellerCentral.NOW.minus(Duration.ofMinutes(30));
        add(1, noon.minusMillis(1));
        add(2, noon);
        add(3, noon.plusMillis(999));
        add(4, noon.plusSeconds(1));

        Page<SalesOrder> page =
                seller.orders().read(new Slice.Window(noon, noon.plusSeconds(1)), Optional.empty(), seller.call());

        assertThat(SellerCentral.ids(page)).containsExactly(id(2), id(3));
        assertThat(page.completeUntil()).contains(noon.plusSeconds(1));
    }

    @Test
    void a_window_that_reaches_into_the_last_two_minutes_is_complete_only_up_to_them() {
        add(1, SellerCentral.NOW.minus(Duration.ofMinutes(3)));
        Slice.Window untilNow = new Slice.Window(SellerCentral.NOW.minus(Duration.ofHours(1)), SellerCentral.NOW);

        Page<SalesOrder> page = seller.orders().read(untilNow, Optional.empty(), seller.call());

        assertThat(SellerCentral.ids(page)).containsExactly(id(1));
        assertThat(page.completeUntil())
                .contains(SellerCentral.NOW.minus(Duration.ofMinutes(2)).plusMillis(1));
    }

    @Test
    void a_window_that_begins_in_the_last_two_minutes_is_not_asked_for_yet() {
        Instant from = SellerCentral.NOW.minusSeconds(30);

        Page<SalesOrder> page =
                seller.orders().read(new Slice.Window(from, SellerCentral.NOW), Optional.empty(), seller.call());

        assertThat(page.changes()).isEmpty();
        assertThat(page.completeUntil()).contains(from);
        assertThat(seller.amazon.traffic().requests(Operation.SEARCH_ORDERS)).isZero();
    }

    @Test
    void all_pages_are_read_with_their_parameters_repeated_even_when_the_clock_moves_on() {
        seller.settings.pageSize(4);
        addMany(10);
        RecordSource<SalesOrder> orders = seller.orders();
        Slice.Window untilNow = new Slice.Window(SellerCentral.NOW.minus(Duration.ofHours(2)), SellerCentral.NOW);
        Page<SalesOrder> first = orders.read(untilNow, Optional.empty(), seller.call());
        seller.time.advance(Duration.ofMinutes(30));

        Page<SalesOrder> second = seller.orders().read(untilNow, first.next(), seller.call());
        Page<SalesOrder> third = orders.read(untilNow, second.next(), seller.call());

        assertThat(SellerCentral.ids(first)).hasSize(4);
        assertThat(SellerCentral.ids(second)).hasSize(4).doesNotContainAnyElementsOf(SellerCentral.ids(first));
        assertThat(SellerCentral.ids(third)).containsExactly(id(9), id(10));
        assertThat(third.next()).isEmpty();
        assertThat(third.completeUntil()).isEqualTo(first.completeUntil());
    }

    @Test
    void an_empty_page_with_a_token_is_not_the_end() {
        addMany(3);
        seller.amazon.orderOddities().emptyPages(1);

        assertThat(readAll()).containsExactlyInAnyOrder(id(1), id(2), id(3));
    }

    @Test
    void repeated_and_reordered_pages_lose_nothing() {
        seller.settings.pageSize(2);
        addMany(6);
        seller.amazon.orderOddities().repeatPages(1);
        seller.amazon.orderOddities().reorderPages(2);

        assertThat(readAll()).contains(id(1), id(2), id(3), id(4), id(5), id(6));
    }

    @Test
    void a_page_token_that_is_a_day_old_is_an_expired_cursor() {
        seller.settings.pageSize(1);
        addMany(2);
        Slice.Window window = seller.lately();
        Optional<Cursor> next =
                seller.orders().read(window, Optional.empty(), seller.call()).next();
        seller.time.advance(Duration.ofHours(25));

        assertThatThrownBy(() -> seller.orders().read(window, next, seller.call()))
                .isInstanceOf(CursorExpiredException.class);
        assertThatThrownBy(() -> seller.orders().read(window, Optional.of(new Cursor("something else")), seller.call()))
                .isInstanceOf(CursorExpiredException.class);
    }

    @Test
    void a_cursor_from_other_settings_is_an_expired_cursor() {
        seller.settings.pageSize(1);
        addMany(2);
        Slice.Window window = seller.lately();
        Optional<Cursor> next =
                seller.orders().read(window, Optional.empty(), seller.call()).next();
        seller.settings.pageSize(5);

        assertThatThrownBy(() -> seller.orders().read(window, next, seller.call()))
                .isInstanceOf(CursorExpiredException.class);
    }

    @Test
    void one_unreadable_order_never_fails_its_page() {
        Instant changed = SellerCentral.NOW.minus(Duration.ofMinutes(10));
        add(1, changed);
        seller.amazon.orders().addRaw(id(2), changed, changed, "{\"orderId\":\"" + id(2) + "\",\"orderItems\":7}");
        seller.amazon.orders().addRaw(id(3), changed, changed, "\"no order at all\"");
        add(4, changed);

        Page<SalesOrder> page = seller.firstPage();
        Page<SalesOrder> again = seller.firstPage();

        assertThat(page.changes()).hasSize(4);
        assertThat(page.changes().get(0)).isInstanceOf(Change.Present.class);
        assertThat(page.changes().get(3)).isInstanceOf(Change.Present.class);
        Change.Unreadable<SalesOrder> known =
                (Change.Unreadable<SalesOrder>) page.changes().get(1);
        assertThat(known.ref().id()).isEqualTo(id(2));
        assertThat(known.code()).isEqualTo(ErrorCode.RECORD_UNREADABLE);
        assertThat(known.message()).contains(id(2)).contains("$.orders[1].createdTime");
        assertThat(page.changes().get(2).ref().id()).startsWith("unreadable-");
        assertThat(SellerCentral.ids(again)).isEqualTo(SellerCentral.ids(page));
    }

    @Test
    void an_unreadable_order_is_told_without_its_contents() {
        Instant changed = SellerCentral.NOW.minus(Duration.ofMinutes(10));
        seller.amazon
                .orders()
                .addRaw(
                        id(2),
                        changed,
                        changed,
                        "{\"orderId\":\"Jane Doe, 1 Main Street\",\"createdTime\":\"Jane Doe\",\"orderItems\":[]}");

        assertThat(seller.firstPage().changes().toString())
                .doesNotContain("Jane")
                .doesNotContain("Main");
    }

    @Test
    void a_page_that_is_cut_off_is_tried_again() {
        addMany(2);
        seller.amazon.faults().next(1, Fault.TRUNCATED_BODY, Operation.SEARCH_ORDERS::matches);

        assertThat(SellerCentral.ids(seller.firstPage())).hasSize(2);
    }

    @Test
    void half_a_document_and_a_giant_one_are_outages_and_not_crashes() {
        seller.amazon.plannedAnswers().next(Operation.SEARCH_ORDERS, 200, "{\"orders\":[{\"orderId\":\"11");
        assertThatThrownBy(seller::firstPage)
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_MALFORMED));

        seller.amazon.plannedAnswers().nextGiant(Operation.SEARCH_ORDERS, "{\"orders\":[]}", 40L << 20);
        assertThatThrownBy(seller::firstPage)
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_TOO_LARGE));
    }

    @Test
    void a_refused_search_is_an_outage_that_names_amazons_reason() {
        seller.amazon.orderOddities().breakDataSet("FULFILLMENT");

        assertThatThrownBy(seller::firstPage)
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("400")
                .hasMessageContaining("InvalidInput");
    }

    @Test
    void one_order_can_be_fetched_and_an_unknown_one_is_not_visible() {
        add(1, SellerCentral.NOW.minusSeconds(5));
        RecordRef known = RecordRef.parse("amazon:A1EXAMPLESELLER-na/salesOrder/" + id(1));
        RecordRef unknown = RecordRef.parse("amazon:A1EXAMPLESELLER-na/salesOrder/" + id(2));
        RecordRef strange = RecordRef.parse("amazon:A1EXAMPLESELLER-na/salesOrder/1001");

        assertThat(seller.orders().fetch(known, seller.call())).isInstanceOf(Change.Present.class);
        assertThat(seller.orders().fetch(unknown, seller.call())).isInstanceOf(Change.NotVisible.class);
        assertThat(seller.orders().fetch(strange, seller.call())).isInstanceOf(Change.NotVisible.class);
    }

    @Test
    void the_revision_moves_with_the_order_and_only_then() {
        add(1, SellerCentral.NOW.minus(Duration.ofMinutes(10)));
        String before = revision();
        assertThat(revision()).isEqualTo(before);

        seller.amazon.orders().requestCancellation(id(1), SellerCentral.LINE, "changed my mind");
        seller.time.advance(Duration.ofMinutes(5));

        assertThat(revision()).isNotEqualTo(before);
    }

    private String revision() {
        return ((Change.Present<SalesOrder>) seller.firstPage().changes().get(0)).revision();
    }
}
