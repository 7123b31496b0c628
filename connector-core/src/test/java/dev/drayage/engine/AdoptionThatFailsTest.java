package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A record stands at the target already, and the sink cannot say how it would be written. */
class AdoptionThatFailsTest {
    private final Shop shop = new Shop();

    @Test
    void G4_a_record_that_cannot_be_adopted_is_parked_and_stops_nothing_else() {
        shop.place("A");
        shop.run();
        shop.time.advance(Duration.ofHours(1));
        shop.store = new InMemorySyncStore(shop.time);
        shop.place("B");
        shop.time.advance(Duration.ofMinutes(3));
        boolean[] refused = {false};
        SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders(
                        "orders",
                        shop.shop,
                        Interposed.wrap(Connector.class, shop.erp, (call, action) -> {
                            if (call.equals("RecordSink.prepare") && !refused[0]) {
                                refused[0] = true;
                                throw new RefusedException(ErrorCode.FIELD_UNKNOWN, "field custbody_1 is unknown");
                            }
                            return action.run();
                        }),
                        shop.options))
                .build();
        RunReport report = engine.run("orders", RunBudget.minutes(5));
        assertThat(report.ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-B");
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(shop.entry("A").code()).contains(ErrorCode.FIELD_UNKNOWN);
        assertThat(shop.entry("B").state()).isEqualTo(RecordState.SETTLED);
    }
}
