package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Slice;
import dev.drayage.sync.OrderSyncs;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The host's own mapping runs into an error that no program recovers from; and names that nobody wired. */
class BrokenOffTest {
    private final Shop shop = new Shop();

    @Test
    void G9_a_run_that_an_error_breaks_off_is_told_and_the_error_thrown_on() {
        Sync<SalesOrder> sync = OrderSyncs.orders("orders", shop.shop, shop.erp, shop.options)
                .translatedBy(order -> {
                    throw new StackOverflowError();
                });
        try (SyncEngine engine = shop.bare()
                .sync(sync)
                .listener(new SyncListener() {
                    @Override
                    public void on(SyncEvent event) {
                        shop.events.add(event);
                    }
                })
                .build()) {
            shop.place("A");
            shop.time.advance(Duration.ofMinutes(3));

            assertThatThrownBy(() -> engine.run("orders", RunBudget.minutes(5))).isInstanceOf(StackOverflowError.class);

            assertThat(shop.heard(SyncEvent.Alarm.class)).hasSize(1);
            assertThat(shop.heard(SyncEvent.RunEnded.class))
                    .singleElement()
                    .satisfies(ended -> assertThat(ended.report().ending()).isEqualTo(RunReport.Ending.FAILED));
            assertThat(engine.health().get(0).status()).isNotEqualTo(SyncHealth.Status.OK);
        }
    }

    @Test
    void a_sync_that_nobody_wired_is_named_as_such_wherever_it_is_asked_for() {
        try (SyncEngine engine = shop.engine()) {
            Slice.Window window = new Slice.Window(Shop.START, Shop.START.plusSeconds(1));
            assertThatThrownBy(() -> engine.run("order", RunBudget.minutes(1))).hasMessageContaining("orders");
            assertThatThrownBy(() -> engine.plan("order", Selection.next(1))).hasMessageContaining("orders");
            assertThatThrownBy(() -> engine.operations("order", "ann")).hasMessageContaining("orders");
            assertThatThrownBy(() -> engine.completeness("order", window.from(), window.to()))
                    .hasMessageContaining("orders");
        }
    }

    @Test
    void a_closed_engine_plans_nothing() {
        SyncEngine engine = shop.engine();
        engine.close();
        assertThatThrownBy(() -> engine.plan("orders", Selection.next(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
