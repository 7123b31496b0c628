package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.spi.Connector;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One of the planned records cannot be fetched when the plan is applied. */
class RefusedInPlanTest {
    @Test
    void G4_one_record_that_its_source_refuses_to_show_does_not_stop_the_rest_of_a_plan() {
        Shop shop = new Shop();
        shop.place("A", "B", "C");
        shop.time.advance(Duration.ofMinutes(3));
        boolean[] refuse = {false};
        SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders(
                        "orders",
                        Interposed.wrap(Connector.class, shop.shop, (call, action) -> {
                            if (call.equals("RecordSource.fetch") && refuse[0]) {
                                refuse[0] = false;
                                throw new RefusedException(ErrorCode.REFUSED_BY_TARGET, "the record is locked");
                            }
                            return action.run();
                        }),
                        shop.erp,
                        shop.options))
                .build();
        Plan plan = engine.plan("orders", Selection.next(10));
        refuse[0] = true;
        engine.apply(plan);
        assertThat(shop.booked()).containsExactly("salesOrder-B", "salesOrder-C");
    }
}
