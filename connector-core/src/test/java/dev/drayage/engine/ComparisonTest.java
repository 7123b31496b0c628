package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.engine.ComparisonReport.Verdict;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.Retention;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Both sides of a window are compared, and what only one of them has is told. */
class ComparisonTest {
    private final Shop shop = new Shop();

    private Comparison sinceStart() {
        return Comparison.of(new Slice.Window(Shop.START, shop.time.instant()));
    }

    private ComparisonReport compare(Comparison comparison) {
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = shop.engine()) {
            return engine.operations("orders", "ann").compare(comparison);
        }
    }

    private ComparisonReport compare() {
        return compare(sinceStart());
    }

    private RecordRef booked(String id) {
        return RecordRef.of(shop.erpWorld.account(), RecordType.SALES_ORDER, "of-salesOrder-" + id);
    }

    private static Difference only(ComparisonReport report) {
        assertThat(report.differences()).hasSize(1);
        assertThat(report.differing()).isEqualTo(1);
        return report.differences().get(0);
    }

    @Test
    void both_sides_agree_after_a_run() {
        shop.source().counted();
        shop.place("A", "B");
        shop.run();
        ComparisonReport report = compare();
        assertThat(report.agrees()).as(report.summary()).isTrue();
        assertThat(report.count(Verdict.SAME)).isEqualTo(2);
        assertThat(report.secondMethod()).isTrue();
        assertThat(report.summary()).contains("listed by creation").contains("2 same");
    }

    @Test
    void G1_an_order_that_reading_never_lists_is_found_and_booked_once() {
        shop.source().counted().unlisted("HIDDEN");
        shop.place("A", "HIDDEN", "B");
        shop.run();
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B");
        Difference found = only(compare(sinceStart().andBook()));
        assertThat(found.verdict()).isEqualTo(Verdict.UNSEEN);
        assertThat(found.ref()).isEqualTo(shop.ref("HIDDEN"));
        assertThat(found.asked()).isTrue();
        assertThat(shop.acts())
                .containsExactly("ann compare " + shop.ref("HIDDEN") + " is missing: the next run books it");
        assertThat(shop.booked()).as("a comparison itself books nothing").hasSize(2);
        shop.run();
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B", "salesOrder-HIDDEN");
        shop.source().listed("HIDDEN");
        shop.engine().operations("orders", "ann").reset();
        shop.run();
        assertThat(shop.erpWorld.writes()).hasSize(3);
        assertThat(compare().agrees()).isTrue();
    }

    @Test
    void without_a_second_method_it_says_so_and_sees_no_more_than_a_run() {
        shop.source().unlisted("HIDDEN");
        shop.place("A", "HIDDEN");
        shop.run();
        ComparisonReport report = compare();
        assertThat(report.secondMethod()).isFalse();
        assertThat(report.summary()).contains("the source has no second one");
        assertThat(report.compared()).isEqualTo(1);
    }

    @Test
    void G6_a_comparison_writes_nothing_and_changes_nothing_in_the_ledger() {
        shop.source().counted().unlisted("HIDDEN");
        shop.place("A", "HIDDEN", "B");
        shop.run();
        shop.erpWorld.delete(booked("A"));
        shop.shopWorld.delete(shop.ref("B"));
        var ledger = shop.store.ledger("default");
        List<Object> before = List.of(
                ledger.records(RecordQuery.builder().build()),
                ledger.sync("orders"),
                ledger.hints("orders", Optional.empty(), 10),
                shop.acts(),
                shop.erpWorld.writes(),
                shop.source().acknowledged());
        shop.sink().outage(new IllegalStateException("a comparison must not write"));
        assertThat(compare().differing()).isEqualTo(3);
        assertThat(List.of(
                        ledger.records(RecordQuery.builder().build()),
                        ledger.sync("orders"),
                        ledger.hints("orders", Optional.empty(), 10),
                        shop.acts(),
                        shop.erpWorld.writes(),
                        shop.source().acknowledged()))
                .isEqualTo(before);
    }

    @Test
    void what_a_person_deleted_at_the_target_is_missing_and_not_booked_behind_their_back() {
        shop.place("A", "B");
        shop.run();
        shop.erpWorld.delete(booked("A"));
        Difference found = only(compare(sinceStart().andBook()));
        assertThat(found.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(found.ref()).isEqualTo(shop.ref("A"));
        assertThat(found.target()).contains(booked("A"));
        assertThat(found.asked()).isFalse();
        shop.run();
        assertThat(shop.booked()).containsExactly("salesOrder-B");
    }

    @Test
    void what_was_written_so_shortly_before_that_it_may_not_show_is_not_missing() {
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ofMinutes(10), 0));
        shop.place("A");
        shop.run();
        shop.erpWorld.delete(booked("A"));
        assertThat(compare().count(Verdict.MOVED)).isEqualTo(1);
        shop.time.advance(Duration.ofMinutes(10));
        assertThat(compare().count(Verdict.MISSING)).isEqualTo(1);
    }

    @Test
    void what_a_person_copied_at_the_target_is_doubled() {
        shop.place("A", "B");
        shop.run();
        RecordRef copy = RecordRef.of(shop.erpWorld.account(), RecordType.SALES_ORDER, "copy");
        SalesOrder ours =
                (SalesOrder) shop.erpWorld.get(booked("A")).orElseThrow().record();
        shop.erpWorld.put(SalesOrder.builder().from(ours).ref(copy).build());
        Difference found = only(compare());
        assertThat(found.verdict()).isEqualTo(Verdict.DOUBLED);
        assertThat(found.target()).contains(booked("A"));
        assertThat(found.message()).contains(copy.toString());
    }

    private void edit(RecordRef ref) {
        SalesOrder there = (SalesOrder) shop.erpWorld.get(ref).orElseThrow().record();
        shop.erpWorld.put(SalesOrder.builder()
                .from(there)
                .lines(there.lines().subList(0, 1))
                .total(Money.of("47.85", "USD"))
                .build());
    }

    @Test
    void what_a_person_edited_at_the_target_has_drifted() {
        shop.place("A", "B");
        shop.run();
        edit(booked("A"));
        Difference found = only(compare());
        assertThat(found.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(found.ref()).isEqualTo(shop.ref("A"));
        assertThat(found.target()).contains(booked("A"));
        assertThat(found.message()).contains("content is ");
    }

    @Test
    void what_a_person_accepted_has_not_drifted() {
        shop.place("A");
        shop.run();
        SalesOrder sale =
                (SalesOrder) shop.shopWorld.get(shop.ref("A")).orElseThrow().record();
        shop.shopWorld.put(SalesOrder.builder()
                .from(sale)
                .lines(sale.lines().subList(1, 2))
                .charges(List.of())
                .total(Money.of("12.00", "USD"))
                .build());
        shop.run();
        assertThat(compare().count(Verdict.PARKED)).isEqualTo(1);
        shop.engine().operations("orders", "ann").accept(shop.ref("A"), "we take the loss");
        shop.run();
        assertThat(compare().agrees()).isTrue();

        shop.time.advance(Duration.ofDays(60));
        shop.run();
        shop.engine()
                .operations("orders", "ann")
                .forget(Retention.builder().audit(Duration.ofDays(35)).build());
        assertThat(shop.acts()).noneMatch(act -> act.contains("we take the loss"));
        assertThat(compare().agrees())
                .as("it is accepted though the trail is forgotten")
                .isTrue();
    }

    @Test
    void what_the_source_does_not_show_any_more_is_gone() {
        shop.source().counted();
        shop.place("A", "B");
        shop.run();
        shop.shopWorld.delete(shop.ref("A"));
        Difference found = only(compare());
        assertThat(found.verdict()).isEqualTo(Verdict.GONE);
        assertThat(found.ref()).isEqualTo(shop.ref("A"));
    }

    @Test
    void what_was_made_before_the_window_and_changed_in_it_is_compared_and_not_gone() {
        shop.source().counted();
        shop.place("A");
        shop.time.advance(Duration.ofHours(1));
        Instant later = shop.time.instant();
        shop.shopWorld.put(SampleOrders.merchant(shop.shopWorld.account(), "A", later));
        shop.run();
        shop.time.advance(Duration.ofMinutes(3));
        ComparisonReport report = compare(Comparison.of(new Slice.Window(later, shop.time.instant())));
        assertThat(report.agrees()).as(report.summary()).isTrue();
        assertThat(report.count(Verdict.SAME)).isEqualTo(1);
    }

    @Test
    void what_the_ledger_knows_to_wait_is_counted_as_that() {
        shop.place("PARKED", "WAITS", "TAKEN", "OPEN");
        shop.source().counted().unreadable("PARKED");
        shop.sink().deferFor("WAITS", "x");
        shop.run();
        shop.engine().operations("orders", "ann").dismiss(shop.ref("TAKEN"), "a test");
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ofDays(1), 0));
        shop.place("LOST");
        shop.sink().beforeWrite(() -> {
            throw new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "cut off");
        });
        shop.run();
        shop.sink().beforeWrite(() -> {});
        ComparisonReport report = compare();
        assertThat(report.differences()).isEmpty();
        assertThat(report.count(Verdict.PARKED)).isEqualTo(1);
        assertThat(report.count(Verdict.DEFERRED) + report.count(Verdict.OPEN)).isEqualTo(2);
        assertThat(report.count(Verdict.DISMISSED)).isEqualTo(1);
        assertThat(report.count(Verdict.SAME)).isEqualTo(1);
        assertThat(report.compared()).isEqualTo(5);
    }

    @Test
    void what_no_run_has_come_to_yet_is_ahead_and_not_missing() {
        shop.source().counted();
        shop.place("A");
        assertThat(compare(Comparison.of(new Slice.Window(Shop.START, Shop.START.plusSeconds(60))))
                        .count(Verdict.AHEAD))
                .isEqualTo(1);
        shop.run();
        shop.place("B");
        shop.shopWorld.put(SampleOrders.merchant(shop.shopWorld.account(), "A", shop.time.instant()));
        shop.time.advance(Duration.ofMinutes(5));
        ComparisonReport report = compare();
        assertThat(report.count(Verdict.AHEAD)).isEqualTo(2);
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void a_change_that_reading_never_lists_is_found_and_asked_for() {
        shop.source().counted();
        shop.place("A");
        shop.run();
        shop.source().unlisted("A");
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant())
                .lines(List.of(SampleOrders.line("L1", "MUG-BLUE", 1, "10.00")))
                .charges(List.of())
                .total(Money.of("10.00", "USD"))
                .build());
        shop.run();
        Difference found = only(compare(sinceStart().andBook()));
        assertThat(found.verdict()).isEqualTo(Verdict.CHANGE_UNSEEN);
        assertThat(found.asked()).isTrue();
        shop.run();
        assertThat(shop.entry("A").code()).contains(ErrorCode.CHANGED_AFTER_BOOKING);
        assertThat(compare().count(Verdict.PARKED)).isEqualTo(1);
    }

    @Test
    void what_stands_there_by_another_hand_is_told_and_not_booked_again() {
        shop.source().counted().unlisted("HIDDEN");
        shop.place("A", "HIDDEN");
        shop.run();
        RecordRef byHand = RecordRef.of(shop.erpWorld.account(), RecordType.SALES_ORDER, "by-hand");
        shop.erpWorld.put(
                "salesOrder-HIDDEN",
                SampleOrders.order(shop.shopWorld.account(), "HIDDEN", shop.time.instant())
                        .ref(byHand)
                        .build());
        Difference found = only(compare(sinceStart().andBook()));
        assertThat(found.verdict()).isEqualTo(Verdict.UNSEEN);
        assertThat(found.target()).contains(byHand);
        assertThat(found.asked()).isFalse();
        shop.run();
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).hasSize(2);
    }

    @Test
    void what_was_made_before_go_live_is_not_missing() {
        shop.source().counted();
        shop.place("OLD");
        shop.time.advance(Duration.ofHours(1));
        Instant goLive = shop.time.instant();
        shop.place("NEW");
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = shop.builder().startAt(goLive).build()) {
            engine.run("orders", RunBudget.minutes(5));
            shop.time.advance(Duration.ofMinutes(3));
            ComparisonReport report = engine.compare("orders", sinceStart());
            assertThat(report.agrees()).as(report.summary()).isTrue();
            assertThat(report.count(Verdict.SKIPPED)).isEqualTo(1);
            assertThat(report.count(Verdict.SAME)).isEqualTo(1);
        }
    }

    @Test
    void repeated_pages_and_expired_cursors_count_nothing_twice() {
        shop.source().counted().pageSize(1).repeatPages();
        shop.place("A", "B", "C");
        shop.run();
        shop.source().expireCursors(1);
        ComparisonReport report = compare();
        assertThat(report.count(Verdict.SAME)).isEqualTo(3);
        assertThat(report.compared()).isEqualTo(3);
    }

    @Test
    void a_long_window_is_compared_in_stretches_and_gone_on_with_where_a_budget_ended() {
        shop.source()
                .counted()
                .pageSize(1)
                .traits(SourceTraits.windowed(Duration.ofMillis(1), Duration.ofMinutes(2), Duration.ofHours(1)));
        shop.place("A");
        shop.time.advance(Duration.ofHours(1));
        shop.place("B");
        shop.time.advance(Duration.ofHours(1));
        shop.place("C");
        shop.run();
        ComparisonReport first =
                compare(sinceStart().within(RunBudget.minutes(5).withRecords(2)));
        assertThat(first.ending()).isEqualTo(RunReport.Ending.BUDGET);
        assertThat(first.compared()).isEqualTo(2);
        assertThat(first.agrees()).isFalse();
        Instant from = first.comparedUntil().orElseThrow();
        assertThat(from).isEqualTo(Shop.START.plus(Duration.ofHours(2)));
        ComparisonReport rest = compare(Comparison.of(new Slice.Window(from, first.to())));
        assertThat(rest.count(Verdict.SAME)).isEqualTo(1);
        assertThat(rest.comparedUntil()).contains(first.to());
    }

    @Test
    void G10_a_cancelled_comparison_ends_with_what_it_has() {
        shop.source().counted().pageSize(1);
        shop.place("A", "B", "C");
        shop.run();
        RunBudget budget = RunBudget.minutes(5);
        List<Difference> told = new ArrayList<>();
        shop.erpWorld.delete(booked("A"));
        ComparisonReport report = compare(sinceStart().within(budget).telling(difference -> {
            told.add(difference);
            budget.cancellation().cancel();
        }));
        assertThat(report.ending()).isEqualTo(RunReport.Ending.CANCELLED);
        assertThat(report.compared()).isEqualTo(1);
        assertThat(told).isEqualTo(report.differences());
    }

    @Test
    void G7_ten_thousand_differences_are_counted_and_told_and_few_are_kept() {
        int many = 10_000;
        shop.source().counted().pageSize(100);
        shop.time.advance(Duration.ofHours(1));
        for (int i = 0; i < many; i++) {
            String id = "A" + i;
            shop.source().unlisted(id);
            shop.shopWorld.put(SampleOrders.merchant(shop.shopWorld.account(), id, shop.time.instant()));
        }
        shop.run();
        List<Integer> told = new ArrayList<>();
        ComparisonReport report = compare(sinceStart()
                .listing(10)
                .telling(difference -> told.add(shop.sink().looks())));
        assertThat(report.count(Verdict.UNSEEN)).isEqualTo(many);
        assertThat(report.differences()).hasSize(10);
        assertThat(told).hasSize(many);
        assertThat(told.get(0)).as("told page by page, not at the end").isEqualTo(1);
        assertThat(told.get(many - 1)).isEqualTo(many / 100);
    }

    @Test
    void what_cannot_be_listed_by_window_is_refused() {
        shop.source().traits(SourceTraits.backlog());
        shop.time.advance(Duration.ofHours(1));
        assertThatThrownBy(this::compare)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no census");
    }

    @Test
    void a_window_that_the_source_does_not_show_yet_is_refused() {
        Comparison future = Comparison.of(new Slice.Window(Shop.START.plus(Duration.ofDays(1)), Instant.MAX));
        assertThatThrownBy(() -> compare(future)).isInstanceOf(IllegalArgumentException.class);
    }
}
