package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.spi.SinkTraits;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Two syncs write into one lane at once, and one of them loses an answer. */
class LaneOfTwoRunsTest {
    @Test
    void G3_no_run_overtakes_an_effect_that_another_run_left_open_meanwhile() {
        Shop shop = new Shop();
        shop.erp.traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ofMinutes(30), 0));
        FakeWorld second = new FakeWorld(new AccountId("shop", "S2"), shop.time);
        FakeConnector secondShop = new FakeConnector(second);
        AtomicReference<String> log = new AtomicReference<>("");
        AtomicInteger calls = new AtomicInteger();
        shop.sink().beforeWrite(() -> {
            if (calls.incrementAndGet() == 1) {
                throw new OutcomeUnknownException(ErrorCode.OUTCOME_UNKNOWN, "no answer");
            }
        });
        SyncEngine engine = shop.builder()
                .sync(OrderSyncs.orders("second", secondShop, shop.erp, shop.options))
                .build();
        shop.place("A"); // lane order/A of the ERP
        second.put(SampleOrders.merchant(second.account(), "A", shop.time.instant())); // the same lane
        shop.time.advance(Duration.ofMinutes(3));
        AtomicBoolean once = new AtomicBoolean();
        secondShop.fakeSource(RecordType.SALES_ORDER).beforePage(delivered -> {
            if (once.compareAndSet(false, true)) {
                RunReport first = engine.run("orders", RunBudget.minutes(5));
                log.set(first.toString());
                assertThat(first.count(Outcome.OPEN)).isEqualTo(1);
            }
        });
        engine.run("second", RunBudget.minutes(5));
        assertThat(once).isTrue();
        assertThat(calls.get())
                .as("calls in lane order/A while its first is open; %s", log)
                .isEqualTo(1);
    }
}
