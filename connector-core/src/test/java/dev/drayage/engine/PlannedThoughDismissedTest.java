package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Slice;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A person books an order by hand and dismisses it; another one plans a window with it and applies the plan. */
class PlannedThoughDismissedTest {
    @Test
    void G12_applying_a_plan_of_a_window_books_no_order_that_a_person_took_over() {
        Shop shop = new Shop();
        Instant from = shop.time.instant();
        shop.sink().refuse("A", ErrorCode.VALUE_UNMAPPED);
        shop.place("A");
        shop.run();
        shop.sink().accept("A");
        shop.engine().operations("orders", "robin").dismiss(shop.ref("A"), "booked by hand");
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = shop.engine()) {
            Plan plan = engine.plan("orders", Selection.window(new Slice.Window(from, shop.time.instant()), 100));
            engine.apply(plan);
        }
        assertThat(shop.booked()).as("booked by hand, and once more").isEmpty();
    }
}
