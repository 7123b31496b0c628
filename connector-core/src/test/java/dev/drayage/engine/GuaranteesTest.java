package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.Priority;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.AccountId;
import dev.drayage.model.Buyer;
import dev.drayage.model.Company;
import dev.drayage.model.Money;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Slice;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.EffectState;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuaranteesTest {
    private final Shop shop = new Shop();

    @Test
    void an_order_is_booked_once_and_its_journey_is_known() {
        shop.place("A");
        RunReport report = shop.run();
        assertThat(report.ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        assertThat(shop.engine().journey("A").effects()).hasSize(1);
        assertThat(shop.engine().journey("of-salesOrder-A").effects()).hasSize(1);
        assertThat(shop.engine().journey("of-salesOrder-A").records()).hasSize(1);
    }

    @Test
    void G1_repeated_and_empty_pages_and_equal_times_lose_nothing() {
        shop.source().pageSize(2).repeatPages().emptyPages();
        for (String id : List.of("A", "B", "C", "D", "E")) {
            shop.shopWorld.put(SampleOrders.merchant(shop.shopWorld.account(), id, shop.time.instant()));
        }
        shop.run();
        assertThat(shop.booked()).hasSize(5);
    }

    @Test
    void G1_an_expired_cursor_starts_the_window_again() {
        shop.source().pageSize(1).expireCursors(2);
        shop.place("A", "B", "C", "D");
        shop.run();
        assertThat(shop.booked()).hasSize(4);
    }

    @Test
    void G1_a_change_that_shows_late_is_found_by_the_overlap() {
        shop.place("A");
        shop.run();
        shop.time.advance(Duration.ofMinutes(1));
        Instant late = shop.time.instant().minus(Duration.ofSeconds(210));
        FakeWorld backdated = new FakeWorld(shop.shopWorld.account(), () -> late);
        backdated.put(SampleOrders.merchant(shop.shopWorld.account(), "LATE", late));
        FakeConnector seesBoth = new FakeConnector(backdated);
        SyncEngine engine = SyncEngine.builder()
                .store(shop.store)
                .time(shop.time)
                .startAt(Shop.START)
                .sync(OrderSyncs.orders("orders", seesBoth, shop.erp, shop.options))
                .build();
        engine.run("orders", RunBudget.minutes(5));
        assertThat(shop.booked()).contains("salesOrder-LATE");
    }

    @Test
    void G1_the_checkpoint_stays_before_a_page_that_was_not_recorded() {
        shop.place("A", "B");
        shop.sink().outage(new UnavailableException(ErrorCode.UNREACHABLE, "down"));
        RunReport report = shop.run();
        assertThat(report.ending()).isEqualTo(RunReport.Ending.OUTAGE);
        assertThat(shop.store.ledger("default").sync("orders").orElseThrow().watermark())
                .isEmpty();
        shop.sink().outage(null);
        shop.run();
        assertThat(shop.booked()).hasSize(2);
    }

    @Test
    void G2_resolves_a_lost_answer_by_reading_back() {
        shop.run();
        shop.sink().loseAnswers(1);
        shop.place("A");
        RunReport report = shop.run();
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(shop.erpWorld.writes()).containsExactly("create salesOrder salesOrder-A");
        assertThat(shop.sink().looks()).isEqualTo(1);
    }

    @Test
    void G2_a_lost_answer_is_not_repeated_blindly_where_the_target_would_take_it_twice() {
        shop.run();
        shop.sink().allowDoubles().loseAnswers(1);
        shop.place("A");
        shop.run();
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).hasSize(1);
    }

    @Test
    void G2_an_emptied_store_doubles_nothing() {
        shop.place("A", "B", "C");
        shop.run();
        shop.store = new InMemorySyncStore(shop.time);
        RunReport again = shop.run();
        assertThat(again.written()).isZero();
        assertThat(again.count(Outcome.APPLIED)).isEqualTo(3);
        assertThat(shop.erpWorld.writes()).hasSize(3);
    }

    @Test
    void G2_an_effect_whose_prerequisite_is_adopted_on_the_spot_is_sent_once() {
        shop.options = shop.options.with(OrderSyncs.Customers.PER_BUYER);
        shop.place("A");
        shop.run();
        shop.store = new InMemorySyncStore(shop.time);
        shop.sink().allowDoubles();
        shop.erpWorld.delete(shop.erpWorld.all(RecordType.SALES_ORDER).get(0).ref());
        RunReport again = shop.run();
        assertThat(again.written()).isEqualTo(1);
        assertThat(shop.erpWorld.writes()).hasSize(3).noneMatch(write -> write.startsWith("update"));
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).hasSize(1);
        assertThat(shop.erpWorld.all(RecordType.CUSTOMER)).hasSize(1);
    }

    @Test
    void G2_a_renamed_sync_doubles_nothing() {
        shop.place("A", "B");
        shop.run();
        shop.syncName = "renamed";
        RunReport again = shop.run();
        assertThat(again.written()).isZero();
        assertThat(shop.erpWorld.writes()).hasSize(2);
    }

    @Test
    void G2_what_a_renamed_sync_left_open_is_resolved_under_the_new_name() {
        shop.run();
        shop.place("A");
        shop.sink().outage(new IllegalStateException("connection reset"));
        assertThat(shop.run().count(Outcome.OPEN)).isEqualTo(1);
        shop.sink().outage(null);
        shop.syncName = "renamed";
        shop.run();
        shop.run();
        assertThat(shop.booked()).containsExactly("salesOrder-A");
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void G2_absence_is_not_believed_before_its_grace_is_over() {
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.LOOKUP_ONLY, Duration.ofMinutes(10), 0));
        Shop fresh = shop;
        fresh.place("A");
        fresh.sink().refuse("none", ErrorCode.DEFECT);
        fresh.sink().outage(new IllegalStateException("connection reset"));
        RunReport first = fresh.run();
        assertThat(first.count(Outcome.OPEN)).isEqualTo(1);
        fresh.sink().outage(null);
        RunReport tooEarly = fresh.run();
        assertThat(tooEarly.written()).isZero();
        fresh.time.advance(Duration.ofMinutes(10));
        fresh.run();
        assertThat(fresh.booked()).containsExactly("salesOrder-A");
    }

    @Test
    void G3_lanes_run_in_parallel_and_one_record_never_twice_at_once() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 60; i++) {
                shop.place("A" + i);
            }
            shop.source().pageSize(20);
            shop.time.advance(Duration.ofMinutes(3));
            try (SyncEngine engine = shop.builder().executor(pool).build()) {
                RunReport report = engine.run("orders", RunBudget.minutes(5));
                assertThat(report.count(Outcome.APPLIED)).isEqualTo(60);
            }
            assertThat(shop.erpWorld.writes()).hasSize(60).doesNotHaveDuplicates();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void G3_effects_of_one_lane_go_one_after_another_and_in_order() {
        shop.erp.traits(new SinkTraits(10, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 0));
        Sync<SalesOrder> oneLane = Sync.reading("one-lane", shop.shop, RecordType.SALES_ORDER)
                .writing(shop.erp, RecordType.SALES_ORDER)
                .translation(order -> Translated.effects(Effect.of(
                        new EffectKey(order.ref(), shop.erpWorld.account(), "salesOrder"),
                        "the only lane",
                        RecordType.SALES_ORDER,
                        order,
                        Effect.Mode.CREATE_ONCE)))
                .build();
        shop.source().pageSize(6);
        shop.place("A", "B", "C", "D", "E", "F");
        shop.time.advance(Duration.ofMinutes(3));
        SyncEngine engine = SyncEngine.builder()
                .store(shop.store)
                .time(shop.time)
                .startAt(Shop.START)
                .sync(oneLane)
                .build();
        engine.run("one-lane", RunBudget.minutes(5));
        assertThat(shop.sink().batches()).hasSize(6).allMatch(lanes -> lanes.size() == 1);
        assertThat(shop.erpWorld.writes())
                .containsExactly(
                        "create salesOrder salesOrder-A",
                        "create salesOrder salesOrder-B",
                        "create salesOrder salesOrder-C",
                        "create salesOrder salesOrder-D",
                        "create salesOrder salesOrder-E",
                        "create salesOrder salesOrder-F");
    }

    @Test
    void G3_an_older_observation_never_overwrites_a_newer_one() {
        SalesOrder order = SampleOrders.merchant(shop.shopWorld.account(), "A", shop.time.instant());
        shop.shopWorld.put(order);
        shop.run();
        RunReport again = shop.engine()
                .backfill("orders", new Slice.Window(Shop.START, shop.time.instant()), RunBudget.minutes(5));
        assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(1);
    }

    @Test
    void G4_one_bad_record_stops_nothing_else_and_is_parked_with_a_remedy() {
        shop.place("A", "BAD", "C");
        shop.source().unreadable("BAD");
        RunReport report = shop.run();
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(2);
        assertThat(report.count(Outcome.PARKED)).isEqualTo(1);
        assertThat(shop.entry("BAD").code()).contains(ErrorCode.RECORD_UNREADABLE);
        assertThat(shop.alarms).hasSize(1);
        shop.source().readable("BAD");
        assertThat(shop.run().count(Outcome.APPLIED)).isZero();
        shop.engine()
                .operations("orders", "ann")
                .retry(RecordQuery.builder().addStates(RecordState.PARKED).build());
        shop.run();
        assertThat(shop.booked()).hasSize(3);
    }

    @Test
    void G4_a_refused_record_is_parked_and_its_retry_books_it() {
        shop.run();
        shop.sink().refuse("A", ErrorCode.SKU_UNKNOWN);
        shop.place("A", "B");
        shop.run();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(shop.booked()).containsExactly("salesOrder-B");
        shop.sink().accept("A");
        shop.engine().push("orders", shop.ref("A"));
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B");
    }

    @Test
    void G4_totals_that_do_not_tie_are_parked_before_anything_is_written() {
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant())
                .total(Money.of("59.86", "USD"))
                .build());
        shop.run();
        assertThat(shop.entry("A").code()).contains(ErrorCode.TOTAL_MISMATCH);
        assertThat(shop.erpWorld.writes()).isEmpty();
    }

    @Test
    void G4_an_expired_credential_pauses_the_sync_and_parks_nothing() {
        shop.place("A", "B");
        shop.sink().outage(new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "expired"));
        assertThat(shop.run().ending()).isEqualTo(RunReport.Ending.NEEDS_REAUTHORISATION);
        int reads = shop.source().reads();
        assertThat(shop.run().ending()).isEqualTo(RunReport.Ending.NEEDS_REAUTHORISATION);
        assertThat(shop.source().reads()).as("a paused sync calls nobody").isEqualTo(reads);
        shop.sink().outage(null);
        shop.engine().operations("orders", "ann").resume();
        shop.run();
        assertThat(shop.booked()).hasSize(2);
        assertThat(shop.engine()
                        .records(RecordQuery.builder()
                                .addStates(RecordState.PARKED)
                                .build()))
                .isEmpty();
    }

    @Test
    void G4_a_slow_quota_is_waited_for_within_the_budget_and_is_no_outage() {
        shop.place("A", "B");
        AtomicInteger refusals = new AtomicInteger(3);
        shop.source().pageSize(1).beforePage(delivered -> {
            if (delivered == 1 && refusals.getAndDecrement() > 0) {
                throw new ThrottledException("no room", shop.time.instant().plus(Duration.ofMinutes(12)), null, null);
            }
        });
        assertThat(shop.run().ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(shop.booked()).hasSize(2);
    }

    @Test
    void G4_a_record_that_waits_is_deferred_and_picked_up() {
        shop.sink().deferFor("A", "the other one");
        shop.place("A");
        assertThat(shop.run().count(Outcome.DEFERRED)).isEqualTo(1);
        shop.sink().accept("A");
        shop.run();
        assertThat(shop.booked()).containsExactly("salesOrder-A");
    }

    @Test
    void G4_an_order_called_off_after_booking_needs_a_person() {
        shop.place("A");
        shop.run();
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant())
                .status(OrderStatus.CANCELLED)
                .build());
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "NEVER", shop.time.instant())
                .status(OrderStatus.CANCELLED)
                .build());
        shop.run();
        assertThat(shop.entry("A").code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
        assertThat(shop.entry("NEVER").state()).isEqualTo(RecordState.SKIPPED);
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
        SyncEngine engine = SyncEngine.builder()
                .store(shop.store)
                .time(shop.time)
                .startAt(Shop.START)
                .sync(OrderSyncs.orders("orders", new FakeConnector(history), shop.erp, shop.options))
                .build();
        assertThat(engine.run("orders", RunBudget.minutes(5)).count(Outcome.SKIPPED))
                .isEqualTo(1);
        assertThat(shop.erpWorld.writes()).isEmpty();
        engine.push("orders", shop.ref("OLD"));
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
    }

    @Test
    void a_total_that_the_target_computes_otherwise_parks_the_record_although_it_is_written() {
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 10));
        shop.sink().finding("B", "the target's total is 59.84");
        shop.place("A", "B");
        RunReport report = shop.run();
        assertThat(report.count(Outcome.APPLIED)).isEqualTo(1);
        assertThat(report.count(Outcome.PARKED)).isEqualTo(1);
        assertThat(shop.entry("B").code()).contains(ErrorCode.TOTAL_MISMATCH);
        assertThat(shop.store
                        .ledger("default")
                        .effects(EffectQuery.builder()
                                .addStates(EffectState.WRITTEN)
                                .build()))
                .as("it counts as unchecked, so that it is compared again until it is right")
                .extracting(effect -> effect.cause())
                .containsExactly(shop.ref("B"));
        assertThat(shop.run().written()).as("it is not written again").isZero();
    }

    @Test
    void a_customer_is_made_once_for_two_orders_and_before_both() {
        shop.options = shop.options.with(OrderSyncs.Customers.PER_BUYER);
        for (String id : List.of("A", "B")) {
            shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), id, shop.time.instant())
                    .buyer(Buyer.builder()
                            .name("Robin")
                            .email("same@example.com")
                            .build())
                    .build());
        }
        shop.run();
        assertThat(shop.erpWorld.all(RecordType.CUSTOMER)).hasSize(1);
        assertThat(shop.booked()).hasSize(2);
        assertThat(shop.erpWorld.writes().get(0)).startsWith("create customer");
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

    @Test
    void G5_no_echo_between_two_systems_that_are_kept_in_step_both_ways() {
        TwoWay two = new TwoWay();
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        two.settle();
        assertThat(two.right.all(RecordType.COMPANY)).hasSize(1);
        assertThat(two.left.writes()).as("nothing comes back").isEmpty();
        int writes = two.left.writes().size() + two.right.writes().size();
        two.settle();
        two.settle();
        assertThat(two.left.writes().size() + two.right.writes().size()).isEqualTo(writes);
        Company there = (Company) two.right.all(RecordType.COMPANY).get(0).record();
        two.right.put(Company.builder().from(there).terms("Net 60").build());
        two.settle();
        two.settle();
        assertThat(two.left.all(RecordType.COMPANY)).hasSize(1);
        assertThat(((Company) two.left.all(RecordType.COMPANY).get(0).record()).terms())
                .contains("Net 60");
        assertThat(two.right.all(RecordType.COMPANY)).hasSize(1);
    }

    @Test
    void G5_what_still_goes_back_and_forth_is_parked() {
        TwoWay two = new TwoWay();
        two.rightConnector
                .fakeSink(RecordType.COMPANY)
                .normalise(company -> Company.builder().from(company).terms("X").build());
        two.leftConnector
                .fakeSink(RecordType.COMPANY)
                .normalise(company -> Company.builder().from(company).terms("Y").build());
        two.left.put(two.company(two.left, "C1", "Glenrock", "Net 30"));
        for (int i = 0; i < 30; i++) {
            two.settle();
        }
        int writes = two.left.writes().size() + two.right.writes().size();
        two.settle();
        two.settle();
        assertThat(two.left.writes().size() + two.right.writes().size())
                .as("it has come to rest")
                .isEqualTo(writes)
                .isLessThan(20);
    }

    /** Two systems whose companies follow each other. */
    private static final class TwoWay {
        final SettableTime time = new SettableTime(Shop.START);
        final FakeWorld left = new FakeWorld(new AccountId("left", "L"), time);
        final FakeWorld right = new FakeWorld(new AccountId("right", "R"), time);
        final FakeConnector leftConnector = new FakeConnector(left);
        final FakeConnector rightConnector = new FakeConnector(right);
        final SyncEngine engine = SyncEngine.builder()
                .store(new InMemorySyncStore(time))
                .time(time)
                .startAt(Shop.START)
                .sync(sync("to-right", leftConnector, rightConnector))
                .sync(sync("to-left", rightConnector, leftConnector))
                .build();

        Company company(FakeWorld world, String id, String name, String terms) {
            return Company.builder()
                    .ref(RecordRef.of(world.account(), RecordType.COMPANY, id))
                    .name(name)
                    .terms(terms)
                    .build();
        }

        void settle() {
            for (String sync : List.of("to-right", "to-left")) {
                time.advance(Duration.ofMinutes(3));
                engine.run(sync, RunBudget.minutes(5));
            }
        }

        private static Sync<Company> sync(String name, FakeConnector from, FakeConnector to) {
            return Sync.reading(name, from, RecordType.COMPANY)
                    .writing(to, RecordType.COMPANY)
                    .translation(company -> Translated.effects(Effect.of(
                            new EffectKey(company.ref(), to.account(), "company"),
                            "company/" + company.ref().id(),
                            RecordType.COMPANY,
                            company,
                            Effect.Mode.CREATE_OR_UPDATE)))
                    .build();
        }
    }
}
