package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.SalesOrder;
import dev.drayage.store.RecordState;
import dev.drayage.testing.SampleOrders;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person books a parked order with another SKU; then it ships. */
class CorrectedByPushTest {
    @Test
    void G4_an_order_that_was_pushed_with_a_correction_alarms_nobody_when_it_ships() {
        Shop shop = new Shop();
        Instant placed = shop.time.instant();
        shop.sink().refuse("A", ErrorCode.SKU_UNKNOWN);
        shop.place("A");
        shop.run();
        shop.sink().accept("A");
        shop.alarms.clear();
        shop.engine()
                .operations("orders", "robin")
                .push(
                        shop.ref("A"),
                        record -> SalesOrder.builder()
                                .from((SalesOrder) record)
                                .lines(((SalesOrder) record)
                                        .lines().stream()
                                                .map(line -> OrderLine.builder()
                                                        .from(line)
                                                        .sku("NEW-" + line.sku())
                                                        .build())
                                                .toList())
                                .build(),
                        "the SKU has a new name");
        assertThat(shop.booked()).hasSize(1);
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.SETTLED);
        shop.shopWorld.put(SampleOrders.order(shop.shopWorld.account(), "A", placed)
                .updatedAt(shop.time.instant())
                .status(OrderStatus.SHIPPED)
                .build());
        shop.run();
        assertThat(shop.alarms).isEqualTo(List.of());
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.SETTLED);
    }
}
