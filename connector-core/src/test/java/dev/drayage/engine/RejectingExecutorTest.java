package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The host's executor takes no more jobs. */
class RejectingExecutorTest {
    @Test
    void G10_a_run_whose_executor_refuses_a_job_ends() throws Exception {
        Shop shop = new Shop();
        shop.place("A", "B");
        shop.time.advance(Duration.ofMinutes(3));
        AtomicInteger jobs = new AtomicInteger();
        SyncEngine engine = shop.builder()
                .executor(job -> {
                    if (jobs.incrementAndGet() > 3) {
                        throw new RejectedExecutionException("the pool is shut down");
                    }
                    job.run();
                })
                .build();
        Thread run = new Thread(() -> engine.run("orders", RunBudget.minutes(5)));
        run.setDaemon(true);
        run.start();
        run.join(5_000);
        assertThat(run.isAlive()).as("it waits for a job that never began").isFalse();
    }
}
