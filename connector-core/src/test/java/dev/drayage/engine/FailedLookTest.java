package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.model.OrderStatus;
import dev.drayage.spi.Connector;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The target refuses the look at one record that may stand there already. */
class FailedLookTest {
    private final Shop shop = new Shop();
    private final Instant placedAt = shop.time.instant();

    @Test
    void G4_a_look_that_fails_parks_its_own_record_with_its_own_code() {
        shop.place("A", "B");
        shop.time.advance(Duration.ofHours(1));
        shop.store = new InMemorySyncStore(shop.time);
        runWhileALookAtAFails();
        assertThat(shop.booked()).containsExactly("salesOrder-B");
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(shop.entry("A").code()).contains(ErrorCode.FIELD_UNKNOWN);
    }

    @Test
    void G2_a_cancelled_order_of_which_nobody_knows_whether_it_was_booked_needs_a_person() {
        shop.place("A");
        shop.time.advance(Duration.ofHours(1));
        shop.store = new InMemorySyncStore(shop.time);
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", placedAt)
                .updatedAt(shop.time.instant())
                .status(OrderStatus.CANCELLED)
                .build());
        runWhileALookAtAFails();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(shop.entry("A").code()).contains(ErrorCode.FIELD_UNKNOWN);
    }

    private void runWhileALookAtAFails() {
        shop.time.advance(Duration.ofMinutes(3));
        Connector erp = Interposed.wrap(Connector.class, shop.erp, (call, action) -> {
            Object answer = action.run();
            if (call.equals("RecordSink.find")
                    && ((Map<?, ?>) answer).keySet().stream().anyMatch(FailedLookTest::isA)) {
                throw new RefusedException(ErrorCode.FIELD_UNKNOWN, "Unknown identifier custbody_1");
            }
            return answer;
        });
        try (SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders("orders", shop.shop, erp, shop.options))
                .build()) {
            engine.run("orders", RunBudget.minutes(5));
        }
    }

    private static boolean isA(Object key) {
        return ((EffectKey) key).source().id().equals("A");
    }
}
