package dev.drayage.call;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * Waits in a way that a fork-join pool can make up for. The JDK's HTTP client hands its answers over on the common pool, from
 * Java 25 on also where the machine has few processors; were the pool's threads to wait for each other unseen, no answer
 * would arrive until every deadline had passed. Stateless.
 */
public final class Blocking {
    private Blocking() {}

    /** Waits for a signal, at most so long; the lock of {@code condition} is held, and the caller looks again in a loop. */
    @SuppressWarnings("WaitNotInLoop")
    public static void await(Condition condition, Duration atMost) throws InterruptedException {
        ForkJoinPool.managedBlock(new Once(() -> condition.await(atMost.toNanos(), TimeUnit.NANOSECONDS)));
    }

    static void sleep(Duration duration) throws InterruptedException {
        ForkJoinPool.managedBlock(new Once(() -> TimeUnit.NANOSECONDS.sleep(duration.toNanos())));
    }

    @FunctionalInterface
    private interface Wait {
        void once() throws InterruptedException;
    }

    private record Once(Wait step) implements ForkJoinPool.ManagedBlocker {
        @Override
        public boolean block() throws InterruptedException {
            step.once();
            return true;
        }

        @Override
        public boolean isReleasable() {
            return false;
        }
    }
}
