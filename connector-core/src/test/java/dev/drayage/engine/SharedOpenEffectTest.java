package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.Buyer;
import dev.drayage.model.RecordType;
import dev.drayage.spi.SinkTraits;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two records lean on one effect whose outcome is unknown for a while. */
class SharedOpenEffectTest {
    @Test
    void G1_both_orders_of_one_buyer_are_booked_after_the_buyers_lost_answer_is_resolved() {
        Shop shop = new Shop();
        shop.options = shop.options.with(OrderSyncs.Customers.PER_BUYER);
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ofMinutes(2), 0));
        AtomicInteger lost = new AtomicInteger(1);
        shop.erp.fakeSink(RecordType.CUSTOMER).beforeWrite(() -> {
            if (lost.getAndDecrement() > 0) {
                throw new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "no answer");
            }
        });
        for (String id : List.of("A", "B")) {
            shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), id, shop.time.instant())
                    .buyer(Buyer.builder()
                            .name("Robin")
                            .email("same@example.com")
                            .build())
                    .build());
        }
        shop.time.advance(Duration.ofHours(1)); // older than the overlap when they are first read
        for (int i = 0; i < 20; i++) {
            shop.run();
            shop.time.advance(Duration.ofHours(1));
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B");
    }
}
