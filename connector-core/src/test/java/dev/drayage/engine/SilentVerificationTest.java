package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.spi.Connector;
import dev.drayage.spi.SinkTraits;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The comparison itself fails, every time. */
class SilentVerificationTest {
    @Test
    void G9_a_comparison_that_never_succeeds_is_told() {
        Shop shop = new Shop();
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 10));
        SyncEngine engine = shop.builder()
                .sync(OrderSyncs.orders(
                        "compared",
                        shop.shop,
                        Interposed.wrap(Connector.class, shop.erp, (call, action) -> {
                            if (call.equals("RecordSink.verify")) {
                                throw new RefusedException(
                                        ErrorCode.REFUSED_BY_TARGET, "read salesOrder: the record is locked");
                            }
                            return action.run();
                        }),
                        shop.options))
                .build();
        shop.place("A");
        for (int i = 0; i < 20; i++) {
            shop.time.advance(Duration.ofMinutes(30));
            assertThat(engine.run("compared", RunBudget.minutes(5)).ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        }
        assertThat(shop.alarms).isNotEmpty();
    }
}
