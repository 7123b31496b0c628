package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.OrderStatus;
import dev.drayage.testing.SampleOrders;
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
}
