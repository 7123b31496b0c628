package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import dev.drayage.store.RecordState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a console shows to the person who looks after the syncs. */
class WorklistTest {
    private final Shop shop = new Shop();

    private void someOfEach() {
        shop.sink()
                .refuse("A", ErrorCode.SKU_UNKNOWN)
                .refuse("B", ErrorCode.SKU_UNKNOWN)
                .refuse("C", ErrorCode.PERIOD_CLOSED)
                .deferFor("D", "x");
        for (String id : List.of("A", "B", "C", "D", "E")) {
            shop.place(id);
            shop.run();
        }
    }

    @Test
    void G9_it_counts_by_state_and_reason_and_leaves_settled_records_out() {
        someOfEach();
        Worklist all = shop.engine().worklist(WorkFilter.unsettled());
        assertThat(all.total()).isEqualTo(4);
        assertThat(all.states()).isEqualTo(Map.of(RecordState.PARKED, 3L, RecordState.DEFERRED, 1L));
        assertThat(all.codes())
                .isEqualTo(Map.of(
                        ErrorCode.SKU_UNKNOWN, 2L, ErrorCode.PERIOD_CLOSED, 1L, ErrorCode.WAITING_FOR_RECORD, 1L));
        assertThat(ids(all)).containsExactly("A", "B", "C", "D");
    }

    @Test
    void G9_it_is_filtered_by_sync_reason_state_id_and_age() {
        someOfEach();
        SyncEngine engine = shop.engine();
        assertThat(ids(engine.worklist(WorkFilter.parked().because(ErrorCode.PERIOD_CLOSED))))
                .containsExactly("C");
        assertThat(ids(engine.worklist(WorkFilter.unsettled().in(RecordState.DEFERRED))))
                .containsExactly("D");
        assertThat(ids(engine.worklist(WorkFilter.unsettled().withId("B")))).containsExactly("B");
        assertThat(engine.worklist(WorkFilter.unsettled().of("refunds")).total())
                .isZero();
        Instant second = shop.entry("B").updatedAt();
        assertThat(ids(engine.worklist(WorkFilter.unsettled().standingBefore(second))))
                .containsExactly("A");
        assertThatThrownBy(() -> WorkFilter.unsettled().in(RecordState.SETTLED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void G7_it_comes_page_by_page_in_either_order() {
        someOfEach();
        for (WorkFilter.Order order : WorkFilter.Order.values()) {
            List<String> seen = new ArrayList<>();
            WorkFilter filter = WorkFilter.unsettled().ordered(order).limit(3);
            Optional<WorkFilter.Mark> next;
            do {
                Worklist page = shop.engine().worklist(filter);
                assertThat(page.total()).isEqualTo(4);
                assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
                seen.addAll(ids(page));
                next = page.next();
                filter = next.map(filter::after).orElse(filter);
            } while (next.isPresent());
            assertThat(seen)
                    .isEqualTo(
                            order == WorkFilter.Order.OLDEST_FIRST
                                    ? List.of("A", "B", "C", "D")
                                    : List.of("D", "C", "B", "A"));
        }
    }

    @Test
    void G9_an_item_says_what_a_person_needs_to_know() {
        shop.run(); // what is placed later is written without a look before
        shop.place("A");
        shop.sink().refuse("A", ErrorCode.SKU_UNKNOWN);
        shop.run();
        Instant since = shop.entry("A").updatedAt();
        shop.engine().retry(WorkFilter.parked(), "ann");
        shop.run();
        Worklist.Item item = shop.engine().worklist(WorkFilter.parked()).items().get(0);
        assertThat(item.record().ref()).isEqualTo(shop.ref("A"));
        assertThat(item.record().message()).contains("record A is refused");
        assertThat(item.record().attempts()).isEqualTo(2);
        assertThat(item.since())
                .as("since it was parked, not since it was looked at last")
                .isEqualTo(since);
        assertThat(item.remedy()).isEqualTo(ErrorCode.SKU_UNKNOWN.remedy());
        assertThat(item.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.nativeKey()).isEqualTo("salesOrder-A");
            assertThat(effect.key().target()).isEqualTo(shop.erpWorld.account());
        });
        assertThat(item.openEffects()).isEmpty();
        assertThat(item.targets()).isEmpty();
    }

    @Test
    void G12_a_retry_by_the_same_filter_takes_up_those_and_no_others() {
        someOfEach();
        shop.sink().accept("A").accept("B").accept("C");
        assertThat(shop.engine()
                        .retry(
                                WorkFilter.parked()
                                        .because(ErrorCode.SKU_UNKNOWN)
                                        .limit(1),
                                "ann"))
                .as("the whole list, not the page")
                .isEqualTo(2);
        shop.run();
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B", "salesOrder-E");
        assertThat(shop.acts()).containsExactly("ann retry PARKED SKU_UNKNOWN");
    }

    @Test
    void G12_a_retry_while_another_process_has_the_sync_does_nothing_at_all() {
        someOfEach();
        shop.store.leases("default").acquire("erp:E1 shop:S1", "other", Duration.ofMinutes(2));
        assertThatThrownBy(() -> shop.engine().retry(WorkFilter.parked(), "ann"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(shop.store.ledger("default").hints("orders", Optional.empty(), 10))
                .isEmpty();
    }

    private static List<String> ids(Worklist list) {
        return list.items().stream().map(item -> item.record().ref().id()).toList();
    }
}
