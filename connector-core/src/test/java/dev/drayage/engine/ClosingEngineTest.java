package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A host closes the engine and then the database under it. */
class ClosingEngineTest {
    @Test
    void G10_close_waits_for_the_run_and_nothing_begins_after_it() throws Exception {
        Shop shop = new Shop();
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        shop.sink().beforeWrite(() -> {
            atWork.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        SyncEngine engine = shop.engine();
        try (Threads threads = new Threads()) {
            CompletableFuture<RunReport> run =
                    CompletableFuture.supplyAsync(() -> engine.run("orders", RunBudget.minutes(5)), threads.pool);
            atWork.await();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(engine::close, threads.pool);
            while (engine.run("orders", RunBudget.minutes(5)).message().startsWith("it runs")) {
                Thread.onSpinWait(); // until the other thread has begun to close
            }
            assertThat(closed).isNotDone();
            mayGoOn.countDown();
            run.join();
            closed.join();
            assertThat(engine.run("orders", RunBudget.minutes(5)).message()).isEqualTo("the engine is closed");
        }
        assertThat(shop.booked()).hasSize(1);
    }

    private static final class Threads implements AutoCloseable {
        private final ExecutorService pool = Executors.newCachedThreadPool();

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
