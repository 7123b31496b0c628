package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.Money;
import dev.drayage.model.OrderStatus;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleOrders;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order loses a line after booking; a person does what the handbook says; then the whole order is cancelled. */
class CancelledAfterCorrectionTest {
    @Test
    void G4_a_booked_order_that_was_corrected_and_dismissed_and_is_then_cancelled_is_told() {
        Shop shop = new Shop();
        Instant placed = shop.time.instant();
        shop.place("A");
        shop.run();
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", placed)
                .lines(List.of(SampleOrders.line("L1", "MUG-BLUE", 2, "39.90")))
                .total(Money.of("47.85", "USD"))
                .build());
        shop.run();
        assertThat(shop.alarms).singleElement().asString().startsWith("CHANGED_AFTER_BOOKING");
        shop.engine().operations("orders", "robin").accept(shop.ref("A"), "changed in the ERP too");
        shop.run();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.SETTLED);
        shop.alarms.clear();
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", placed)
                .updatedAt(shop.time.instant())
                .status(OrderStatus.CANCELLED)
                .build());
        shop.run();
        assertThat(shop.alarms).as("it stands in the ERP and would be shipped").isNotEmpty();
    }
}
