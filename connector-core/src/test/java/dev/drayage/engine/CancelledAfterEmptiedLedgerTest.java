package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.OrderStatus;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A cancellation is the first thing that a new ledger hears of an order. */
class CancelledAfterEmptiedLedgerTest {
    private final Shop shop = new Shop();
    private final Instant placedAt = shop.time.instant();

    @Test
    void G2_an_order_that_stands_at_the_target_and_is_cancelled_needs_a_person_also_with_an_empty_ledger() {
        shop.place("A");
        shop.run();
        forgetEverything();
        cancel("A");
        shop.run();
        assertThat(shop.booked()).hasSize(1);
        assertThat(shop.alarms).singleElement().asString().startsWith("WITHDRAWN_AFTER_BOOKING");
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(shop.entry("A").code()).contains(ErrorCode.WITHDRAWN_AFTER_BOOKING);
    }

    @Test
    void G2_an_order_that_was_never_booked_is_skipped_when_it_is_cancelled() {
        forgetEverything();
        cancel("A");
        shop.run();
        assertThat(shop.booked()).isEmpty();
        assertThat(shop.alarms).isEmpty();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.SKIPPED);
    }

    private void forgetEverything() {
        shop.time.advance(Duration.ofHours(1));
        shop.store = new InMemorySyncStore(shop.time);
    }

    private void cancel(String id) {
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), id, placedAt)
                .updatedAt(shop.time.instant())
                .status(OrderStatus.CANCELLED)
                .build());
    }
}
