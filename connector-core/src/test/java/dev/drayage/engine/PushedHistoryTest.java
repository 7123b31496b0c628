package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.Retention;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SimulatedCrash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person pushes an order of before go-live, and it cannot be booked at once. */
class PushedHistoryTest {
    private final Shop shop = new Shop();
    private final Instant placed = shop.time.instant();
    private Instant goLive = placed.plus(Duration.ofHours(1));

    private RunReport run() {
        shop.time.advance(Duration.ofMinutes(30));
        try (SyncEngine engine = shop.builder().startAt(goLive).build()) {
            return engine.run("orders", RunBudget.minutes(5));
        }
    }

    private RunReport push() {
        try (SyncEngine engine = shop.builder().startAt(goLive).build()) {
            return engine.push("orders", shop.ref("OLD"));
        }
    }

    private void placeAndGoLive() {
        shop.place("OLD");
        shop.time.advance(Duration.ofHours(1));
        run();
        assertThat(shop.booked()).isEmpty();
    }

    private void retry() {
        try (SyncEngine engine = shop.builder().startAt(goLive).build()) {
            engine.operations("orders", "robin")
                    .retry(RecordQuery.builder().addStates(RecordState.PARKED).build());
        }
    }

    private void change(OrderStatus status) {
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "OLD", placed)
                .updatedAt(shop.time.instant())
                .status(status)
                .build());
    }

    @Test
    void G1_what_was_pushed_and_waits_is_booked_when_it_need_not_wait_any_more() {
        placeAndGoLive();
        shop.sink().deferFor("OLD", "the item is being made");
        assertThat(push().count(Outcome.DEFERRED)).isEqualTo(1);
        shop.sink().accept("OLD");
        shop.time.advance(Duration.ofDays(1));
        run();
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
        assertThat(shop.entry("OLD").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void what_was_pushed_and_parked_is_booked_when_it_is_retried() {
        placeAndGoLive();
        shop.sink().refuse("OLD", ErrorCode.SKU_UNKNOWN);
        assertThat(push().count(Outcome.PARKED)).isEqualTo(1);
        shop.sink().accept("OLD");
        retry();
        run();
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
    }

    @Test
    void what_was_pushed_and_whose_request_was_lost_is_booked_once() {
        placeAndGoLive();
        shop.sink().beforeWrite(() -> {
            throw new OutcomeUnknownException(
                    ErrorCode.OUTCOME_UNKNOWN, "the connection broke before the request arrived");
        });
        push();
        assertThat(shop.booked()).isEmpty();
        shop.sink().beforeWrite(() -> {});
        run();
        run();
        run();
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
        assertThat(shop.entry("OLD").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void what_was_pushed_and_is_called_off_is_told() {
        placeAndGoLive();
        push();
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
        change(OrderStatus.CANCELLED);
        run();
        assertThat(shop.entry("OLD").code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
    }

    @Test
    void G1_what_is_pushed_while_the_channel_has_not_released_it_is_booked_when_it_has() {
        placeAndGoLive();
        change(OrderStatus.PENDING);
        shop.time.advance(Duration.ofMinutes(5));
        push();
        assertThat(shop.booked()).isEmpty();
        change(OrderStatus.OPEN);
        run();
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
    }

    @Test
    void G1_what_is_pushed_and_cannot_be_read_is_booked_when_it_can() {
        placeAndGoLive();
        shop.source().unreadable("OLD");
        push();
        assertThat(shop.entry("OLD").state()).isEqualTo(RecordState.PARKED);
        shop.source().readable("OLD");
        retry();
        run();
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
    }

    @Test
    void what_was_pushed_and_waits_is_booked_though_it_could_not_be_read_once() {
        placeAndGoLive();
        shop.sink().deferFor("OLD", "the item is being made");
        push();
        shop.source().unreadable("OLD");
        shop.time.advance(Duration.ofDays(1));
        run();
        assertThat(shop.entry("OLD").changedAt()).isPresent();
        shop.source().readable("OLD");
        shop.sink().accept("OLD");
        retry();
        run();
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
    }

    @Test
    void G1_what_is_pushed_during_an_outage_is_booked_when_it_is_over() {
        placeAndGoLive();
        shop.sink().outage(new UnavailableException(ErrorCode.UNREACHABLE, "down"));
        assertThat(push().ending()).isEqualTo(RunReport.Ending.OUTAGE);
        shop.sink().outage(null);
        run();
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
    }

    @Test
    void G7_a_push_reads_its_own_wish_and_not_those_that_wait() {
        placeAndGoLive();
        List<String> asked = new ArrayList<>();
        SyncStore watched = Interposed.wrap(SyncStore.class, shop.store, (call, action) -> {
            asked.add(call);
            return action.run();
        });
        try (SyncEngine engine = shop.bare()
                .store(watched)
                .startAt(goLive)
                .sync(OrderSyncs.orders("orders", shop.shop, shop.erp, shop.options))
                .build()) {
            engine.push("orders", shop.ref("OLD"));
        }
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
        assertThat(asked).contains("Ledger.push", "Ledger.hint").doesNotContain("Ledger.hints");
    }

    @Test
    void G12_what_was_pushed_in_vain_and_then_set_aside_is_left_alone() {
        placeAndGoLive();
        shop.sink().outage(new UnavailableException(ErrorCode.UNREACHABLE, "down"));
        push();
        shop.sink().outage(null);
        try (SyncEngine engine = shop.builder().startAt(goLive).build()) {
            engine.operations("orders", "robin").dismiss(shop.ref("OLD"), "booked by hand");
        }
        run();
        assertThat(shop.entry("OLD").state()).isEqualTo(RecordState.DISMISSED);
        assertThat(shop.booked()).isEmpty();
    }

    @Test
    void G1_what_is_pushed_by_a_process_that_dies_is_booked_by_the_next_one() {
        placeAndGoLive();
        shop.sink().beforeWrite(() -> {
            throw new SimulatedCrash("before the write");
        });
        assertThatThrownBy(this::push).isInstanceOf(SimulatedCrash.class);
        shop.sink().beforeWrite(() -> {});
        for (int i = 0; i < 3; i++) {
            run();
        }
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
        assertThat(shop.entry("OLD").state()).isEqualTo(RecordState.SETTLED);
    }

    @Test
    void what_a_process_wrote_that_died_then_is_told_when_it_is_called_off() {
        placeAndGoLive();
        Connector dying = Interposed.wrap(Connector.class, shop.erp, (call, action) -> {
            Object answer = action.run();
            if (call.equals("RecordSink.apply")) {
                throw new SimulatedCrash(call);
            }
            return answer;
        });
        try (SyncEngine engine = shop.bare()
                .startAt(goLive)
                .sync(OrderSyncs.orders("orders", shop.shop, dying, shop.options))
                .build()) {
            assertThatThrownBy(() -> engine.push("orders", shop.ref("OLD"))).isInstanceOf(SimulatedCrash.class);
        }
        assertThat(shop.booked()).containsExactly("salesOrder-OLD");
        run();
        run();
        change(OrderStatus.CANCELLED);
        run();
        assertThat(shop.entry("OLD").code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
    }

    @Test
    void G4_what_was_pushed_and_forgotten_needs_a_person_when_it_is_called_off() {
        placeAndGoLive();
        push();
        shop.time.advance(Duration.ofDays(60));
        run();
        try (SyncEngine engine = shop.builder().startAt(goLive).build()) {
            assertThat(engine.operations("orders", "ann")
                            .forget(Retention.builder()
                                    .records(Retention.SHORTEST)
                                    .build()))
                    .isEqualTo(1);
        }
        change(OrderStatus.CANCELLED);
        run();
        assertThat(shop.entry("OLD").code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
    }

    @Test
    void what_was_pushed_and_then_held_back_by_the_channel_is_told_when_it_is_called_off() {
        placeAndGoLive();
        push();
        change(OrderStatus.PENDING);
        run();
        assertThat(shop.entry("OLD").state()).isEqualTo(RecordState.SKIPPED);
        change(OrderStatus.CANCELLED);
        run();
        assertThat(shop.entry("OLD").code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
    }

    @Test
    void what_nobody_pushed_is_not_booked_because_it_was_set_aside_and_retried() {
        placeAndGoLive();
        change(OrderStatus.OPEN);
        run();
        try (SyncEngine engine = shop.builder().startAt(goLive).build()) {
            engine.operations("orders", "robin").park(shop.ref("OLD"), "I look at it");
        }
        retry();
        run();
        assertThat(shop.entry("OLD").message()).isEqualTo("made before go-live");
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).isEmpty();
    }

    @Test
    void what_waits_is_history_when_go_live_is_moved_past_it() {
        goLive = placed;
        shop.place("OLD");
        shop.sink().refuse("OLD", ErrorCode.SKU_UNKNOWN);
        run();
        assertThat(shop.entry("OLD").state()).isEqualTo(RecordState.PARKED);
        shop.sink().accept("OLD");
        shop.time.advance(Duration.ofHours(1));
        goLive = shop.time.instant();
        retry();
        run();
        assertThat(shop.entry("OLD").message()).isEqualTo("made before go-live");
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).isEmpty();
    }

    @Test
    void what_was_never_pushed_is_not_booked_though_it_changes_or_was_unreadable() {
        placeAndGoLive();
        shop.source().unreadable("OLD");
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "OLD", placed)
                .updatedAt(shop.time.instant())
                .build());
        run();
        assertThat(shop.entry("OLD").state()).isEqualTo(RecordState.PARKED);
        shop.source().readable("OLD");
        retry();
        run();
        assertThat(shop.entry("OLD").message()).isEqualTo("made before go-live");
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).isEmpty();
    }
}
