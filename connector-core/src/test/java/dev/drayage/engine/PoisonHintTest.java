package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Connector;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One record that was asked for makes its source throw. */
class PoisonHintTest {
    @Test
    void G4_a_hint_whose_fetch_is_refused_does_not_stop_the_sync_for_ever() {
        Shop shop = new Shop();
        shop.run();
        SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders(
                        "orders",
                        Interposed.wrap(Connector.class, shop.shop, (call, action) -> {
                            if (call.equals("RecordSource.fetch")) {
                                throw new dev.drayage.error.RefusedException(ErrorCode.REFUSED_BY_TARGET, "no such id");
                            }
                            return action.run();
                        }),
                        shop.erp,
                        shop.options))
                .build();
        engine.operations("orders", "webhook").hint(shop.ref("nonsense"));
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        RunReport report = engine.run("orders", RunBudget.minutes(5));
        assertThat(shop.booked()).as(report.toString()).containsExactly("salesOrder-A");
    }
}
