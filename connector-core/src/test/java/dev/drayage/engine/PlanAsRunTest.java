package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Money;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Effect;
import dev.drayage.spi.Violation;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An order is planned, then pushed or read by a run: what the plan said of it is what becomes of it. */
class PlanAsRunTest {
    private final Shop shop = new Shop();

    private Plan.PlannedRecord planned(SyncEngine engine, String id) {
        return engine.plan("orders", Selection.of(shop.ref(id))).records().get(0);
    }

    private void planAndPush(Plan.Verdict verdict, String reason) {
        try (SyncEngine engine = shop.engine()) {
            Plan.PlannedRecord planned = planned(engine, "A");
            assertCame(planned, engine.push("orders", shop.ref("A")));
            assertThat(planned.verdict()).isEqualTo(verdict);
            assertThat(planned.reason())
                    .isEqualTo(reason)
                    .isEqualTo(shop.entry("A").message());
        }
    }

    private Plan.PlannedRecord planAndRun(SyncEngine engine) {
        Plan.PlannedRecord planned = planned(engine, "A");
        assertCame(planned, engine.run("orders", RunBudget.minutes(5)));
        return planned;
    }

    private static void assertCame(Plan.PlannedRecord planned, RunReport report) {
        Outcome expected = switch (planned.verdict()) {
            case WRITE, ADOPT -> Outcome.APPLIED;
            case NOTHING -> Outcome.UNCHANGED;
            case SKIP -> Outcome.SKIPPED;
            case WAIT -> Outcome.DEFERRED;
            case PARK -> Outcome.PARKED;
        };
        assertThat(report.outcomes())
                .as("planned as %s (%s), came to %s", planned.verdict(), planned.reason(), report)
                .containsOnlyKeys(expected);
    }

    private SyncEngine engine(UnaryOperator<Translated.Effects> otherwise) {
        Sync<SalesOrder> sync = OrderSyncs.orders("orders", shop.shop, shop.erp, shop.options);
        Translation<SalesOrder> whole = sync.translation();
        return shop.bare()
                .sync(sync.translatedBy(order -> otherwise.apply((Translated.Effects) whole.translate(order))))
                .build();
    }

