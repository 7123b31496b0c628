package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.internal.turn.Gate;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A run that is stopped between its lease and its first page: the store is well, and nobody has to look at it. */
class BeforeTheFirstPageTest {
    private final Shop shop = new Shop();

    @Test
    void G8_a_run_that_is_taken_over_before_its_first_page_is_busy_and_alarms_nobody() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        SyncStore own = shop.store;
        AtomicBoolean slept = new AtomicBoolean();
        shop.store = Interposed.wrap(SyncStore.class, own, (call, action) -> {
            Object result = action.run();
            if (call.equals("Ledger.sync") && slept.compareAndSet(false, true)) {
                shop.time.advance(Duration.ofMinutes(5));
                assertThat(own.leases("default").acquire("erp:E1 shop:S1", "other", Duration.ofMinutes(2)))
                        .isPresent();
            }
            return result;
        });
        try (SyncEngine engine = shop.engine()) {
            assertThat(engine.run("orders", RunBudget.minutes(30)).ending()).isEqualTo(RunReport.Ending.BUSY);
        }
        assertThat(slept).isTrue();
        assertThat(shop.alarms).isEmpty();
        assertThat(shop.heard(SyncEvent.RunEnded.class))
                .as("nobody heard that it began")
                .isEmpty();
        assertThat(shop.booked()).isEmpty();
    }

    @Test
    void G10_a_run_that_is_interrupted_before_its_first_page_is_cancelled_and_alarms_nobody() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = shop.builder().gates(Interrupting::new).build()) {
            assertThat(engine.run("orders", RunBudget.minutes(5)).ending()).isEqualTo(RunReport.Ending.CANCELLED);
        }
        assertThat(Thread.interrupted()).as("the host's thread knows it still").isTrue();
        assertThat(shop.alarms).isEmpty();
        assertThat(shop.booked()).isEmpty();
        assertThat(shop.run().ending()).isEqualTo(RunReport.Ending.CAUGHT_UP);
        assertThat(shop.booked()).containsExactly("salesOrder-A");
    }

    /** Whoever waits here is interrupted. */
    private static final class Interrupting implements Gate {
        @Override
        public void await(BooleanSupplier open) throws InterruptedException {
            throw new InterruptedException("while it waited");
        }

        @Override
        public void await(BooleanSupplier open, Duration atMost) throws InterruptedException {
            await(open);
        }

        @Override
        public void knock() {}
    }
}
