package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A run begins while another run of the same engine waits for an answer that then comes as it should. */
class LaneBlockedForEverTest {
    @Test
    void G3_a_lane_is_free_again_after_the_call_that_another_run_saw_under_way_has_ended_well() {
        Shop shop = new Shop();
        FakeWorld second = new FakeWorld(new AccountId("shop", "S2"), shop.time);
        FakeConnector secondShop = new FakeConnector(second);
        SyncEngine engine = shop.builder()
                .sync(OrderSyncs.orders("second", secondShop, shop.erp, shop.options))
                .build();
        AtomicBoolean once = new AtomicBoolean();
        shop.sink().beforeWrite(() -> {
            if (once.compareAndSet(false, true)) { // the scheduler starts the other sync just now
                engine.run("second", RunBudget.minutes(5));
            }
        });
        shop.place("A"); // lane order/A of the ERP
        shop.time.advance(Duration.ofMinutes(3));
        assertThat(engine.run("orders", RunBudget.minutes(5)).count(Outcome.APPLIED))
                .isEqualTo(1);
        second.put(SampleOrders.merchant(second.account(), "A", shop.time.instant())); // the same lane
        for (int i = 0; i < 20; i++) {
            shop.time.advance(Duration.ofHours(2));
            engine.run("orders", RunBudget.minutes(5));
            engine.run("second", RunBudget.minutes(5));
        }
        assertThat(shop.alarms).as("nobody was told anything").isEmpty();
        assertThat(shop.store
                        .ledger("default")
                        .records(RecordQuery.builder().sync("second").build()))
                .singleElement()
                .satisfies(record ->
                        assertThat(record.state()).as(record.message()).isEqualTo(RecordState.SETTLED));
    }
}
