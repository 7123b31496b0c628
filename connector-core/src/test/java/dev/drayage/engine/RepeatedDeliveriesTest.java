package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.StoreException;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Webhooks come several times, late, and beside the windows that show the same order. */
class RepeatedDeliveriesTest {
    private final Shop shop = new Shop();

    private void deliver(String id, int times) {
        try (SyncEngine engine = shop.engine()) {
            for (int i = 0; i < times; i++) {
                engine.operations("orders", "webhook").hint(shop.ref(id));
            }
        }
    }

    @Test
    void G2_an_order_that_is_delivered_again_and_again_is_booked_once() {
        shop.place("A");
        deliver("A", 3);
        shop.run();
        deliver("A", 2);
        shop.run();
        shop.time.advance(Duration.ofDays(3));
        deliver("A", 1);
        shop.run();
        assertThat(shop.erpWorld.writes()).containsExactly("create salesOrder salesOrder-A");
    }

    @Test
    void G12_a_delivery_of_an_order_from_before_go_live_books_nothing() {
        SettableTime before = new SettableTime(Shop.START.minus(Duration.ofDays(3)));
        FakeWorld history = new FakeWorld(shop.shopWorld.account(), before);
        history.put(SampleOrders.merchant(history.account(), "OLD", before.instant()));
        try (SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders("orders", new FakeConnector(history), shop.erp, shop.options))
                .build()) {
            engine.operations("orders", "webhook").hint(shop.ref("OLD"));
            RunReport report = engine.run("orders", RunBudget.minutes(5));
            assertThat(report.count(Outcome.SKIPPED)).isEqualTo(1);
        }
        assertThat(shop.erpWorld.writes()).isEmpty();
    }

    @Test
    void G1_a_delivery_that_could_not_be_kept_is_not_taken() {
        SyncStore failing = Interposed.wrap(SyncStore.class, shop.store, (call, action) -> {
            if (call.equals("Ledger.hint")) {
                throw new StoreException("the database failed", null);
            }
            return action.run();
        });
        try (SyncEngine engine = SyncEngine.builder()
                .store(failing)
                .time(shop.time)
                .startAt(Shop.START)
                .sync(OrderSyncs.orders("orders", shop.shop, shop.erp, shop.options))
                .build()) {
            SyncOperations orders = engine.operations("orders", "webhook");
            assertThatThrownBy(() -> orders.hint(shop.ref("A"))).isInstanceOf(StoreException.class);
        }
    }
}
