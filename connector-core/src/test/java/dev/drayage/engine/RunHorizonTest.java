package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.spi.Connector;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A run reads what had happened when it began. */
class RunHorizonTest {
    private final Shop shop = new Shop();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void G1_a_run_does_not_chase_a_clock_that_moves_on_while_it_reads() {
        shop.place("A", "B");
        shop.time.advance(Duration.ofMinutes(3));
        RunReport report = run();
        assertThat(report.ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(reads.getAndSet(0)).isEqualTo(1);
        shop.place("C");
        shop.time.advance(Duration.ofMinutes(3));
        run();
        assertThat(reads).hasValue(1);
        assertThat(shop.booked()).hasSize(3);
    }

    private RunReport run() {
        Connector slow = Interposed.wrap(Connector.class, shop.shop, (call, action) -> {
            if (call.equals("RecordSource.read")) {
                reads.incrementAndGet();
                shop.time.advance(Duration.ofSeconds(10));
            }
            return action.run();
        });
        try (SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders(shop.syncName, slow, shop.erp, shop.options))
                .build()) {
            return engine.run(shop.syncName, RunBudget.minutes(60));
        }
    }
}
