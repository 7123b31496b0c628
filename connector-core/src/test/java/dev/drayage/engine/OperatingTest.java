package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.Priority;
import dev.drayage.error.ErrorCode;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.RecordQuery;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** G6 to G12: plans, bounds, leases, counters, cancelling, secrecy and what people do to a sync. */
class OperatingTest {
    private final Shop shop = new Shop();

    @Test
    void G1_a_run_books_what_its_budget_let_it_read() {
        shop.source().pageSize(1);
        shop.place("A", "B");
        shop.time.advance(Duration.ofMinutes(3));
        SyncEngine engine = shop.engine();
        assertThat(engine.run("orders", RunBudget.minutes(5).withRecords(1)).ending())
                .isEqualTo(RunReport.Ending.BUDGET);
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        engine.run("orders", RunBudget.minutes(5).withRecords(1));
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B");
    }

    @Test
    void G6_a_plan_writes_nothing_and_says_what_a_run_does() {
        shop.place("A", "B");
        shop.run();
        shop.place("C");
        shop.sink().refuse("D", ErrorCode.SKU_UNKNOWN);
        shop.place("D");
        shop.time.advance(Duration.ofMinutes(3));
        shop.sink().outage(new IllegalStateException("a plan must not write"));
        Plan plan = shop.engine().plan("orders", Selection.next(10));
        assertThat(plan.records())
                .extracting(record -> record.ref().id() + " " + record.verdict())
                .contains("C WRITE", "D PARK");
        assertThat(plan.records()).allMatch(r -> !r.ref().id().equals("A") || r.verdict() == Plan.Verdict.NOTHING);
        shop.sink().outage(null);
        RunReport applied = shop.engine().apply(plan);
        assertThat(applied.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B", "salesOrder-C");
    }

    @Test
    void G6_a_plan_is_refused_when_the_world_moved() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        Plan plan = shop.engine().plan("orders", Selection.of(shop.ref("A")));
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant())
                .number("A-changed")
                .build());
        RunReport applied = shop.engine().apply(plan);
        assertThat(applied.read()).isZero();
        assertThat(shop.erpWorld.writes()).isEmpty();
        assertThat(shop.alarms).singleElement().asString().startsWith("PLAN_OUTDATED");
    }

    @Test
    void G7_reading_never_runs_further_ahead_of_writing_than_the_bound() throws Exception {
        shop.options = shop.options.with(SyncPolicy.defaults(Priority.ORDERS).withMaxInFlight(4));
        for (int i = 0; i < 60; i++) {
            shop.place("A" + i);
        }
        AtomicInteger ahead = new AtomicInteger();
        shop.source()
                .pageSize(3)
                .beforePage(delivered -> ahead.accumulateAndGet(
                        delivered - shop.erpWorld.writes().size(), Math::max));
        shop.time.advance(Duration.ofMinutes(3));
        try (SlowWrites slowWrites = new SlowWrites();
                SyncEngine engine = shop.builder().executor(slowWrites).build()) {
            shop.sink().beforeWrite(slowWrites::waitUntilNothingElseCanGoOn);
            engine.run("orders", RunBudget.minutes(5));
        }
        assertThat(shop.booked()).hasSize(60);
        assertThat(ahead.get()).isLessThanOrEqualTo(4 + 3);
    }

    /** As many threads as jobs; a write waits until the run waits for nothing but writes. */
    private static final class SlowWrites implements Executor, AutoCloseable {
        private final ExecutorService pool = Executors.newCachedThreadPool();
        private final Thread coordinator = Thread.currentThread();
        private final AtomicInteger jobs = new AtomicInteger();
        private final AtomicInteger writes = new AtomicInteger();

        @Override
        public void execute(Runnable job) {
            jobs.incrementAndGet();
            pool.execute(() -> {
                job.run();
                jobs.decrementAndGet();
            });
        }

        void waitUntilNothingElseCanGoOn() {
            writes.incrementAndGet();
            while (coordinator.getState() != Thread.State.WAITING || jobs.get() != writes.get()) {
                Thread.onSpinWait();
                if (jobs.get() < writes.get()) {
                    break;
                }
            }
            writes.decrementAndGet();
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }

    @Test
    void G8_a_node_whose_lease_was_taken_writes_nothing_more() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        var other = shop.store.leases("default");
        var held = other.acquire("erp:E1 shop:S1", "other", Duration.ofMinutes(2));
        assertThat(held).isPresent();
        assertThat(shop.engine().run("orders", RunBudget.minutes(5)).ending()).isEqualTo(RunReport.Ending.BUSY);
        assertThat(shop.erpWorld.writes()).isEmpty();
    }

    @Test
    void G8_a_node_that_slept_past_its_lease_commits_nothing_and_stops() {
        shop.place("A", "B");
        shop.time.advance(Duration.ofMinutes(3));
        SettableTime slept = new SettableTime(shop.time.instant());
        shop.source().pageSize(1).beforePage(delivered -> {
            if (delivered == 1) {
                shop.time.advance(Duration.ofHours(1));
                assertThat(shop.store.leases("default").acquire("erp:E1 shop:S1", "other", Duration.ofMinutes(2)))
                        .isPresent();
            }
        });
        try (SyncEngine engine = shop.builder().time(slept).build()) {
            assertThat(engine.run("orders", RunBudget.minutes(5)).ending()).isEqualTo(RunReport.Ending.BUSY);
        }
        assertThat(shop.erpWorld.writes()).isEmpty();
        assertThat(shop.store.ledger("default").records(RecordQuery.builder().build()))
                .isEmpty();
    }

    @Test
    void G9_every_record_read_ends_in_exactly_one_counter() {
        shop.place("A", "BAD", "C", "WAITS");
        shop.source().unreadable("BAD").pageSize(2).repeatPages();
        shop.sink().deferFor("WAITS", "x");
        RunReport report = shop.run();
        assertThat(report.outcomes().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(report.read());
        CompletenessReport complete = shop.engine()
                .completeness("orders", Shop.START, shop.time.instant().minus(Duration.ofMinutes(2)));
        assertThat(complete.seen()).isEqualTo(3);
        assertThat(complete.complete()).isFalse();
    }

    @Test
    void G10_a_cancelled_run_ends_and_the_next_one_finishes_the_work() {
        shop.place("A", "B", "C", "D");
        shop.time.advance(Duration.ofMinutes(3));
        RunBudget budget = RunBudget.minutes(5);
        budget.cancellation().cancel();
        assertThat(shop.engine().run("orders", budget).ending()).isEqualTo(RunReport.Ending.CANCELLED);
        shop.run();
        assertThat(shop.booked()).hasSize(4);
    }

    @Test
    void G11_the_ledger_holds_nothing_of_a_buyer() {
        shop.options = shop.options.with(OrderSyncs.Customers.PER_BUYER);
        shop.place("A");
        shop.run();
        String everything = shop.store
                        .ledger("default")
                        .records(RecordQuery.builder().build())
                        .toString()
                + shop.store.ledger("default").effects(EffectQuery.builder().build());
        assertThat(everything).doesNotContainIgnoringCase("robin").doesNotContain("@example.com");
        assertThat(shop.erpWorld.writes()).hasSize(2);
    }

    @Test
    void G12_pause_resume_seek_and_reset_are_audited_and_safe() {
        shop.place("A");
        shop.run();
        SyncOperations ops = shop.engine().operations("orders", "ann");
        ops.pause("stocktaking");
        shop.place("B");
        assertThat(shop.run().ending()).isEqualTo(RunReport.Ending.PAUSED);
        ops.resume();
        ops.reset();
        RunReport all = shop.run();
        assertThat(all.read()).isEqualTo(2);
        assertThat(shop.erpWorld.writes()).hasSize(2);
        assertThat(shop.store.ledger("default").audit("orders", Shop.START, 10))
                .extracting(entry -> entry.actor() + " " + entry.action())
                .containsExactly("ann pause", "ann resume", "ann reset");
    }

    @Test
    void G12_what_was_made_before_go_live_is_not_booked_unless_pushed() {
        FakeWorld old = shop.shopWorld;
        SettableTime before = new SettableTime(Shop.START.minus(Duration.ofDays(3)));
        FakeWorld history = new FakeWorld(old.account(), before);
        history.put(SampleOrders.merchant(old.account(), "OLD", before.instant()));
        before.advance(Duration.ofDays(4));
        history.put(SampleOrders.merchant(old.account(), "OLD", before.instant()));
        shop.time.advance(Duration.ofDays(2));
        SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders("orders", new FakeConnector(history), shop.erp, shop.options))
                .build();
        assertThat(engine.run("orders", RunBudget.minutes(5)).count(Outcome.SKIPPED))
                .isEqualTo(1);
        assertThat(shop.erpWorld.writes()).isEmpty();
        engine.push("orders", shop.ref("OLD"));
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
    }

    @Test
    void a_hint_is_served_even_if_no_window_would_show_it() {
        shop.run();
        Instant before = Shop.START.plusSeconds(1);
        FakeWorld hidden = shop.shopWorld;
        hidden.put(SampleOrders.merchant(hidden.account(), "A", before));
        shop.engine().operations("orders", "webhook").hint(shop.ref("A"));
        try (SyncEngine engine = shop.engine()) {
            engine.run("orders", RunBudget.minutes(5));
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        assertThat(shop.store.ledger("default").hints("orders", Optional.empty(), 10))
                .isEmpty();
    }
}
