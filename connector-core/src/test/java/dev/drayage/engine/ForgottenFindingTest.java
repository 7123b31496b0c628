package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.OrderStatus;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was found wrong after writing must stay before a person's eyes. */
class ForgottenFindingTest {
    @Test
    void G4_a_wrong_total_is_still_parked_when_the_order_moves_on_at_the_channel() {
        Shop shop = new Shop();
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 10));
        shop.sink().finding("A", "the target's total is 59.84");
        shop.place("A");
        shop.run();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", shop.time.instant())
                .status(OrderStatus.SHIPPED)
                .build());
        shop.run();
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
    }
}
