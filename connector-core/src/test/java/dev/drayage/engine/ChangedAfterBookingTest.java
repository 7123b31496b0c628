package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.Money;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.SalesOrder;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The channel changes an order after it was booked. */
class ChangedAfterBookingTest {
    private final Shop shop = new Shop();

    @Test
    void G4_an_order_that_lost_a_line_after_booking_waits_for_a_person() {
        shop.place("A");
        shop.run();
        change(withoutItsSecondLine());
        shop.run();
        assertThat(shop.alarms).singleElement().asString().startsWith("CHANGED_AFTER_BOOKING");
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(shop.entry("A").code()).contains(ErrorCode.CHANGED_AFTER_BOOKING);
        assertThat(shop.booked()).hasSize(1);
    }

    @Test
    void G4_a_plan_says_so_too() {
        shop.place("A");
        shop.run();
        change(withoutItsSecondLine());
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = shop.engine()) {
            assertThat(engine.plan("orders", Selection.of(shop.ref("A"))).records())
                    .singleElement()
                    .satisfies(record -> assertThat(record.verdict()).isEqualTo(Plan.Verdict.PARK));
        }
    }

    @Test
    void G4_an_order_that_ships_after_booking_alarms_nobody() {
        shop.place("A");
        shop.run();
        change(order().status(OrderStatus.SHIPPED));
        shop.run();
        assertThat(shop.alarms).isEmpty();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.SETTLED);
    }

    private SalesOrder.Builder order() {
        return SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant());
    }

    private SalesOrder.Builder withoutItsSecondLine() {
        return order().lines(List.of(SampleOrders.line("L1", "MUG-BLUE", 2, "39.90")))
                .total(Money.of("47.85", "USD"));
    }

    private void change(SalesOrder.Builder order) {
        shop.shopWorld.put(order.build());
    }
}
