package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.RecordType;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A person pushes an order of before go-live, and it cannot be booked at once. */
class PushedHistoryTest {
    private final Shop shop = new Shop();
    private final Instant placed = shop.time.instant();
    private final Instant goLive = placed.plus(Duration.ofHours(1));

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
        try (SyncEngine engine = shop.builder().startAt(goLive).build()) {
            engine.operations("orders", "robin")
                    .retry(RecordQuery.builder().addStates(RecordState.PARKED).build());
        }
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
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "OLD", placed)
                .updatedAt(shop.time.instant())
                .status(OrderStatus.CANCELLED)
                .build());
        run();
        assertThat(shop.entry("OLD").code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
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
        try (SyncEngine engine = shop.builder().startAt(goLive).build()) {
            engine.operations("orders", "robin")
                    .retry(RecordQuery.builder().addStates(RecordState.PARKED).build());
        }
        run();
        assertThat(shop.entry("OLD").message()).isEqualTo("made before go-live");
        assertThat(shop.erpWorld.all(RecordType.SALES_ORDER)).isEmpty();
    }
}
