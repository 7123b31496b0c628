package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.OrderStatus;
import dev.drayage.store.RecordQuery;
import dev.drayage.testing.SampleOrders;
import org.junit.jupiter.api.Test;

/** A person settles a record by hand and dismisses it; later the channel changes it. */
class DismissedRecordTest {
    @Test
    void G12_a_dismissed_order_is_not_booked_when_the_channel_ships_it() {
        Shop shop = new Shop();
        shop.sink().refuse("A", ErrorCode.VALUE_UNMAPPED);
        shop.place("A");
        shop.run();
        shop.sink().accept("A");
        shop.engine().operations("orders", "robin").dismiss(shop.ref("A"), "booked by hand");
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant())
                .status(OrderStatus.SHIPPED)
                .build());
        shop.run();
        assertThat(shop.booked()).isEmpty();
        assertThat(shop.engine()
                        .operations("orders", "robin")
                        .retry(RecordQuery.builder().build()))
                .as("a retry of everything leaves it alone")
                .isZero();
        shop.engine().push("orders", shop.ref("A"));
        assertThat(shop.booked()).hasSize(1);
    }
}
