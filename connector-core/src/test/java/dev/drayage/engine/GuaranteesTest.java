package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.Buyer;
import dev.drayage.model.Money;
import dev.drayage.model.OrderStatus;
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
import dev.drayage.testing.SimulatedCrash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** G1 to G4: what is read is booked once, in order, and one record stops no other. */
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
        SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders("orders", seesBoth, shop.erp, shop.options))
                .build();
        engine.run("orders", RunBudget.minutes(5));
        assertThat(shop.booked()).contains("salesOrder-LATE");
    }

    @Test
    void G1_a_window_that_is_finished_later_is_followed_by_one_that_overlaps_it() {
        Instant placed = Shop.START.plusSeconds(600);
        List<Instant> clock = new ArrayList<>(List.of(placed));
        FakeWorld world = new FakeWorld(shop.shopWorld.account(), () -> clock.get(0));
        FakeConnector source = new FakeConnector(world);
        source.fakeSource(RecordType.SALES_ORDER).pageSize(1);
        SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders("orders", source, shop.erp, shop.options))
                .build();
        world.put(SampleOrders.merchant(world.account(), "A", placed));
        clock.set(0, placed.plusSeconds(1));
        world.put(SampleOrders.merchant(world.account(), "B", placed));
        shop.time.advanceTo(Shop.START.plusSeconds(780));
        source.fakeSource(RecordType.SALES_ORDER).beforePage(delivered -> {
            if (delivered == 1) {
                throw new UnavailableException(ErrorCode.UNREACHABLE, "down");
            }
        });
        RunReport broken = engine.run("orders", RunBudget.minutes(5));
        assertThat(broken.ending()).isEqualTo(RunReport.Ending.OUTAGE);
        source.fakeSource(RecordType.SALES_ORDER).beforePage(delivered -> {});
        clock.set(0, placed.minusSeconds(10));
        world.put(SampleOrders.merchant(world.account(), "LATE", placed)); // it shows only now
        for (int i = 0; i < 3; i++) {
            shop.time.advance(Duration.ofMinutes(20));
            engine.run("orders", RunBudget.minutes(5));
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B", "salesOrder-LATE");
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
    void G2_the_grace_of_an_absence_counts_from_the_call_and_not_from_its_intent() {
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.LOOKUP_ONLY, Duration.ofMinutes(4), 0));
        shop.run();
        shop.place("A");
        AtomicInteger calls = new AtomicInteger();
        shop.sink().beforeWrite(() -> {
            shop.time.advance(Duration.ofMinutes(9)); // it waits for its quota
            calls.incrementAndGet();
            throw new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "no answer");
        });
        assertThat(shop.run().count(Outcome.OPEN)).isEqualTo(1);
        assertThat(calls).as("nobody can say yet that it was not carried out").hasValue(1);
        shop.sink().beforeWrite(() -> {});
        shop.time.advance(Duration.ofMinutes(5));
        shop.run();
        assertThat(shop.booked()).containsExactly("salesOrder-A");
    }

    @Test
    void G2_after_a_crash_the_grace_of_an_absence_counts_from_the_first_look() {
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.LOOKUP_ONLY, Duration.ofMinutes(4), 0));
        shop.run();
        shop.place("A");
        shop.sink().beforeWrite(() -> {
            shop.time.advance(Duration.ofMinutes(9)); // it waits for its quota
            throw new SimulatedCrash("the call");
        });
        assertThatThrownBy(shop::run).isInstanceOf(SimulatedCrash.class);
        shop.sink().beforeWrite(() -> {});
        shop.run();
        assertThat(shop.booked())
                .as("what the dead process sent may not show yet")
                .isEmpty();
        shop.time.advance(Duration.ofMinutes(5));
        shop.run();
        assertThat(shop.booked()).containsExactly("salesOrder-A");
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
        SyncEngine engine = shop.bare().sync(oneLane).build();
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
}
