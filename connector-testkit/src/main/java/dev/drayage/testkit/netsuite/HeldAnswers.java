package dev.drayage.testkit.netsuite;

import java.util.concurrent.CountDownLatch;

/** While open, admitted requests keep their slot and wait; closing lets them go on. Thread-safe. */
public final class HeldAnswers implements AutoCloseable {
    private final CountDownLatch released = new CountDownLatch(1);

    HeldAnswers() {}

    void await() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        released.countDown();
    }
}
