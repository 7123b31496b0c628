package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A source is asked for one record and shows another one, such as the newest of that number. */
class FetchedAnotherTest {
    private final Shop shop = new Shop();

    private SyncEngine engine() {
        Connector mistaken = Interposed.wrap(
                Connector.class, shop.shop, (call, action) -> call.equals("RecordSource.fetch") ? b() : action.run());
        return shop.bare()
                .sync(OrderSyncs.orders("orders", mistaken, shop.erp, shop.options))
                .build();
    }

    private Change<SalesOrder> b() {
        return shop.source()
                .fetch(
                        shop.ref("B"),
                        CallContext.within(Duration.ofMinutes(1), shop.time, new Cancellation(), Priority.ORDERS));
    }

    @Test
    void G4_the_record_that_was_asked_for_is_parked_and_the_other_one_is_left_alone() {
        shop.place("A");
        shop.run();
        shop.place("B");
        try (SyncEngine engine = engine()) {
            RunReport report = engine.operations("orders", "ann").push(shop.ref("A"));
            assertThat(report.count(Outcome.PARKED)).isEqualTo(1);
        }
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(shop.entry("A").code()).contains(ErrorCode.DEFECT);
        assertThat(shop.entry("A").message()).contains(shop.ref("B").toString());
        assertThat(shop.booked()).containsExactly("salesOrder-A");
    }
}
