package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.OrderStatus;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SampleOrders;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A person sets an order aside, for instance because it smells of fraud; then the channel touches it. */
class SetAsideByAPersonTest {
    @Test
    void G12_an_order_that_a_person_parked_is_not_booked_because_the_channel_changed_something() {
        Shop shop = new Shop();
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant())
                .status(OrderStatus.PENDING)
                .build());
        shop.run();
        shop.engine().operations("orders", "robin").park(shop.ref("A"), "smells of fraud");
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant())
                .status(OrderStatus.OPEN)
                .build());
        shop.run();
        assertThat(shop.booked()).as("set aside until it is retried").isEmpty();
    }

    /** Bob has everything retried that is parked; while the page is read, Ann decides about one of it. */
    @Test
    void G12_a_retry_of_all_does_not_undo_what_another_person_decided_meanwhile() {
        Shop shop = new Shop();
        shop.sink().refuse("A", ErrorCode.SKU_UNKNOWN);
        shop.place("A");
        shop.run();
        shop.engine().operations("orders", "ann").park(shop.ref("A"), "I look at it");
        shop.sink().accept("A");
        SyncStore plain = shop.store;
        AtomicReference<Runnable> ann = new AtomicReference<>(() -> {
            try (SyncEngine hers = shop.engine()) {
                hers.operations("orders", "ann").dismiss(shop.ref("A"), "booked by hand");
            }
        });
        SyncStore bobs = Interposed.wrap(SyncStore.class, plain, (call, action) -> {
            Object answer = action.run();
            if (call.equals("Ledger.records")) {
                ann.getAndSet(() -> {}).run();
            }
            return answer;
        });
        try (SyncEngine engine = shop.bare()
                .store(bobs)
                .sync(OrderSyncs.orders("orders", shop.shop, shop.erp, shop.options))
                .build()) {
            engine.operations("orders", "bob")
                    .retry(RecordQuery.builder().addStates(RecordState.PARKED).build());
        }
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.DISMISSED);
        shop.run();
        assertThat(shop.booked()).isEmpty();
    }
}