    private void loseALine() {
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant())
                .lines(List.of(SampleOrders.line("L1", "MUG-BLUE", 2, "39.90")))
                .total(Money.of("47.85", "USD"))
                .build());
    }

    @Test
    void G6_an_order_that_vanished_after_it_was_booked_is_planned_as_parked() {
        shop.place("A");
        shop.run();
        shop.shopWorld.delete(shop.ref("A"));
        planAndPush(Plan.Verdict.PARK, "it was booked and is gone at the source");
    }

    @Test
    void G6_an_order_that_vanished_before_it_was_booked_is_planned_as_parked() {
        shop.place("A");
        shop.sink().refuse("A", ErrorCode.VALUE_UNMAPPED);
        shop.run();
        shop.shopWorld.delete(shop.ref("A"));
        planAndPush(Plan.Verdict.PARK, "it was to be booked and is gone at the source");
    }

    @Test
    void G6_an_order_that_nobody_knows_is_planned_as_skipped() {
        planAndPush(Plan.Verdict.SKIP, "not to be found at the source");
    }

    @Test
    void G6_an_order_whose_translation_uses_a_key_twice_is_planned_as_parked() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = engine(wanted -> {
            List<Effect<?>> twice = new ArrayList<>(wanted.effects());
            twice.addAll(wanted.effects());
            return new Translated.Effects(twice);
        })) {
            Plan.PlannedRecord planned = planAndRun(engine);
            assertThat(planned.verdict()).isEqualTo(Plan.Verdict.PARK);
            assertThat(planned.changes()).isEmpty();
            assertThat(planned.reason())
                    .contains("twice")
                    .isEqualTo(shop.entry("A").message());
        }
    }

    @Test
    void G6_an_order_whose_translation_wants_nothing_is_planned_as_skipped() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = engine(wanted -> new Translated.Effects(List.of()))) {
            Plan.PlannedRecord planned = planAndRun(engine);
            assertThat(planned.verdict()).isEqualTo(Plan.Verdict.SKIP);
            assertThat(planned.reason()).isEqualTo(shop.entry("A").message());
        }
    }

    @Test
    void G6_an_order_in_its_target_that_a_person_must_look_at_is_planned_as_parked() {
        shop.place("A");
        shop.run();
        shop.shopWorld.put(SampleOrders.merchant(shop.shopWorld.account(), "A", shop.time.instant()));
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = engineThatIsConcerned()) {
            Plan.PlannedRecord planned = planAndRun(engine);
            assertThat(planned.verdict()).isEqualTo(Plan.Verdict.PARK);
            assertThat(planned.reason()).isEqualTo(shop.entry("A").message());
        }
    }

    @Test
    void G6_an_order_that_a_person_must_look_at_once_it_is_written_is_planned_so() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = engineThatIsConcerned()) {
            Plan plan = engine.plan("orders", Selection.of(shop.ref("A")));
            engine.apply(plan);
            assertThat(plan.records()).singleElement().satisfies(planned -> {
                assertThat(planned.verdict()).isEqualTo(Plan.Verdict.WRITE);
                assertThat(planned.reason()).endsWith(shop.entry("A").message());
            });
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
    }

    private SyncEngine engineThatIsConcerned() {
        Violation concern = new Violation(ErrorCode.VALUE_UNMAPPED, "gift", "its gift message is to be printed");
        return engine(wanted -> new Translated.Effects(wanted.effects(), List.of(concern)));
    }

    @Test
    void G6_an_order_that_a_person_accepted_is_planned_as_nothing_to_do() {
        shop.place("A");
        shop.run();
        loseALine();
        shop.run();
        assertThat(shop.entry("A").code()).contains(ErrorCode.CHANGED_AFTER_BOOKING);
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = shop.engine()) {
            engine.operations("orders", "ann").accept(shop.ref("A"), "mended by hand");
            assertThat(planAndRun(engine).verdict()).isEqualTo(Plan.Verdict.NOTHING);
        }
    }

    @Test
    void G6_an_order_that_changed_after_it_was_booked_is_planned_with_the_reason_of_a_run() {
        shop.place("A");
        shop.run();
        loseALine();
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = shop.engine()) {
            Plan.PlannedRecord planned = planAndRun(engine);
            assertThat(planned.verdict()).isEqualTo(Plan.Verdict.PARK);
            assertThat(planned.reason()).isEqualTo(shop.entry("A").message());
        }
    }

    @Test
    void G6_an_order_of_before_go_live_that_was_pushed_is_planned_as_written() {
        pushedAndRetried();
        try (SyncEngine engine = sinceYesterday()) {
            assertThat(planAndRun(engine).verdict()).isEqualTo(Plan.Verdict.WRITE);
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A");
    }

    @Test
    void G6_an_order_of_before_go_live_that_was_pushed_is_booked_when_its_plan_is_applied() {
        pushedAndRetried();
        try (SyncEngine engine = sinceYesterday()) {
            engine.apply(engine.plan("orders", Selection.of(shop.ref("A"))));
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A");
    }

    @Test
    void G6_an_order_of_before_go_live_that_nobody_pushed_is_planned_as_skipped() {
        shop.place("A");
        shop.time.advance(Duration.ofDays(2));
        try (SyncEngine engine = sinceYesterday()) {
            Plan.PlannedRecord planned = planned(engine, "A");
            assertThat(planned.verdict()).isEqualTo(Plan.Verdict.SKIP);
            assertThat(planned.reason()).isEqualTo("made before go-live");
        }
    }

    /** An order of before go-live was pushed, could not be booked, and is retried now that it can. */
    private void pushedAndRetried() {
        shop.place("A");
        shop.sink().refuse("A", ErrorCode.VALUE_UNMAPPED);
        shop.time.advance(Duration.ofDays(2));
        try (SyncEngine engine = sinceYesterday()) {
            assertThat(engine.push("orders", shop.ref("A")).count(Outcome.PARKED))
                    .isEqualTo(1);
            shop.sink().accept("A");
            engine.operations("orders", "ann").retry(WorkFilter.parked());
        }
    }

    private SyncEngine sinceYesterday() {
        return shop.builder().startAt(Shop.START.plus(Duration.ofDays(1))).build();
    }
}
