package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.spi.Connector;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One open effect cannot be looked up: the target refuses to show its record, as for one that a workflow has locked. */
class UnreadableIntentTest {
    @Test
    void G4_an_effect_that_cannot_be_looked_up_stops_nothing_else() {
        Shop shop = new Shop();
        shop.run();
        SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders(
                        "orders",
                        shop.shop,
                        Interposed.wrap(Connector.class, shop.erp, (call, action) -> {
                            if (call.equals("RecordSink.resolve")) {
                                throw new dev.drayage.error.RefusedException(
                                        ErrorCode.REFUSED_BY_TARGET, "read salesOrder: the record is locked");
                            }
                            return action.run();
                        }),
                        shop.options))
                .build();
        shop.sink().loseAnswers(1);
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        engine.run("orders", RunBudget.minutes(5));
        shop.place("B");
        shop.time.advance(Duration.ofMinutes(3));
        RunReport report = engine.run("orders", RunBudget.minutes(5));
        assertThat(shop.booked()).as(report.toString()).contains("salesOrder-B");
    }
}
